// Find a thing by any of its names; results are buttons, read out by number.

const SHOWN_RESULTS = 12;

function plain(name) {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const named = scene.things.filter(canFocus).flatMap((thing) =>
  [thing.name, thing.short_name, ...thing.aliases].filter(Boolean).map((name) => ({ thing, name, plain: plain(name) })),
);

function likeness(name, asked) {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(` ${asked}`)) return 2;
  return asked.split(" ").every((word) => ` ${name}`.includes(` ${word}`)) ? 3 : -1;
}

function foundBy(text) {
  const asked = plain(text);
  const best = new Map();
  for (const entry of asked ? named : []) {
    const rank = likeness(entry.plain, asked);
    const known = best.get(entry.thing.id);
    if (rank >= 0 && (!known || rank < known.rank)) best.set(entry.thing.id, { ...entry, rank });
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.thing.name.localeCompare(b.thing.name, "en"));
}

function resultButton({ thing, name }) {
  const button = made("button", thing.name);
  button.type = "button";
  button.append(made("small", [thing.kind, name === thing.name ? "" : `also called ${name}`].filter(Boolean).join(" · ")));
  button.addEventListener("click", () => goTo("focus", thing.id));
  return button;
}

function showFound() {
  const text = byId("find").value;
  const found = foundBy(text);
  const more = found.length > SHOWN_RESULTS ? `, the first ${SHOWN_RESULTS} shown` : "";
  const count = plain(text) ? `${found.length || "Nothing"} found${more}` : "";
  byId("results").replaceChildren(made("p", count), ...found.slice(0, SHOWN_RESULTS).map(resultButton));
  byId("results").hidden = !count;
  byId("found").textContent = count;
}

function closeFound() {
  byId("results").hidden = true;
  byId("found").textContent = "";
}

function stepThroughFound(event) {
  const stops = [byId("find"), ...byId("results").querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    closeFound();
    byId("find").focus();
  } else if (event.key === "Enter" && event.target === byId("find")) {
    byId("results").querySelector("button")?.click();
  } else if (step && !byId("results").hidden) {
    event.preventDefault();
    stops[Math.max(0, stops.indexOf(document.activeElement) + step)]?.focus();
  }
}
