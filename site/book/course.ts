/**
 * The order of the course: which notebooks are pages, and where each lies.
 *
 * @module
 */

/** One page of the book, made from one notebook. */
export interface BookPage {
  /** `lessons` or `exercises`, the folder of the page. */
  part: "lessons" | "exercises";
  /** The name of the notebook and of the page, without an ending. */
  name: string;
  /** Where the notebook lies in the project. */
  notebook: string;
}

/** The pages in the order in which a reader meets them. */
export function bookPages(lessons: string[], exercises: string[]): BookPage[] {
  const page = (part: BookPage["part"], folder: string) => (file: string): BookPage => ({
    part,
    name: file.replace(/\.ipynb$/, ""),
    notebook: `${folder}/${file}`,
  });
  return [
    ...lessons.toSorted().map(page("lessons", "notebooks")),
    ...exercises.toSorted().map(page("exercises", "notebooks/exercises")),
  ];
}

/** Where a link of a notebook leads from its page: other notebooks are pages, too. */
export function siteLink(page: BookPage, address: string, pages: BookPage[]): string {
  if (!/\.ipynb(#.*)?$/.test(address) || /^[a-z]+:/.test(address)) return address;
  const [path, anchor = ""] = address.split("#");
  const base = new URL(`https://glassnet.invalid/${page.notebook}`);
  const notebook = new URL(path, base).pathname.slice(1);
  const there = pages.find((other) => other.notebook === notebook);
  if (!there) return address;
  const file = `${there.name}.html${anchor && `#${anchor}`}`;
  return there.part === page.part ? file : `../${there.part}/${file}`;
}

/** Where a page's notebook lies in the site's JupyterLab. */
export function labPath({ part, name }: BookPage): string {
  return `${part === "exercises" ? "exercises/" : ""}${name}.ipynb`;
}
