/**
 * The cells of a page: the lesson's own, and those that the reader adds.
 *
 * @module
 */
import { inputHtml } from "../cell_html.ts";
import { BookCell, type CellEvents } from "./cell.ts";
import type { AddedCell } from "./download.ts";
import type { Kept } from "./kept.ts";

/** What the cells tell their page. */
export interface PageEvents extends CellEvents {
  /** Something that the reader wants to know. */
  onNotice(sentence: string): void;
}

/** The name of an added cell: that of the section below which it stands, and a number. */
const addedName = /^(.+)-added-(\d+)$/;

/** The cells of a page, in its order. */
export class PageCells {
  /** All cells from top to bottom. */
  all: BookCell[] = [];
  readonly #byId = new Map<string, BookCell>();
  /** The line with the button "+ cell" below a section, by the section's name. */
  readonly #lines = new Map<string, HTMLElement>();

  constructor(private readonly kept: Kept, private readonly events: PageEvents) {
    for (const element of document.querySelectorAll<HTMLElement>(".cell")) this.#take(element);
    for (const section of document.querySelectorAll<HTMLElement>("main > section")) {
      if (endsPart(section) || isTry(section)) this.#addLine(section);
    }
    const number = (id: string) => Number(addedName.exec(id)![2]);
    const added = kept.cells().filter((id) => addedName.test(id));
    for (const id of added.toSorted((a, b) => number(a) - number(b))) this.#put(id);
    this.#sort();
    kept.onChange((id, source) => this.#changedElsewhere(id, source));
  }

  /** The cell of a name, if the page has it. */
  get(id: string): BookCell | undefined {
    return this.#byId.get(id);
  }

  /** The added cells as the downloaded notebook takes them. */
  get added(): AddedCell[] {
    return [...this.#lines].flatMap(([after, line]) => {
      const cells: AddedCell[] = [];
      let above = line.previousElementSibling;
      for (; above?.matches(".added"); above = above.previousElementSibling) {
        cells.unshift({ id: above.id, source: this.get(above.id)!.source, after });
      }
      return cells;
    });
  }

  #take(element: HTMLElement): BookCell {
    const cell = new BookCell(element, this.kept, this.events);
    this.#byId.set(cell.id, cell);
    return cell;
  }

  #sort(): void {
    const elements = [...document.querySelectorAll<HTMLElement>(".cell")];
    this.all = elements.map(({ id }) => this.#byId.get(id)!);
  }

  #addLine(section: HTMLElement): void {
    const line = document.createElement("p");
    line.className = "add";
    line.innerHTML = '<button type="button" title="Add a cell of your own here">+ cell</button>';
    line.firstElementChild!.addEventListener("click", () => this.#add(section.id));
    section.after(line);
    this.#lines.set(section.id, line);
  }

  /** A new, empty cell below a section and what was added there before. */
  #add(section: string): void {
    let number = 1;
    while (this.#byId.has(`${section}-added-${number}`)) number++;
    const id = `${section}-added-${number}`;
    this.kept.keep(id, "");
    this.#put(id).edit();
    this.#sort();
  }

  /** Puts an added cell where its name says. If a newer lesson lacks that section, it stands at the end. */
  #put(id: string): BookCell {
    const element = document.createElement("section");
    element.className = "cell added";
    element.id = id;
    element.innerHTML = `${inputHtml("")}<div class="out"></div>`;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "remove";
    remove.textContent = "\u00d7";
    remove.setAttribute("aria-label", "Remove this cell");
    remove.addEventListener("click", () => this.#askToRemove(cell));
    element.firstElementChild!.append(remove);
    const line = this.#lines.get(addedName.exec(id)![1]) ?? [...this.#lines.values()].at(-1)!;
    line.before(element);
    const cell = this.#take(element);
    return cell;
  }

  #askToRemove(cell: BookCell): void {
    if (cell.isBusy) {
      return this.events.onNotice("This cell is running. Stop it before you remove it.");
    }
    const isLost = cell.source.trim() !== "";
    if (isLost && !confirm("Remove this cell? What you typed there is lost.")) return;
    let next = cell.element.nextElementSibling!;
    while (!next.matches(".add")) next = next.nextElementSibling!;
    this.#remove(cell);
    next.querySelector("button")!.focus();
  }

  #remove(cell: BookCell): void {
    this.kept.keep(cell.id, undefined);
    this.#byId.delete(cell.id);
    cell.element.remove();
    this.#sort();
  }

  #changedElsewhere(id: string, source: string | undefined): void {
    const cell = this.get(id);
    if (!cell) {
      if (source !== undefined && addedName.test(id)) {
        this.#put(id);
        this.#sort();
      }
    } else if (cell.isTyping) {
      this.events.onNotice(
        "Another tab has changed the cell that you are in. What is typed last is what is kept.",
      );
    } else if (source !== undefined || !cell.isAdded) cell.source = source ?? cell.original;
    else if (!cell.isBusy) this.#remove(cell);
  }
}

/** Whether a part of the page ends with this section. */
function endsPart(section: HTMLElement): boolean {
  if (section.querySelector("h1")) return false;
  const next = section.nextElementSibling;
  return !next?.matches("section") || next.firstElementChild?.tagName === "H2";
}

/** Whether a section asks the reader to try something. */
function isTry(section: HTMLElement): boolean {
  const strong = [...section.querySelectorAll("strong")];
  return section.matches(".prose") && strong.some(({ textContent }) => textContent === "Try.");
}
