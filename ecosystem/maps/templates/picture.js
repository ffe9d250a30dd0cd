// The picture of what is in focus, drawn by vis-network from our own positions: nothing moves, nothing is guessed.

const opened = new Set();
let network;
let drawnSheet;

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { dragNodes: false, dragView: false, zoomView: false, hover: true, selectConnectedEdges: false, keyboard: false },
  nodes: { shape: "custom", fixed: true, chosen: false },
  edges: { smooth: false, chosen: false, hoverWidth: 0, arrowStrikethrough: true },
  autoResize: false,
};

const template = new Map(scene.network.nodes.map((node) => [node.thing, node]));

function nodeOf(card) {
  const known = card.thing === undefined ? {} : template.get(card.thing);
  return { ...known, id: card.key, label: "", x: card.x, y: card.y, shape: "custom", ctxRenderer: cardRenderer(card) };
}

function joint(id, x, y) {
  return { id, x, y, shape: "dot", size: 0.01, label: "", color: ink.ink, borderWidth: 0 };
}

function line(from, to, ours, arrows = "") {
  return { from, to, arrows: { to: { enabled: Boolean(arrows), scaleFactor: 0.55 } }, dashes: ours ? [5, 4] : false, color: ours ? ink.quiet : ink.verb, width: ours ? 1.5 : 1.8 };
}

// From each card a short line to its rail, with an arrow at whichever end the link points to.
function stub(card, joints) {
  const inside = joint(`${card.key}|rail`, card.x, card.rail);
  const edgeY = card.rail > card.y ? card.y + card.height / 2 + 1 : card.y - card.height / 2 - 1;
  const edge = joint(`${card.key}|edge`, card.x, edgeY);
  joints.push(inside, edge);
  return card.end === "subject" ? line(inside.id, edge.id, card.inferred, "to") : line(edge.id, inside.id, card.inferred, "to");
}

function railLines(sheet, joints) {
  return sheet.rails.flatMap((rail, index) => {
    const x = sheet.trunks.find((trunk) => trunk.ours === rail.ours).x;
    joints.push(joint(`rail|${index}|from`, x, rail.y), joint(`rail|${index}|to`, rail.end, rail.y));
    return [line(`rail|${index}|from`, `rail|${index}|to`, rail.ours)];
  });
}

function trunkLines(sheet, joints) {
  return sheet.trunks.flatMap((trunk) => {
    const key = `trunk|${trunk.ours}`;
    joints.push(joint(`${key}|from`, trunk.x, trunk.from), joint(`${key}|to`, trunk.x, trunk.to));
    joints.push(joint(`${key}|at`, trunk.x, trunk.y), joint(`${key}|focus`, SHEET.left, trunk.y));
    return [line(`${key}|from`, `${key}|to`, trunk.ours), line(`${key}|at`, `${key}|focus`, trunk.ours)];
  });
}

function drawBands(ctx) {
  ctx.save();
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  drawnSheet.titles.forEach(({ title, note, top, bottom }, index) => {
    ctx.fillStyle = index % 2 ? ink["band-two"] : ink.band;
    ctx.fillRect(0, top, drawnSheet.width, bottom - top);
    ctx.font = font(13, true);
    ctx.fillStyle = ink.ink;
    ctx.fillText(title, SHEET.left, top + 6);
    const after = SHEET.left + ctx.measureText(title).width + 10;
    ctx.font = font(12.5, false);
    ctx.fillStyle = ink.quiet;
    ctx.fillText(note, after, top + 6);
  });
  ctx.restore();
}

function choose({ nodes }) {
  const card = drawnSheet.cards.find((one) => one.key === nodes[0]);
  if (card?.opens) {
    opened.add(card.opens);
    showPicture(things.get(state.focus));
  } else if (card?.thing !== undefined && canFocus(things.get(card.thing))) {
    goTo("focus", card.thing);
  }
}

function showPicture(thing) {
  readColours();
  const sheet = laidOut(thing, byId("picture").clientWidth, opened);
  drawnSheet = sheet;
  const joints = [];
  const stubs = sheet.cards.filter((card) => !card.isFocus).map((card) => stub(card, joints));
  const lines = [...railLines(sheet, joints), ...trunkLines(sheet, joints), ...stubs];
  const data = { nodes: [...joints, ...sheet.cards.map(nodeOf)], edges: lines };
  byId("canvas").style.height = `${sheet.height}px`;
  byId("canvas").setAttribute("aria-label", spokenPicture(thing, sheet));
  network?.destroy();
  network = new vis.Network(byId("canvas"), data, OPTIONS);
  network.on("beforeDrawing", drawBands);
  network.on("click", choose);
  network.on("hoverNode", () => (byId("canvas").style.cursor = "pointer"));
  network.on("blurNode", () => (byId("canvas").style.cursor = ""));
  network.moveTo({ position: { x: sheet.width / 2, y: sheet.height / 2 }, scale: 1, animation: false });
  network.redraw();
}

function spokenPicture(thing, sheet) {
  return `${thing.name}: ${sheet.titles.map(({ title, note }) => `${title}, ${note}`).join(". ")}.`;
}
