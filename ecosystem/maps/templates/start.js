// What happens when: the address is the state, so that every view can be sent as a link and Back goes back.

function goTo(view, focus = "") {
  const address = addressOf(view, focus);
  if (location.hash === address) showState();
  else location.hash = address;
}

function setInferences(wanted) {
  state.inferences = wanted;
  goTo(state.view, state.focus);
}

function showState() {
  const before = `${state.view}=${state.focus}`;
  readAddress();
  closeFound();
  const isFocus = state.view === "focus";
  document.body.dataset.view = state.view === "grid" ? "overview" : state.view;
  document.title = isFocus ? `${things.get(state.focus).name} – ${byId("title").textContent}` : byId("title").textContent;
  for (const link of document.querySelectorAll("nav a")) {
    link.href = addressOf(link.dataset.goes);
    if (link.dataset.goes === state.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  byId("kind").value = state.kind;
  byId("inferences").setAttribute("aria-pressed", String(state.inferences));
  for (const details of document.querySelectorAll("#reports details")) details.open = state.inferences;
  if (state.view === "list") showList();
  if (isFocus) showFocus(`${state.view}=${state.focus}` !== before);
  else if (state.view === "grid") byId("grid").scrollIntoView();
  else if (`${state.view}=` !== before) window.scrollTo(0, 0);
}

function showFocus(moved) {
  const thing = things.get(state.focus);
  showPanel(thing);
  showPicture(thing);
  if (!moved) return;
  window.scrollTo(0, 0);
  byId("picture").scrollTop = 0;
  byId("find").value = "";
  byId("focus-title").focus({ preventScroll: true });
}

function offerKinds() {
  for (const kind of kindOrder) {
    const number = scene.things.filter((thing) => thing.label === kind).length;
    const option = made("option", `${scene.kinds[kind].plural} (${number})`);
    option.value = kind;
    if (number) byId("kind").append(option);
  }
}

function redraw() {
  document.documentElement.style.setProperty("--top-height", `${document.querySelector(".top").offsetHeight}px`);
  if (state.view === "focus") showPicture(things.get(state.focus));
}

function start() {
  document.querySelector("nav").hidden = false;
  offerKinds();
  byId("inferences").hidden = !scene.links.some((link) => link.inferred);
  byId("find").addEventListener("input", showFound);
  document.querySelector(".find").addEventListener("keydown", stepThroughFound);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".find")) closeFound();
  });
  byId("kind").addEventListener("change", () => {
    state.kind = byId("kind").value;
    goTo(state.view, state.focus);
  });
  byId("inferences").addEventListener("click", () => setInferences(!state.inferences));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("(forced-colors: active)").addEventListener("change", redraw);
  for (const [moment, paper] of [["beforeprint", "light"], ["afterprint", ""]]) {
    addEventListener(moment, () => {
      document.documentElement.dataset.paper = paper;
      redraw();
    });
  }
  addEventListener("resize", redraw);
  addEventListener("hashchange", showState);
  redraw();
  showState();
}

start();
