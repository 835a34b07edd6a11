/**
 * Brings a page of the book to life: cells can be changed and run, and what was typed is kept.
 *
 * @module
 */
import { Kernel } from "../../kernel/client.ts";
import { keepOffline } from "../../offline/register.ts";
import type { BookCell } from "./cell.ts";
import { notebookWith } from "./download.ts";
import { finishPage, Kept, markFinished } from "./kept.ts";
import { closeMenus } from "./menus.ts";
import { PageCells } from "./page_cells.ts";
import { filesPanel } from "../../yours/page/panel.ts";
import { save } from "../../yours/page/save.ts";
import { FileStore, nameOf, sizeOf } from "../../yours/page/store.ts";

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

const cells = new PageCells(kept, {
  onRun: (cell, thenNext) => run(cell, thenNext),
  onNotice: (sentence) => say(sentence, true),
});

const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
const passed = new Set<BookCell>();
const folder = document.body.dataset.folder!;

const store = new FileStore();
store.onChange = (path, content) => {
  if (!kernel) return;
  if (content) kernel.write(path, content);
  else kernel.forget(path);
};
const openFiles = filesPanel({ store, folder, onRefused: (sentence) => say(sentence, true) });

/** A cell has written a file: it is kept, and can be downloaded. A submission is what one wants to have. */
function written(path: string, bytes: Uint8Array<ArrayBuffer>, id: string): void {
  store.keep(path, bytes);
  const download = () => save(new Blob([bytes]), nameOf(path));
  cells.get(id)?.outputs.file(path.slice(1), sizeOf(bytes), download);
  if (/^submission.*\.csv$/.test(nameOf(path))) download();
}

/** How many cells wait or run. */
let busy = 0;
/** How far several cells in a row are; empty if none run. */
let progress = "";
let kernel: Kernel | undefined;

/** The kernel, which starts with the first cell that somebody runs. */
function theKernel(): Kernel {
  return kernel ??= new Kernel({
    worker: new URL("../kernel/kernel.js", import.meta.url),
    folder,
    files: store.all(),
    listener: {
      output(id, output) {
        const cell = cells.get(id);
        if (!cell) return;
        cell.outputs.add(output);
        if (
          output.output_type === "error" && /\bis not defined\b/.test(output.traceback.join("\n"))
        ) {
          offerCellsAbove(cell);
        }
      },
      running(id) {
        const cell = cells.get(id)!;
        cell.state = "running";
        cell.outputs.clear();
      },
      loading: (what, done, total) =>
        say(done < total ? `Loading ${what}: ${Math.round((100 * done) / total)}%` : progress),
      written,
      removed: (path) => store.keep(path, undefined),
      restarted() {
        passed.clear();
        progress = "";
        say("Restarted: every variable is gone. Run the cells again from the top.");
      },
    },
  });
}

/** Cells run one after the other, in the order in which the reader asked for them. */
async function run(cell: BookCell, thenNext = false): Promise<void> {
  if (thenNext) cells.all[cells.all.indexOf(cell) + 1]?.focus();
  if (cell.isBusy) return;
  cell.state = "waiting";
  button("stop").disabled = false;
  busy++;
  const others = cells.all.filter((one) => one !== cell).map(({ source }) => source);
  const { ok } = await theKernel().run(cell.id, cell.source, others);
  busy--;
  cell.state = "idle";
  button("stop").disabled = busy === 0;
  const isMeantToFail = cell.element.dataset.tags?.includes("raises-exception");
  if (ok || isMeantToFail) passed.add(cell);
  else passed.delete(cell);
  if (!cells.all.every((one) => one.isAdded || passed.has(one))) return;
  finishPage(page);
  markFinished();
}

/** What a cell lacks is usually in a cell above it that has not run. */
function offerCellsAbove(cell: BookCell): void {
  const above = cells.all.slice(0, cells.all.indexOf(cell));
  if (above.every((one) => passed.has(one))) return;
  cell.outputs.offer("Cells above this one have not run.", "Run them first", async () => {
    if (await runInOrder(above)) await run(cell);
  });
}

/** Cells one after the other, up to one that fails and is not meant to. True if none did. */
async function runInOrder(chosen: BookCell[]): Promise<boolean> {
  for (const cell of chosen) cell.state = "waiting";
  let failed: BookCell | undefined;
  for (const [k, cell] of chosen.entries()) {
    say(progress = `Running ${k + 1} of ${chosen.length}`);
    cell.state = "idle";
    await run(cell);
    if (!passed.has(cell)) {
      failed = cell;
      break;
    }
  }
  for (const cell of chosen) if (!cell.isRunning) cell.state = "idle";
  // A restart has said already why nothing runs any more.
  if (progress) sayHowItEnded(chosen, failed);
  progress = "";
  return !failed;
}

function sayHowItEnded(chosen: BookCell[], failed?: BookCell): void {
  if (!failed) return say(chosen.length === 1 ? "1 cell ran" : `${chosen.length} cells ran`);
  say("", true);
  const link = document.createElement("a");
  link.href = `#${failed.id}`;
  link.textContent = `cell ${chosen.indexOf(failed) + 1}`;
  status.append("Stopped at ", link, ": error");
}

button("files").addEventListener("click", openFiles);
button("run-all").addEventListener("click", () => runInOrder(cells.all));
button("stop").addEventListener("click", () => kernel?.stop());
button("restart").addEventListener("click", () => {
  if (kernel) kernel.restart();
  else say("Nothing has run yet.");
});
button("reset").addEventListener("click", () => {
  const original = cells.all.filter((cell) => !cell.isAdded);
  const changed = original.filter((cell) => cell.source !== cell.original).length;
  if (changed === 0) return say("Every cell is as it was at the beginning.");
  const what = changed === 1 ? "one cell" : `${changed} cells`;
  if (!confirm(`Put the original text back into ${what}? What you typed there is lost.`)) return;
  for (const cell of original) cell.reset();
  say(`The original text is back in ${what}.`);
});
document.querySelector<HTMLAnchorElement>('[data-do="download"]')!.addEventListener(
  "click",
  async (event) => {
    event.preventDefault();
    const { href } = event.currentTarget as HTMLAnchorElement;
    const sources = new Map(cells.all.map(({ id, source }) => [id, source]));
    try {
      save(await notebookWith(href, sources, cells.added), href.split("/").at(-1)!);
    } catch {
      say("The notebook could not be fetched. Is the network gone? Your text is still here.", true);
    }
  },
);

closeMenus();
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
