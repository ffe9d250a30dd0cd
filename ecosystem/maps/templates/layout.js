// Where everything in the picture stands: bands of rows over and under the focus, lines in the gutters, no line through
// a card. All measures are in px; the picture is as wide as its column and as high as it must be.

const SHEET = { left: 40, right: 10, gap: 12, least: 196, title: 24, gutter: 20, after: 12, lane: 16, ours: 28, most: 30 };

function cardsOf(band, said) {
  const cards = new Map();
  for (const one of said) {
    const key = `${band}|${one.end}|${one.link.inferred}|${one.other.id}`;
    cards.set(key, [...(cards.get(key) || []), one]);
  }
  return [...cards].map(([key, all]) => cardOf(key, all));
}

function cardOf(key, all) {
  const [{ other, end, link }] = all;
  const words = [...new Set(all.map(wordsFor).filter(Boolean))].join("; ");
  const verbFirst = end === "subject" && !["MEMBER_OF", "SHOWN_ON"].includes(link.relation);
  const years = [...new Set(all.map((one) => (one.link.shown ? one.link.seen : one.link.when)).filter(Boolean))].sort().join(", ");
  const name = other.name.length > 70 && other.short_name ? other.short_name : other.name;
  return {
    key, end, name, thing: other.id, label: other.label, alive: other.alive && link.shown, inferred: link.inferred,
    verb: verbFirst ? words : "", words: [[verbFirst ? "" : words, years].filter(Boolean).join(" · ")],
  };
}

// Siblings of one kind beyond a number stand as one card with their count, until somebody asks for them.
function gathered(cards, key, opened) {
  const kinds = new Map();
  for (const card of cards) kinds.set(card.label, [...(kinds.get(card.label) || []), card]);
  return [...kinds].flatMap(([label, siblings]) => {
    const id = `${key}|${label}`;
    if (siblings.length <= SHEET.most || opened.has(id)) return siblings;
    const [{ end, inferred }] = siblings;
    const name = counted(siblings.length, label);
    return [{ key: id, end, inferred, name, label, alive: true, opens: id, verb: "", words: ["choose to see each; all are in the panel"] }];
  });
}

function bandsOf(thing, opened) {
  const all = saidOf(thing.id);
  return scene.bands.flatMap((band) => {
    const here = all.filter((one) => one.band === band.key).sort(inOrder);
    const drawn = here.filter((one) => holds(one.link, thing) && isDrawn(one.link, one.other));
    const asserted = drawn.filter((one) => !one.link.inferred);
    const ours = drawn.filter((one) => one.link.inferred);
    const rows = [];
    if (here.length || band.expected_of.includes(thing.label)) {
      rows.push({ ...band, note: noteOf(band, thing, here, asserted), cards: gathered(cardsOf(band.key, asserted), band.key, opened) });
    }
    if (ours.length) {
      const title = `${band.title} – our inference, in no document`;
      rows.push({ ...band, title, note: "", ours: true, cards: gathered(cardsOf(band.key, ours), `${band.key}|ours`, opened) });
    }
    return rows;
  });
}

// How many are drawn, and what else is known and not drawn, so that nothing looks like an orphan.
function noteOf(band, thing, here, drawn) {
  const known = here.filter((one) => holds(one.link, thing) && !one.link.inferred).length;
  const past = here.filter((one) => !holds(one.link, thing) && !one.link.inferred).length;
  const ours = state.inferences ? 0 : here.filter((one) => one.link.inferred).length;
  return [
    known ? countOf(band, drawn.length, known) : past ? "" : band.silence,
    past ? `${past} ${known ? "more " : ""}ended or not certain ${scene.day}: see the panel` : "",
    ours ? `${ours} we infer ourselves, not drawn` : "",
  ].filter(Boolean).join("; ");
}

function countOf(band, drawn, known) {
  return `${drawn === known ? known : `${drawn} of ${known}, the others filtered out`}${band.counting}`;
}

function columnsIn(width) {
  const inner = width - SHEET.left - SHEET.right;
  const number = Math.max(1, Math.floor((inner + SHEET.gap) / (SHEET.least + SHEET.gap)));
  return { number, width: Math.floor((inner - (number - 1) * SHEET.gap) / number) };
}

function laidOut(thing, width, opened) {
  const sheet = { width, cards: [], rails: [], titles: [], y: 4, columns: columnsIn(width) };
  const found = bandsOf(thing, opened);
  for (const band of found.filter((one) => one.above)) placeBand(sheet, band);
  placeFocus(sheet, thing);
  for (const band of found.filter((one) => !one.above)) placeBand(sheet, band);
  placeTrunks(sheet);
  return { ...sheet, height: sheet.y + 8 };
}

function placeBand(sheet, band) {
  const top = sheet.y;
  sheet.y += SHEET.title;
  for (let first = 0; first < band.cards.length; first += sheet.columns.number) {
    placeRow(sheet, band, band.cards.slice(first, first + sheet.columns.number));
  }
  sheet.titles.push({ title: band.title, note: band.note, top, bottom: sheet.y + 4 });
  sheet.y += SHEET.after;
}

function placeRow(sheet, band, row) {
  const sized = row.map((card) => ({ ...card, width: sheet.columns.width, ...composed(card, sheet.columns.width) }));
  const height = Math.max(...sized.map((card) => card.height));
  const top = sheet.y + (band.above ? 0 : SHEET.gutter);
  const rail = band.above ? top + height + SHEET.gutter - 4 : sheet.y + 4;
  sized.forEach((card, index) => {
    const x = SHEET.left + index * (card.width + SHEET.gap) + card.width / 2;
    sheet.cards.push({ ...card, height, x, y: top + height / 2, rail });
  });
  const last = SHEET.left + (row.length - 1) * (sheet.columns.width + SHEET.gap) + sheet.columns.width / 2;
  sheet.rails.push({ y: rail, end: last, ours: Boolean(band.ours), above: band.above });
  sheet.y += height + SHEET.gutter;
}

function placeFocus(sheet, thing) {
  const width = Math.min(sheet.columns.width * 2 + SHEET.gap, sheet.width - SHEET.left - SHEET.right);
  const words = [[thing.kind, thing.tier, thing.when].filter(Boolean).join(" · "), ...thing.remarks];
  const card = { key: "focus", thing: thing.id, label: thing.label, alive: thing.alive, name: thing.name, isFocus: true, verb: "", words, size: 16 };
  const sized = { ...card, width, ...composed(card, width) };
  sheet.focus = { ...sized, x: SHEET.left + width / 2, y: sheet.y + sized.height / 2 };
  sheet.cards.push(sheet.focus);
  sheet.y += sized.height + SHEET.after;
}

// One trunk at the left joins all rails to the focus; what we infer has a trunk of its own, dashed.
function placeTrunks(sheet) {
  sheet.trunks = [false, true].flatMap((ours) => {
    const rails = sheet.rails.filter((rail) => rail.ours === ours).map((rail) => rail.y);
    if (!rails.length) return [];
    const y = sheet.focus.y + (ours ? 8 : 0);
    return [{ ours, x: ours ? SHEET.ours : SHEET.lane, from: Math.min(...rails, y), to: Math.max(...rails, y), y }];
  });
}
