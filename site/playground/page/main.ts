/**
 * The playground: a network that learns in the page.
 *
 * @module
 */
import { cacheOf } from "../../../lib/data/cache.ts";
import { percent } from "../../../lib/display/numbers.ts";
import { bringToLife } from "../../../lib/explorer/page/bring_to_life.ts";
import { themeOf } from "../../../lib/explorer/page/theme.ts";
import type { Payload } from "../../../lib/explorer/payload.ts";
import { PIXELS } from "../../../lib/matrix/mnist.ts";
import type { Content } from "../../kernel/protocol.ts";
import type { Frame, FromTrainer, Look, ToTrainer } from "../messages.ts";
import { controls, fromHash, type PlaygroundSettings, toHash } from "../settings.ts";
import { Curves } from "./curves.ts";
import { drawAdded, drawMistakes } from "./images.ts";
import { LivePad } from "./live_pad.ts";
import { startTrainer, type Trainer } from "./trainer_client.ts";
import { filesPanel } from "../../yours/page/panel.ts";
import { save } from "../../yours/page/save.ts";
import { FileStore, nameOf } from "../../yours/page/store.ts";

const root = document.querySelector<HTMLElement>("#playground")!;
const find = <Type extends HTMLElement>(selector: string) => root.querySelector<Type>(selector)!;
const button = (name: string) => find<HTMLButtonElement>(`[data-do="${name}"]`);
const said = find(".said");
const form = find<HTMLFormElement>("form");
const curves = new Curves(find<HTMLCanvasElement>(".curves"));
const pad = new LivePad(find(".pad-place"));

let settings = fromHash(location.hash);
let trainer: Trainer | undefined;
/** A saved network that the training begins with. */
let start: { name: string; content: Content } | undefined;
let ready = false;
let going = false;
let startWhenReady = false;
let intoWhenReady = false;
let frame: Frame | undefined;
let look: Look | undefined;
let drawn: { frame?: Frame; look?: Look } = {};

function say(sentence: string): void {
  said.textContent = sentence;
  // Also where the pad will be, for somebody who waits for it there.
  if (!frame && sentence) find(".pad-place > p").textContent = sentence;
}

const store = new FileStore();
const csv = "/data/train.csv";
store.onChange = (path) => {
  if (path !== csv || !trainer) return;
  endTrainer();
  restart(settings);
  say("train.csv is another one now: press Start to train with it.");
};
const openFiles = filesPanel({
  store,
  folder: "/notebooks",
  more: (path) =>
    path.endsWith(".safetensors") ? { label: "Train on", act: () => use(path) } : undefined,
});

/** Begins with a saved network. */
async function use(path: string): Promise<void> {
  const content = (await store.all()).get(path);
  if (!content) return;
  restart(settings, { name: nameOf(path), content });
  say(`The training goes on from ${nameOf(path)}: press Start.`);
}

/** Messages keep their order: what the trainer begins with has to be read first. */
let telling: Promise<void> = Promise.resolve();

/** The trainer, which fetches the digits when it starts: not before somebody wants to train. */
function theTrainer(): Trainer {
  if (trainer) return trainer;
  say("Loading the digits ...");
  trainer = startTrainer(hear);
  begin();
  return trainer;
}

function tell(message: ToTrainer): void {
  const to = theTrainer();
  telling = telling.then(() => to.tell(message));
}

/** Has the trainer begin anew. */
function begin(): void {
  const to = trainer!;
  const message = { type: "begin" as const, settings, start };
  telling = telling.then(async () => {
    const files = await store.all();
    const own = [csv, cacheOf(csv)].flatMap((path) =>
      files.has(path) ? [[path, files.get(path)!]] : []
    );
    to.tell({ ...message, own: Object.fromEntries(own) });
  });
}

function endTrainer(): void {
  trainer?.end();
  trainer = undefined;
  ready = false;
}

function hear(message: FromTrainer): void {
  switch (message.type) {
    case "loading":
      return say(`Loading the digits: ${percent(message.done / message.total)}`);
    case "ready":
      ready = true;
      say("");
      if (startWhenReady) go();
      return;
    case "frame":
      if (message.frame.iteration === 0) curves.clear();
      frame = message.frame;
      look = frame.look ?? look;
      button("save").disabled = false;
      if (intoWhenReady) {
        intoWhenReady = false;
        tell({ type: "step-into" });
      }
      curves.add(frame.losses, frame.accuracies);
      return;
    case "warning":
      return say(message.message);
    case "stopped":
      setGoing(false);
      return say(message.message);
    case "step-into":
      return showExplorer(message.payload);
    case "saved":
      return saved(message.path, message.bytes);
    case "failed":
      // The next press tries again.
      endTrainer();
      setGoing(false);
      return say(message.message);
  }
}

function saved(path: string, bytes: Uint8Array<ArrayBuffer>): void {
  store.put(path, bytes);
  save(new Blob([bytes]), nameOf(path));
  say(`Saved. In a cell of a lesson, loadParameters("${nameOf(path)}") gives this network.`);
}

