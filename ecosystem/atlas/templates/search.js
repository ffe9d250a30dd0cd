"use strict";

// The search of every page: all words asked for must begin words of a name; what has a page of its own comes first.

(() => {
  const MOST = 20;
  const root = document.currentScript.dataset.root;
  const box = document.querySelector(".find");
  const input = document.getElementById("find");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const index = globalThis.atlasIndex.map(([name, names, kind, where, to]) => ({ name, names: names.split("|"), kind, where, to }));

  // The same as `plain` in ecosystem/names.py.
  function plain(text) {
    const bare = text.toLowerCase().replaceAll("&", " and ").normalize("NFKD").replace(/\p{M}/gu, "");
    return bare.replace(/[’']/g, "").replace(/[^\p{L}\p{N}_]+/gu, " ").trim();
  }

  function likeness(names, asked) {
    const words = asked.split(" ");
    const fits = names.filter((name) => words.every((word) => ` ${name}`.includes(` ${word}`)));
    if (!fits.length) return -1;
    return fits.includes(asked) ? 2 : fits.some((name) => name.startsWith(asked)) ? 1 : 0;
  }

  function search(asked) {
    const ranked = index.map((entry) => ({ entry, like: likeness(entry.names, asked) })).filter(({ like }) => like >= 0);
    return ranked.sort((a, b) => b.like - a.like || Boolean(a.entry.where) - Boolean(b.entry.where)).map(({ entry }) => entry);
  }

  function item(entry) {
    const link = document.createElement("a");
    link.href = root + entry.to;
    link.textContent = entry.name;
    const kind = document.createElement("span");
    kind.textContent = entry.where ? ` ${entry.kind}, named on the page of ${entry.where}` : ` ${entry.kind}`;
    const line = document.createElement("li");
    line.append(link, kind);
    return line;
  }

  function show() {
    const asked = plain(input.value);
    const entries = asked ? search(asked) : [];
    const more = entries.length > MOST ? `, the first ${MOST} shown` : "";
    found.textContent = asked ? `${entries.length} found${more}` : "";
    results.replaceChildren(...entries.slice(0, MOST).map(item));
    results.hidden = !entries.length;
  }

  function close() {
    results.hidden = true;
    found.textContent = "";
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") results.querySelector("a")?.click();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.focus();
    close();
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
  box.hidden = false;
})();
