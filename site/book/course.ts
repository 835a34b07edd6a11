/**
 * The order of the course: which notebooks are pages, and where each lies.
 *
 * @module
 */

/** One page of the book, made from one notebook. */
export interface BookPage {
  /** The folder of the page; a teacher's own exercises are in `own`. */
  part: "lessons" | "exercises" | "own";
  /** The name of the notebook and of the page, without an ending. */
  name: string;
  /** Where the notebook lies, seen from the project: `notebooks/03-forward.ipynb`. */
  notebook: string;
}

/** Where a teacher's own exercises lie for their cells, beside the project's notebooks. */
export const ownFolder = "my-exercises";

/** The pages in the order in which a reader meets them. */
export function bookPages(
  lessons: string[],
  exercises: string[],
  own: string[] = [],
): BookPage[] {
  const page = (part: BookPage["part"], folder: string) => (file: string): BookPage => ({
    part,
    name: file.replace(/\.ipynb$/, ""),
    notebook: `${folder}/${file}`,
  });
  return [
    ...lessons.toSorted().map(page("lessons", "notebooks")),
    ...exercises.toSorted().map(page("exercises", "notebooks/exercises")),
    ...own.toSorted().map(page("own", ownFolder)),
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
  const folders = { lessons: "", exercises: "exercises/", own: `${ownFolder}/` };
  return `${folders[part]}${name}.ipynb`;
}
