/**
 * What a reader has typed, kept in this browser: one entry for each changed cell, so that two tabs on
 * one lesson do not overwrite each other's.
 *
 * @module
 */

/** What is kept for one page of the book. */
export class Kept {
  readonly #prefix: string;
  /** Called when something can't be kept, once. */
  onRefused: () => void = () => {};
  #refused = false;

  /** @param page the name of the page, such as `lessons/03-forward` */
  constructor(page: string) {
    this.#prefix = `glassnet/${page}/`;
  }

  /** What was typed into a cell; undefined if it is as it was. */
  source(cell: string): string | undefined {
    return this.#try(() => localStorage.getItem(this.#prefix + cell)) ?? undefined;
  }

  /** Keeps what was typed into a cell, or forgets it. */
  keep(cell: string, source: string | undefined): void {
    this.#try(() => {
      if (source === undefined) localStorage.removeItem(this.#prefix + cell);
      else localStorage.setItem(this.#prefix + cell, source);
    });
  }

  /** The cells of which something is kept. */
  cells(): string[] {
    const keys = this.#try(() => Object.keys(localStorage)) ?? [];
    return keys.filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length));
  }

  /** Calls `changed` when another tab has changed a cell of this page. */
  onChange(changed: (cell: string, source: string | undefined) => void): void {
    addEventListener("storage", ({ key, newValue }) => {
      if (key?.startsWith(this.#prefix)) {
        changed(key.slice(this.#prefix.length), newValue ?? undefined);
      }
    });
  }

  /** A browser may forbid its storage, or it may be full. */
  #try<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      if (!this.#refused) this.onRefused();
      this.#refused = true;
      return undefined;
    }
  }
}

const finished = "glassnet/finished";

/** The pages that the reader has finished. */
export function finishedPages(): Set<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(finished) ?? "[]"));
  } catch {
    return new Set();
  }
}

/** Notes that a page is finished. */
export function finishPage(page: string): void {
  try {
    localStorage.setItem(finished, JSON.stringify([...finishedPages().add(page)]));
  } catch {
    // Then the course shows no progress, and nothing else is lost.
  }
}

/** Marks the links to finished pages. */
export function markFinished(): void {
  const pages = finishedPages();
  for (const link of document.querySelectorAll<HTMLElement>("[data-progress]")) {
    link.toggleAttribute("data-done", pages.has(link.dataset.progress!));
  }
}
