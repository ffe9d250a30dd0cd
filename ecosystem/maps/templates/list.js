// The list: the same things as the map, in a table, under the same filter, or those that a sentence counts.

const LIST_HEADS = ["Name", "Kind", "Level", "Sector", "Sits on", "Overseen or directed by", "Evidence"];

function othersIn(thing, band) {
  const said = saidOf(thing.id).filter((one) => one.band === band && holds(one.link, thing) && !one.link.inferred);
  const names = [...new Set(said.map((one) => one.other.short_name || one.other.name))].join("; ");
  return names || (bands.get(band).expected_of.includes(thing.label) ? "not stated" : "");
}

function classed(thing, words) {
  return words || (bands.get("answers").expected_of.includes(thing.label) ? "not classed" : "");
}

function wordCell(text) {
  return made("td", text, /^not (stated|classed)$/.test(text) ? "silent" : "");
}

function listed() {
  const counted = state.of ? new Set(scene.counted[state.of].ids) : null;
  return scene.things.filter((thing) => (!counted || counted.has(thing.id)) && (!state.kind || thing.label === state.kind));
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function listRow(thing) {
  const row = made("tr");
  const name = made("th");
  name.scope = "row";
  if (canFocus(thing)) {
    const link = made("a", thing.name);
    link.href = addressOf("focus", thing.id);
    name.append(link);
  } else {
    name.textContent = thing.name;
  }
  const remarks = thing.remarks.filter((remark) => remark.startsWith("Sits through"));
  const cells = [
    thing.kind, classed(thing, thing.tier), classed(thing, thing.sector), othersIn(thing, "sits"), othersIn(thing, "overseen"), thing.when,
  ];
  row.append(name, ...cells.map(wordCell));
  row.children[4].append(...remarks.map((remark) => made("div", remark)));
  return row;
}

function listGroup(kind, shown) {
  const members = shown.filter((thing) => thing.label === kind);
  members.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const body = made("tbody");
  const heading = made("th", `${capital(scene.kinds[kind].plural)}: ${members.length}`);
  heading.scope = "rowgroup";
  heading.colSpan = LIST_HEADS.length;
  const row = made("tr", "", "group");
  row.append(heading);
  body.append(row, ...members.map(listRow));
  return members.length ? [body] : [];
}

function showList() {
  const head = made("thead");
  const row = made("tr");
  row.append(...LIST_HEADS.map((text) => Object.assign(made("th", text), { scope: "col" })));
  head.append(row);
  const shown = listed();
  byId("list-table").replaceChildren(head, ...kindOrder.flatMap((kind) => listGroup(kind, shown)));
  const over = shown.filter((thing) => !thing.alive).length;
  const past = over ? `; ${over} of them not there ${scene.day}, as the last column says` : "";
  const of = state.of ? `, as counted in “${scene.counted[state.of].sentence}”` : "";
  byId("list-count").textContent = `${shown.length} of ${scene.things.length} shown${of}${past}.`;
  byId("list-all").hidden = shown.length === scene.things.length;
}