function go(): void {
  setGoing(true);
  tell({ type: "go" });
}

function pause(): void {
  setGoing(false);
  tell({ type: "pause" });
}

function setGoing(yes: boolean): void {
  going = yes;
  startWhenReady = false;
  button("start").textContent = yes ? "Pause" : frame?.iteration ? "Go on" : "Start";
  button("step").disabled = yes;
}

/** Sixty times a second: what has come since the last picture. */
function draw(): void {
  requestAnimationFrame(draw);
  if (!frame || !look || frame === drawn.frame) return;
  const seen = drawn.look === look;
  drawn = { frame, look };
  // What is read of the page's style is read before anything changes it.
  const theme = themeOf(root);
  curves.draw();
  drawAdded(find(".added"), frame.added, theme);
  number("iteration", frame.iteration.toLocaleString("en"));
  number("epochs", frame.epochs.toFixed(2));
  number("loss", frame.loss.toFixed(3));
  number("accuracy", percent(frame.accuracy));
  if (frame.devAccuracy !== undefined) number("devAccuracy", percent(frame.devAccuracy));
  if (seen) return;
  number("off", `${look.off} of ${hiddenUnits(frame)}`);
  drawMistakes(find(".mistakes"), look.mistakes, theme);
  pad.use(look.parameters);
}

function number(name: string, text: string): void {
  const place = find(`[data-number="${name}"]`);
  if (place.textContent !== text) place.textContent = text;
}

function hiddenUnits({ added }: Frame): number {
  return added.length / PIXELS;
}

/** Once a second is often enough for a screen reader that asks what the curves show. */
setInterval(() => {
  if (!frame) return;
  find(".curves").setAttribute(
    "aria-label",
    `After ${frame.iteration} updates the loss is ${frame.loss.toFixed(3)}, and ${
      percent(frame.accuracy)
    } of the batch is right`,
  );
}, 1000);

function showExplorer(payload: Payload): void {
  const place = find(".explorer-place");
  const host = document.createElement("div");
  place.replaceChildren(host);
  bringToLife(host, payload);
  place.prepend(explorerNote(payload));
  const first = host.shadowRoot!.querySelector<HTMLElement>("button:not([aria-disabled='true'])");
  first?.focus({ preventScroll: true });
  // Not before it is laid out: until then the page is too short to scroll that far.
  requestAnimationFrame(() => place.scrollIntoView({ block: "start" }));
}

/** What the explorer shows: a part of the batch, and a step without momentum. */
function explorerNote(payload: Payload): HTMLElement {
  const note = document.createElement("p");
  const images = payload.kind === "explorer" ? payload.labels.length : 0;
  note.textContent =
    `The next update of this network, computed for the first ${images} images of ` +
    `its batch${
      settings.momentum > 0 ? ", without momentum" : ""
    }. Next, or the right arrow key, ` +
    "goes on to the next equation.";
  return note;
}

function restart(chosen: PlaygroundSettings, from?: typeof start): void {
  settings = chosen;
  start = from;
  for (const { name } of controls) {
    find<HTMLSelectElement>(`[name="${name}"]`).value = `${settings[name]}`;
  }
  setGoing(false);
  find(".explorer-place").replaceChildren();
  frame = look = undefined;
  ready = false;
  button("save").disabled = true;
  button("start").textContent = "Start";
  if (trainer) begin();
}

button("start").addEventListener("click", () => {
  if (going) return pause();
  if (ready) return go();
  startWhenReady = true;
  theTrainer();
});
button("draw").addEventListener("click", () => {
  if (!frame && !going && !startWhenReady) button("start").click();
  find(".pad-place").closest("figure")!.scrollIntoView({ block: "start" });
});
button("step").addEventListener("click", () => tell({ type: "step" }));
button("into").addEventListener("click", () => {
  if (going) pause();
  if (ready) return tell({ type: "step-into" });
  intoWhenReady = true;
  theTrainer();
});
button("again").addEventListener("click", () => restart(settings, start));
button("save").addEventListener("click", () => {
  tell({ type: "save", path: `/notebooks/playground-${hiddenUnits(frame!)}.safetensors` });
});
button("files").addEventListener("click", openFiles);
button("link").addEventListener("click", async () => {
  const hash = toHash(settings);
  const link = `${location.href.split("#")[0]}${hash && `#${hash}`}`;
  try {
    await navigator.clipboard.writeText(link);
    say("The link with these settings is copied.");
  } catch {
    say(`The link with these settings: ${link}`);
  }
});
form.addEventListener("change", () => {
  const hash = new URLSearchParams(new FormData(form) as never).toString();
  const chosen = fromHash(hash);
  history.replaceState(null, "", `#${toHash(chosen)}`);
  restart(chosen);
});
addEventListener("hashchange", () => {
  restart(fromHash(location.hash));
  root.scrollIntoView({ block: "start" });
});

restart(settings);
for (const name of ["start", "draw", "step", "again", "into", "files"]) {
  button(name).disabled = false;
}
requestAnimationFrame(draw);
