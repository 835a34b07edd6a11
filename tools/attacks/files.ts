/**
 * What somebody hands in as a file that is no notebook, or a notebook in an odd form.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { ask } from "../shared/processes.ts";
import { Advice } from "../shared/task.ts";

/** Where an attack is handed in. */
export interface Place {
  /** The path of the notebook that is expected: `<student>.ipynb`. */
  path: string;
  /** The notebook without an answer to dW2, as text. */
  text: string;
  /** An honest student's notebook, and a file that holds something secret. */
  honest: string;
  secret: string;
}

/** Hands something in. */
export type HandIn = (place: Place) => Promise<void>;

/** Files that are no notebooks: each must be named as what it is. */
export const files: [string, HandIn][] = [
  ["a link to a classmate's", ({ path, honest }) => Deno.symlink(honest, path)],
  ["a link to a secret", ({ path, secret }) => Deno.symlink(secret, path)],
  ["a link without end", ({ path }) => Deno.symlink("/dev/zero", path)],
  ["a FIFO", ({ path }) => run("mkfifo", path)],
  ["nothing", ({ path }) => Deno.writeTextFile(path, "")],
  ["200 MB", async ({ path, text }) => {
    await Deno.writeTextFile(path, text);
    await Deno.truncate(path, 200e6);
  }],
  ["brackets without end", ({ path }) => Deno.writeTextFile(path, "[".repeat(3e6))],
  ["bytes that are no text", async ({ path, text }) => {
    const bytes = new TextEncoder().encode(text);
    await Deno.writeFile(path, bytes.fill(0xff, 1000, 1010));
  }],
  [
    "a notebook of before 2015",
    ({ path }) => Deno.writeTextFile(path, '{"nbformat":3,"worksheets":[{"cells":[]}]}'),
  ],
  ["a linked folder", async ({ path, honest }) => {
    const inside = join(path.replace(/\.ipynb$/, ""), "glassnet", "notebooks");
    await Deno.mkdir(inside, { recursive: true });
    await Deno.symlink(dirname(honest), join(inside, "exercises"));
  }],
];

/** Notebooks in which something is odd that harms nobody. */
export const oddNotebooks: [string, HandIn][] = [
  [
    "brackets in brackets",
    ({ path, text }) =>
      Deno.writeTextFile(
        path,
        text.replace(/^\s*\{/, `{"x":${"[".repeat(1e5)}${"]".repeat(1e5)},`),
      ),
  ],
  ["one id for all cells", ({ path, text }) => {
    const notebook = JSON.parse(text);
    for (const cell of notebook.cells) cell.id = "same";
    return Deno.writeTextFile(path, JSON.stringify(notebook));
  }],
  ["names that all objects have", ({ path, text }) => {
    const notebook = JSON.parse(text);
    for (const piece of ["__proto__", "constructor", "toString"]) {
      const metadata = { glassnet: { piece, role: "answer" } };
      const data = { "application/vnd.glassnet.check+json": { piece, verdict: "right" } };
      const source = `check.${piece}(dZ2); function ${piece}() { return 1 }`;
      notebook.cells.push({ cell_type: "code", metadata, source, outputs: [{ data }] });
    }
    return Deno.writeTextFile(path, JSON.stringify(notebook));
  }],
];

async function run(command: string, ...args: string[]): Promise<void> {
  const { ok, text } = await ask(command, args);
  if (!ok) throw new Advice(`${command} does not work here: ${text}`);
}
