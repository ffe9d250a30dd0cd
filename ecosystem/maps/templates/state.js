"use strict";

// The scene as the page was given it, and the one state that picture, panel and list share.

const scene = JSON.parse(document.getElementById("scene").textContent);
for (const part of ["things", "links", "figures"]) {
  const { usual, rows } = scene[part];
  scene[part] = rows.map((row) => ({ ...usual, ...row }));
}
const things = new Map(scene.things.map((thing) => [thing.id, thing]));
const bands = new Map(scene.bands.map((band) => [band.key, band]));
const kindOrder = Object.keys(scene.kinds);
const edgesAt = new Map(scene.things.map((thing) => [thing.id, []]));
for (const edge of scene.network.edges) {
  const [subject, object] = [edge.from, edge.to].map((key) => key.slice(2));
  edgesAt.get(subject).push({ ...edge, end: "subject", other: object });
  if (object !== subject) edgesAt.get(object).push({ ...edge, end: "object", other: subject });
}

const VIEWS = ["overview", "grid", "reports", "list"];
const state = { view: "overview", focus: "", kind: "", of: "", inferences: false };

function byId(id) {
  return document.getElementById(id);
}

function made(tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function canFocus(thing) {
  return thing.label !== "Person";
}

function addressOf(view, focus = "", of = "") {
  const words = [focus ? `${view}=${encodeURIComponent(focus.replace(/\p{Surrogate}/gu, "\ufffd"))}` : view];
  if (of) words.push(`of=${of}`);
  if (state.kind) words.push(`kind=${state.kind}`);
  if (state.inferences) words.push("inferences");
  return `#${words.join("&")}`;
}

// An address is a view, or a thing to look at: `#list`, `#focus=id`, or as the opening picture has it `#id`.
function readAddress() {
  const [first, ...rest] = (location.hash.slice(1) || document.body.dataset.start || "").split("&");
  const [view, focus = things.has(view) ? view : ""] = first.split("=").map(decoded);
  const [kind, of] = ["kind=", "of="].map((key) => decoded((rest.find((word) => word.startsWith(key)) || key).slice(key.length)));
  const known = VIEWS.includes(view) ? "" : focus;
  state.focus = things.has(known) && canFocus(things.get(known)) ? known : "";
  state.view = VIEWS.includes(view) ? view : state.focus ? "focus" : "overview";
  state.kind = kindOrder.includes(kind) ? kind : "";
  state.of = state.view === "list" && Object.hasOwn(scene.counted, of) ? of : "";
  state.inferences = rest.includes("inferences");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

// Of a thing that is there, what holds on the day; a thing that has ended keeps all that was ever said of it.
function holds(row, thing) {
  return row.shown || !thing.alive;
}

function isDrawn(link, other) {
  return (state.inferences || !link.inferred) && (!state.kind || other.label === state.kind);
}

// Everything said of one thing, each link with its band, the other end, and on which end the thing itself stands.
function saidOf(id) {
  return edgesAt.get(id).flatMap((edge) =>
    edge.facts.map((fact) => {
      const link = scene.links[fact];
      return { link, end: edge.end, other: things.get(edge.other), band: scene.placing[link.relation][edge.end], edge };
    }),
  );
}

function weight({ link, other }) {
  const role = /^chair$/i.test(link.role) ? 0 : /deputy/i.test(link.role) ? 1 : 2;
  return [role, kindOrder.indexOf(other.label)];
}

function inOrder(first, second) {
  const [a, b] = [weight(first), weight(second)];
  return a[0] - b[0] || a[1] - b[1] || first.other.name.localeCompare(second.other.name, "en");
}

// What is said of a link where the other end stands: a seat by its role, all else by its verb.
function wordsFor({ link, end }) {
  if (link.relation === "MEMBER_OF") return link.role.toLowerCase();
  if (link.relation === "SHOWN_ON") return link.role ? `under “${link.role}”` : "";
  return end === "subject" ? link.says : `${link.says} it`;
}

function counted(number, kind) {
  const words = scene.kinds[kind];
  return `${number} ${number === 1 ? words.singular : words.plural}`;
}
