/**
 * Answers that were written from the students' notebooks before the exercises were read, as files of text:
 *
 *     === transpose
 *     --- wrong: rotated by a quarter turn
 *     (the lines of the answer)
 *
 * The lines are the body of the notebook's function, or all that a cell declares.
 *
 * @module
 */

/** An answer as a student hands it in. */
export interface Unseen {
  piece: string;
  isRight: boolean;
  /** What is wrong, in a few words, or how it was written. */
  what: string;
  code: string;
  fn: unknown;
  /** What else its cell declares, by name. */
  uses: Record<string, unknown>;
}

const here = new URL("fixtures/unseen/", import.meta.url);
const notebooks = new URL("../../notebooks/exercises/", import.meta.url);

/** The answers of a file. */
export async function unseen(file: string): Promise<Unseen[]> {
  const heads = await stubs();
  const answers = parsed(await Deno.readTextFile(new URL(file, here)));
  const cells = answers.map(({ piece, code }) => {
    const isWhole = new RegExp(`^(async )?(function|const) ${piece}\\b`, "m").test(code);
    const cell = isWhole ? code : `${heads.get(piece)}\n${code}\n}`;
    const declared = isWhole ? [...cell.matchAll(/^const (\w+) =/gm)].map(([, name]) => name) : [];
    const uses = declared.filter((name) => name !== piece).join(", ");
    return `import { Matrix } from "glassnet";\nexport default function () {\n${cell}\nreturn { fn: ${piece}, uses: { ${uses} } };\n}`;
  });
  return await Promise.all(cells.map(async (cell, k) => {
    const { default: run } = await import(
      `data:application/typescript,${encodeURIComponent(cell)}`
    );
    return { ...answers[k], ...run() };
  }));
}

function parsed(text: string): Pick<Unseen, "piece" | "isRight" | "what" | "code">[] {
  return text.split(/^=== /m).slice(1).flatMap((section) => {
    const [piece] = section.split("\n", 1);
    return section.split(/^--- /m).slice(1).map((answer) => {
      const [, kind, what, code] = /^(right|wrong): (.*)\n([^]*)$/.exec(answer)!;
      return { piece, isRight: kind === "right", what, code: code.trimEnd() };
    });
  });
}

/** The first line of each function in the students' notebooks. */
async function stubs(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for await (const { name } of Deno.readDir(notebooks)) {
    if (!name.endsWith(".ipynb")) continue;
    const { cells } = JSON.parse(await Deno.readTextFile(new URL(name, notebooks)));
    for (const { source } of cells) {
      const [text] = [[source].flat().join("")];
      const stub = /^function (\w+)\(.*\{$(?=\n {2}throw notWritten)/m.exec(text);
      if (stub) all.set(stub[1], stub[0]);
    }
  }
  return all;
}
