// Find a thing by any of its names, misspelt too; results are buttons, read out by number.

const SHOWN_RESULTS = 12;
const ALIKE = 3;
const SMALL_WORDS = new Set(["and", "of", "the", "for", "in", "a"]);

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

// Where a result leads: a person has no page, and is found at the post or table that names them.
function targetOf(thing) {
  return canFocus(thing) ? thing : saidOf(thing.id).find((one) => canFocus(one.other))?.other;
}

const named = scene.things.filter(targetOf).flatMap((thing) =>
  [thing.name, thing.short_name, ...thing.aliases].filter(Boolean).map((name) => ({ thing, name, plain: plain(name) })),
);

// How many letters are wrong, missing, too many or swapped between two words.
function mistakes(first, second) {
  let [before, row] = [[], Array.from({ length: second.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= second.length; j += 1) {
      const swapped = i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      const changed = row[j - 1] + (first[i - 1] === second[j - 1] ? 0 : 1);
      next[j] = Math.min(changed, row[j] + 1, next[j - 1] + 1, swapped ? before[j - 2] + 1 : Infinity);
    }
    [before, row] = [row, next];
  }
  return row[second.length];
}

function isAlike(asked, word) {
  const most = asked.length > 7 ? 2 : asked.length > 3 ? 1 : 0;
  return [word, word.slice(0, asked.length)].some((one) => Math.abs(one.length - asked.length) <= most && mistakes(asked, one) <= most);
}

function likeness(name, asked) {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const words = asked.split(" ");
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 2 : -1;
}

function likenessMisspelt(name, asked) {
  const words = asked.split(" ").filter((word) => word.length < 41 && !SMALL_WORDS.has(word)).slice(0, 12);
  const known = name.split(" ");
  return words.length && words.every((word) => known.some((one) => isAlike(word, one))) ? ALIKE : -1;
}

function bestBy(like, asked) {
  const best = new Map();
  for (const entry of asked ? named : []) {
    const rank = like(entry.plain, asked);
    const known = best.get(entry.thing.id);
    if (rank >= 0 && (!known || rank < known.rank)) best.set(entry.thing.id, { ...entry, rank });
  }
  return [...best.values()].sort(byLikeness);
}

// The likest name first; among equals bodies before people, then what most is said of.
function byLikeness(a, b) {
  const [first, second] = [a, b].map(({ thing, rank }) => [rank, canFocus(thing) ? 0 : 1, -edgesAt.get(thing.id).length]);
  const place = first.findIndex((value, index) => value !== second[index]);
  return place < 0 ? a.thing.name.localeCompare(b.thing.name, "en") : first[place] - second[place];
}

function foundBy(text) {
  const exact = bestBy(likeness, plain(text));
  return exact.length ? exact : bestBy(likenessMisspelt, plain(text));
}

function resultButton({ thing, name }) {
  const button = made("button", thing.name);
  button.type = "button";
  const target = targetOf(thing);
  const words = [thing.kind, name === thing.name ? "" : `${thing.label === "Source" ? "number" : "also called"} ${name}`, target === thing ? "" : `see ${target.name}`];
  button.append(made("small", words.filter(Boolean).join(" · ")));
  button.addEventListener("click", () => goTo("focus", target.id));
  return button;
}

function countFound(found) {
  const more = found.length > SHOWN_RESULTS ? `, the first ${SHOWN_RESULTS} shown` : "";
  if (!found.length) return "Nothing found";
  return found[0].rank < ALIKE ? `${found.length} found${more}` : `Nothing of that spelling; ${found.length} like it${more}`;
}

function showFound() {
  const text = byId("find").value;
  const found = foundBy(text);
  const count = plain(text) ? countFound(found) : "";
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
