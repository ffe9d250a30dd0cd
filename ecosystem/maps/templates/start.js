// What happens when: the address is the state, so that every view can be sent as a link and Back goes back.

function goTo(view, focus = "", of = "") {
  const address = addressOf(view, focus, of);
  if (location.hash === address) showState();
  else location.hash = address;
}

function setInferences(wanted) {
  state.inferences = wanted;
  goTo(state.view, state.focus, state.of);
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
  byId("inferences").hidden = !hasInferences(isFocus);
  byId("inferences").setAttribute("aria-pressed", String(state.inferences));
  for (const details of document.querySelectorAll("#reports details")) details.open = state.inferences;
  if (state.view === "list") showList();
  if (isFocus) showFocus(`${state.view}=${state.focus}` !== before);
  else if (state.view === "grid") byId("grid").scrollIntoView();
  else if (`${state.view}=` !== before) window.scrollTo(0, 0);
  if (!isFocus && `${state.view}=` !== before && !document.activeElement.closest("nav")) startReading(state.view);
}

// The button stands where pressing it shows something.
function hasInferences(isFocus) {
  if (isFocus) return saidOf(state.focus).some((one) => one.link.inferred);
  return state.view === "reports" && Boolean(document.querySelector("#reports details"));
}

// Whoever followed a link within the page reads on from the heading it led to.
function startReading(view) {
  const heading = document.querySelector(`#${view} h2`);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
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

// The heads of the columns stay in sight where the table needs no scrolling sideways of its own.
function fitGrid() {
  const wide = document.querySelector(".wide");
  if (!wide?.clientWidth) return;
  wide.classList.remove("fits");
  const fits = wide.scrollWidth <= wide.clientWidth + 1;
  wide.classList.toggle("fits", fits);
  wide.tabIndex = fits ? -1 : 0;
}

function redraw() {
  fitGrid();
  document.documentElement.style.setProperty("--top-height", `${document.querySelector(".top").offsetHeight}px`);
  if (state.view === "focus") showPicture(things.get(state.focus));
}

function start() {
  document.querySelector("nav").hidden = false;
  offerKinds();
  byId("find").addEventListener("input", showFound);
  document.querySelector(".find").addEventListener("keydown", stepThroughFound);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".find")) closeFound();
  });
  document.querySelector(".find").addEventListener("focusout", (event) => {
    if (event.relatedTarget && !event.relatedTarget.closest(".find")) closeFound();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  byId("kind").addEventListener("change", () => {
    state.kind = byId("kind").value;
    goTo(state.view, state.focus, state.of);
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
