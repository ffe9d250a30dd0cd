// One card of the picture: verb, name and words, wrapped and never under 12 px; its frame says the kind without colour.

const CARD = { padding: 9, name: 13, small: 12, lead: 1.28, nameLines: 3, wordLines: 3 };

let measure;
let family;
let ink;

// Colours as the page shows them now: light, dark, or the colours a person has forced on it.
function readColours() {
  const probe = made("i");
  document.body.append(probe);
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ["paper", "ink", "quiet", "rule", "band", "band-two", "verb", "plan", "plan-edge", "here", "here-edge"];
  ink = Object.fromEntries(names.map((name) => [name, read(name)]));
  family = getComputedStyle(document.body).fontFamily;
  measure ??= document.createElement("canvas").getContext("2d");
  probe.remove();
}

function font(size, bold) {
  return `${bold ? "bold " : ""}${size}px ${family}`;
}

function fits(text, width) {
  return measure.measureText(text).width <= width;
}

function cutTo(text, width) {
  let kept = text;
  while (kept && !fits(`${kept}…`, width)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

function wrapped(text, width, size, bold, most) {
  measure.font = font(size, bold);
  const lines = [];
  for (const word of text.slice(0, 400).split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && fits(longer, width)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (fits(line, width) ? line : cutTo(line, width)));
  if (lines.length > most) kept[most - 1] = cutTo(`${lines[most - 1]} ${lines[most]}`, width);
  return kept;
}

// The lines of a card with their fonts, and its height, for a width.
function composed(card, width) {
  const inner = width - 2 * CARD.padding;
  const parts = [
    ...wrapped(card.verb, inner, CARD.small, false, 1).map((text) => ({ text, size: CARD.small, colour: "verb" })),
    ...wrapped(card.name, inner, card.size || CARD.name, true, CARD.nameLines).map((text) => ({
      text, size: card.size || CARD.name, bold: true, colour: "ink",
    })),
    ...card.words.flatMap((words) => wrapped(words, inner, CARD.small, false, CARD.wordLines)).map((text) => ({
      text, size: CARD.small, colour: "quiet",
    })),
  ].filter((part) => part.text);
  const height = parts.reduce((sum, part) => sum + part.size * CARD.lead, 0) + 2 * CARD.padding - 3;
  return { parts, height: Math.ceil(height) };
}

const TABLE_KINDS = ["Board", "Partnership", "LocalCarePartnership"];

function frameOf(card) {
  if (card.isFocus) return { fill: ink.here, edge: ink["here-edge"], width: 3, dashes: [] };
  if (!card.alive) return { fill: ink.paper, edge: ink.quiet, width: 1.3, dashes: [2, 3] };
  if (["Strategy", "Programme"].includes(card.label)) return { fill: ink.plan, edge: ink["plan-edge"], width: 1, dashes: [] };
  if (["Constituency", "Population"].includes(card.label)) return { fill: ink.paper, edge: ink.ink, width: 1, dashes: [4, 3] };
  return { fill: ink.paper, edge: ink.ink, width: TABLE_KINDS.includes(card.label) ? 2.2 : 1, dashes: [] };
}

// The drawing library calls this for each node: the card is drawn round its centre.
function cardRenderer(card) {
  return ({ ctx, x, y }) => ({
    drawNode() {
      const frame = frameOf(card);
      ctx.save();
      ctx.fillStyle = frame.fill;
      ctx.strokeStyle = frame.edge;
      ctx.lineWidth = frame.width;
      ctx.setLineDash(frame.dashes);
      ctx.beginPath();
      ctx.rect(x - card.width / 2, y - card.height / 2, card.width, card.height);
      ctx.fill();
      ctx.stroke();
      drawLines(ctx, card, x - card.width / 2 + CARD.padding, y - card.height / 2 + CARD.padding - 2);
      ctx.restore();
    },
    nodeDimensions: { width: card.width, height: card.height },
  });
}

function drawLines(ctx, card, left, top) {
  let baseline = top;
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  for (const part of card.parts) {
    ctx.font = font(part.size, part.bold);
    ctx.fillStyle = ink[part.colour];
    ctx.fillText(part.text, left, baseline + 1);
    baseline += part.size * CARD.lead;
  }
}
