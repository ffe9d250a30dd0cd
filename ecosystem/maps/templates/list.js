// The list: the same things as the map, in a table, under the same filter.

const LIST_HEADS = ["Name", "Kind", "Level", "Sector", "Sits on", "Overseen or directed by", "Last documented"];

function othersIn(id, band) {
  const said = saidOf(id).filter((one) => one.band === band && one.link.shown && !one.link.inferred);
  return [...new Set(said.map((one) => one.other.short_name || one.other.name))].join("; ");
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
  const cells = [thing.kind, thing.tier, thing.sector, othersIn(thing.id, "sits"), othersIn(thing.id, "overseen"), thing.when];
  row.append(name, ...cells.map((text) => made("td", text)));
  return row;
}

function listGroup(kind) {
  const members = scene.things.filter((thing) => thing.label === kind);
  members.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const body = made("tbody");
  const heading = made("th", `${scene.kinds[kind].plural}: ${members.length}`);
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
  const kinds = state.kind ? [state.kind] : kindOrder;
  byId("list-table").replaceChildren(head, ...kinds.flatMap(listGroup));
  const shown = scene.things.filter((thing) => !state.kind || thing.label === state.kind);
  const over = shown.filter((thing) => !thing.alive).length;
  const past = over ? `; ${over} of them not there ${scene.day}, as the last column says` : "";
  byId("list-count").textContent = `${shown.length} of ${scene.things.length} shown${past}.`;
}
