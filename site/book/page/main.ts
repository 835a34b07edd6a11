/**
 * Brings a page of the book to life: cells can be changed and run, and what was typed is kept.
 *
 * @module
 */
import { keepOffline } from "../../offline/register.ts";
import { BookCell } from "./cell.ts";
import { notebookWith, save } from "./download.ts";
import { finishPage, Kept, markFinished } from "./kept.ts";
import { type PageKernel, startKernel } from "./kernel.ts";

const page = document.body.dataset.page!;
const status = document.querySelector<HTMLElement>(".status")!;

/** One sentence in the bar at the top. */
function say(sentence: string, bad = false): void {
  status.textContent = sentence;
  status.classList.toggle("bad", bad);
}

const kept = new Kept(page);
kept.onRefused = () =>
  say("This browser does not keep what you type. Download it before you close the page.", true);

const cells = [...document.querySelectorAll<HTMLElement>(".cell")].map((element) =>
  new BookCell(element, kept, { onRun: (cell, thenNext) => enqueue([cell], thenNext) })
);
const byId = new Map(cells.map((cell) => [cell.id, cell]));
kept.onChange((id, source) => {
  const cell = byId.get(id);
  if (cell && !cell.isTyping) cell.source = source ?? cell.original;
});

const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
const passed = new Set<BookCell>();
let queue: BookCell[] = [];
let kernel: PageKernel | undefined;
let running = false;

/** Cells run one after the other, in the order in which the reader asked for them. */
async function enqueue(wanted: BookCell[], thenNext = false): Promise<void> {
  for (const cell of wanted) {
    if (queue.includes(cell)) continue;
    queue.push(cell);
    cell.state = "waiting";
  }
  if (thenNext) cells[cells.indexOf(wanted.at(-1)!) + 1]?.focus();
  if (running) return;
  running = true;
  button("stop").disabled = false;
  try {
    kernel ??= await startKernel(page, say);
    while (queue.length > 0) await runNext();
  } catch (error) {
    say((error as Error).message, true);
    empty();
  } finally {
    running = false;
    button("stop").disabled = true;
  }
}

async function runNext(): Promise<void> {
  const cell = queue.shift()!;
  cell.state = "running";
  cell.outputs.clear();
  const { ok, ended } = await kernel!.run(cell.id, cell.source, (output) => {
    cell.outputs.add(output);
  });
  cell.state = "idle";
  if (ended) cell.outputs.note(ended);
  const teaches = cell.element.dataset.tags?.includes("raises-exception");
  if (ok || teaches) passed.add(cell);
  else {
    passed.delete(cell);
    empty();
  }
  if (passed.size === cells.length) {
    finishPage(page);
    markFinished();
  }
}

function empty(): void {
  for (const cell of queue) cell.state = "idle";
  queue = [];
}

button("run-all").addEventListener("click", () => enqueue(cells));
button("stop").addEventListener("click", () => {
  empty();
  kernel?.stop();
});
button("restart").addEventListener("click", () => {
  empty();
  kernel?.end("Restarted: every variable is gone. Run the cells again from the top.");
  kernel = undefined;
  passed.clear();
  say("Restarted: every variable is gone. Run the cells again from the top.");
});
button("reset").addEventListener("click", () => {
  const changed = cells.filter((cell) => cell.source !== cell.original).length;
  if (changed === 0) return say("Every cell is as it was at the beginning.");
  const what = changed === 1 ? "one cell" : `${changed} cells`;
  if (!confirm(`Put the original text back into ${what}? What you typed there is lost.`)) return;
  for (const cell of cells) cell.reset();
  say(`The original text is back in ${what}.`);
});
document.querySelector<HTMLAnchorElement>('[data-do="download"]')!.addEventListener(
  "click",
  async (event) => {
    event.preventDefault();
    const { href } = event.currentTarget as HTMLAnchorElement;
    const sources = new Map(cells.map(({ id, source }) => [id, source]));
    try {
      save(await notebookWith(href, sources), href.split("/").at(-1)!);
    } catch {
      say("The notebook could not be fetched. Is the network gone? Your text is still here.", true);
    }
  },
);

document.querySelector<HTMLElement>(".tools")!.hidden = false;
if (matchMedia("(min-width: 70rem)").matches) {
  document.querySelector<HTMLDetailsElement>(".contents details")!.open = true;
}
markFinished();

keepOffline(new URL("..", import.meta.url), (change) => {
  status.replaceChildren("There is a newer version of this site. ");
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = "Reload";
  reload.addEventListener("click", change);
  status.append(reload);
});
