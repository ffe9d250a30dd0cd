// The panel: everything said of the thing in focus, in words, each line with its basis and its place in a source.

function sourceLine(row) {
  return made("span", [row.basis, row.cited, row.note].filter(Boolean).join(" · "), "ground");
}

function nameOf(thing) {
  if (!canFocus(thing)) return made("b", thing.name);
  const button = made("button", thing.name, "name");
  button.type = "button";
  button.addEventListener("click", () => goTo("focus", thing.id));
  return button;
}

function linkItem(said) {
  const item = made("li");
  const words = wordsFor(said);
  const before = said.end === "subject" && words && !["MEMBER_OF", "SHOWN_ON"].includes(said.link.relation);
  if (before) item.append(made("span", `${words} `, "says"));
  item.append(nameOf(said.other));
  item.append(made("span", ` ${[before ? "" : words, said.link.when].filter(Boolean).join(" · ")}`, "said"));
  item.append(sourceLine(said.link));
  return item;
}

function listOf(items) {
  const list = made("ul");
  list.append(...items);
  return list;
}

function bandSection(band, thing, all) {
  const known = all.filter((one) => one.band === band.key && !one.link.inferred);
  const said = known.filter((one) => holds(one.link, thing));
  const drawn = said.filter((one) => isDrawn(one.link, one.other)).sort(inOrder);
  if (!said.length && !band.expected_of.includes(thing.label)) return [];
  const heading = made("h3", said.length ? `${band.title} (${countOf(band, drawn.length, said.length)})` : band.title);
  const silence = known.length ? `nothing certain ${scene.day}; what has ended or is not certain stands below` : band.silence;
  return [heading, said.length ? listOf(drawn.map(linkItem)) : made("p", silence, "silence")];
}

function figureItem(figure) {
  const item = made("li");
  item.append(made("b", `${figure.property}: `), made("span", figure.value), made("span", ` · ${figure.when}`, "said"));
  item.append(sourceLine(figure));
  return item;
}

function figuresSection(title, figures) {
  return figures.length ? [made("h3", title), listOf(figures.map(figureItem))] : [];
}

function pastSection(thing, all, figures) {
  const past = all.filter((one) => !holds(one.link, thing) && !one.link.inferred).sort(inOrder);
  const items = [...past.map(pastItem), ...figures.filter((figure) => !holds(figure, thing)).map(figureItem)];
  return items.length ? [made("h3", `Ended, or not certain, ${scene.day} (${items.length})`), listOf(items)] : [];
}

function pastItem(said) {
  const item = linkItem(said);
  item.prepend(made("span", `${bands.get(said.band).title}: `, "said"));
  return item;
}

function inferenceSection(all) {
  const ours = all.filter((one) => one.link.inferred);
  if (!ours.length) return [];
  const box = made("div", "", "ours-box");
  box.append(made("h3", `Our inference, in no document (${ours.length})`));
  if (state.inferences) {
    box.append(listOf(ours.map(pastItem)));
  } else {
    const button = made("button", "Show what we infer");
    button.type = "button";
    button.addEventListener("click", () => setInferences(true));
    box.append(button);
  }
  return [box];
}

function headOf(thing) {
  const title = made("h2", thing.name);
  title.id = "focus-title";
  title.tabIndex = -1;
  const kind = [
    thing.kind, thing.tier ? `level: ${thing.tier}` : "", thing.sector ? `sector: ${thing.sector}` : "", thing.when,
  ].filter(Boolean).join(" · ");
  const caution = `${byId("title").textContent}. ${document.querySelector("header p:last-child").textContent}`;
  const parts = [made("p", caution, "print-only"), title, made("p", kind, "kind-line")];
  if (thing.aliases.length) parts.push(made("p", `${thing.label === "Source" ? "Number" : "Also called"}: ${thing.aliases.join("; ")}`));
  parts.push(...thing.remarks.map((remark) => made("p", remark, "remark")));
  if (thing.address) {
    const link = made("a", "Open the document (on the web)");
    link.href = thing.address;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    parts.push(link);
  }
  return parts;
}

function namedSection(thing) {
  return thing.cited || thing.note ? [made("h3", thing.label === "Source" ? "About it" : "Where it is named"), sourceLine(thing)] : [];
}

function showPanel(thing) {
  const all = saidOf(thing.id);
  const figures = scene.figures.filter((figure) => figure.about === thing.id);
  byId("panel").replaceChildren(
    ...headOf(thing),
    ...scene.bands.flatMap((band) => bandSection(band, thing, all)),
    ...figuresSection("Also stated of it", figures.filter((figure) => holds(figure, thing))),
    ...pastSection(thing, all, figures),
    ...inferenceSection(all),
    ...namedSection(thing),
  );
  byId("panel").scrollTop = 0;
}
