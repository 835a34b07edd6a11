/**
 * The dialog with the reader's files: open, download, forget.
 *
 * @module
 */
import { cacheOf } from "../../../lib/data/cache.ts";
import { save } from "./save.ts";
import { lookAt } from "./look_at.ts";
import { type FileStore, nameOf, sizeOf } from "./store.ts";

/** How a page uses its dialog. */
export interface PanelOptions {
  store: FileStore;
  /** Where networks that are opened lie for the cells of this page. */
  folder: string;
  /** Is given the sentence that files can't be kept, when that is found. */
  onRefused?: (sentence: string) => void;
  /** What else can be done with a file, besides downloading and forgetting it. */
  more?: (path: string) => { label: string; act(): void } | undefined;
}

/** Brings the dialog to life. Gives back what opens it. */
export function filesPanel({ store, folder, more, onRefused }: PanelOptions): () => void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.files")!;
  const find = <Type extends HTMLElement>(selector: string) =>
    dialog.querySelector<Type>(selector)!;
  const input = find<HTMLInputElement>("input");
  const list = find("ul");
  const say = (sentence: string, bad = false) => {
    find(".said").textContent = sentence;
    find(".said").classList.toggle("bad", bad);
  };

  async function show(): Promise<void> {
    const files = [...await store.all()].filter(([path]) => !path.endsWith(".cache"));
    list.replaceChildren(...files.map(([path, content]) => {
      const item = document.createElement("li");
      const words = document.createElement("span");
      words.textContent = `${path.slice(1)}, ${sizeOf(content)}`;
      item.append(words);
      const add = (label: string, act: () => void) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = label;
        button.setAttribute("aria-label", `${label}: ${path.slice(1)}`);
        button.addEventListener("click", act);
        item.append(button);
      };
      const other = more?.(path);
      if (other) add(other.label, () => (dialog.close(), other.act()));
      add("Download", () => save(new Blob([content]), nameOf(path)));
      add("Forget", async () => {
        await forget(path);
        say(`${nameOf(path)} is forgotten.`);
      });
      return item;
    }));
    find<HTMLButtonElement>('[data-do="forget-all"]').disabled = files.length === 0;
  }

  async function forget(path: string): Promise<void> {
    await store.put(cacheOf(path), undefined);
    await store.put(path, undefined);
    await show();
  }

  async function open(file: File): Promise<string> {
    const { name } = file;
    const found = await lookAt({ name, content: file, folder }, (done, total) => {
      say(`Reading ${name}: ${Math.round((100 * done) / total)}%`);
    });
    if (found.type === "wrong") throw new Error(found.message);
    // The file on the disk may change or go; this one stays as it is.
    await store.put(found.path, new Blob([await file.arrayBuffer()]));
    if (found.cache) await store.put(cacheOf(found.path), found.cache);
    return found.said;
  }

  input.addEventListener("change", async () => {
    const sentences: string[] = [];
    let bad = false;
    for (const file of input.files ?? []) {
      try {
        sentences.push(await open(file));
      } catch (error) {
        bad = true;
        sentences.push(`${(error as Error).message} It is not kept.`);
      }
    }
    input.value = "";
    say(sentences.join("\n"), bad);
    if (refused) say(`${sentences.join("\n")}\n${lastsOnly}`, true);
    await show();
  });

  let refused = false;
  const lastsOnly =
    "This browser keeps no files, or has no room for them: yours are there until you close this " +
    "page. Download what you need.";
  store.onRefused = () => {
    refused = true;
    say(lastsOnly, true);
    onRefused?.(lastsOnly);
  };
  find('[data-do="open-file"]').addEventListener("click", () => input.click());
  find('[data-do="close-files"]').addEventListener("click", () => dialog.close());
  find('[data-do="forget-all"]').addEventListener("click", async () => {
    if (!confirm("Forget all of your files? Those that you have not downloaded are lost.")) return;
    await store.clear();
    await show();
    say("All of your files are forgotten.");
  });
  return () => {
    say(refused ? lastsOnly : "", refused);
    void show();
    dialog.showModal();
  };
}
