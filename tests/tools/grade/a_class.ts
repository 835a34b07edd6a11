/** A class in which each student handed in something else, and what grading must say about each. */
import { dirname, join } from "node:path";
import { project } from "../../../tools/shared/project.ts";

const sources = join(project, "notebooks", "exercises", "source");

interface Cell {
  cell_type: string;
  id: string;
  metadata: { glassnet?: { piece: string; role: string } };
  source: string | string[];
  outputs?: unknown[];
  execution_count?: null;
}

interface Notebook {
  cells: Cell[];
  metadata: unknown;
  nbformat: number;
  nbformat_minor: number;
}

/** What the CSV must say about a student. */
export interface Expected {
  student: string;
  /** The pieces that are not right; all others are. */
  but: Record<string, string>;
  /** The pieces of the exercise; none if the notebook can't be read. */
  of: string[];
  problems?: RegExp;
  notes?: RegExp;
}

/** What notebooks try to reach but must not. */
export interface Forbidden {
  /** A port on which somebody listens. */
  port: number;
  /** A file that must not be created. */
  file: string;
}

const two = ["transpose", "add", "matmul", "thirdLayer"];
const three = ["relu", "softmax", "oneHot", "forward", "crossEntropy", "leakyRelu"];
const four = ["dZ2", "dW2", "db2", "dZ1", "dW1", "db1", "squaredErrorGradient"];

/** Wrong answers, by the verdict that they must get. */
const wrongWays = {
  "mistake: one-over-m-missing": {
    piece: "dW2",
    source: "function dW2(dZ2, A1) { return matmul(dZ2, transpose(A1)); }",
  },
  wrong: {
    piece: "dW1",
    source: "const dW1 = (dZ1, X) => scale(matmul(reluDerivative(dZ1), transpose(X)), 0.123);",
  },
};

/** Answers without a result, and the reason that must be given. */
const failing = {
  loops: [
    "function db1(dZ1) { while (true); }",
    /^db1: did not work\. It did not come to an end/,
  ],
  undeclared: [
    "const db1 = (dZ1) => scale(sumColumns(dZ1), 1 / m);",
    /^db1: did not work\. It uses m, which is declared nowhere/,
  ],
  syntax: [
    "function db1(dZ1 { return dZ1; }",
    /^db1: did not work\. Its cell raised SyntaxError: /,
  ],
  "at once": [
    "const db1 = (() => { while (true); })();",
    /^the answer cell of db1 ran for more than .* db1: did not work\. Its cell ran for more than \d+ s/,
  ],
} as const;

/** Writes the class's notebooks into a folder. */
export async function makeClass(folder: string, { port, file }: Forbidden): Promise<Expected[]> {
  const class_: Expected[] = [];
  const write = async (path: string, text: string) => {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  };
  const hand = async (path: string, notebook: Notebook, expected: Expected) => {
    await write(path, JSON.stringify(notebook));
    class_.push(expected);
  };
  const backward = await solved("04-backward.ipynb");
  const all = (student: string, more: Partial<Expected> = {}): Expected => ({
    student,
    but: {},
    of: four,
    ...more,
  });
  /** A notebook with all answers, and one more cell before them. */
  const withCell = (student: string, source: string, more: Partial<Expected> = {}) =>
    hand(`${student}.ipynb`, inserted(backward, source), all(student, more));

  // Good ones, in the layouts of Moodle and of nbgrader.
  await hand("good.ipynb", backward, all("good"));
  await hand("moodle_17_assignsubmission_file_/work.ipynb", backward, all("moodle_17"));
  await hand("nbgrader/04/04-backward.ipynb", backward, all("nbgrader"));
  await write("two/02.ipynb", JSON.stringify(await solved("02-the-network.ipynb")));
  await hand("two/03.ipynb", await solved("03-forward.ipynb"), {
    student: "two",
    but: {},
    of: [...two, ...three],
  });
  // A name that a spreadsheet would compute, and a page would run.
  await hand(`=1+2<b>&".ipynb`, backward, all(`'=1+2<b>&"`));

  // Wrong ones.
  for (const [k, [verdict, { piece, source }]] of Object.entries(wrongWays).entries()) {
    await hand(
      `wrong ${k}.ipynb`,
      answered(backward, piece, source),
      all(`wrong ${k}`, {
        but: { [piece]: verdict },
        problems: verdict === "wrong" ? /^dW1: not right\. Element \[.*expected/ : undefined,
      }),
    );
  }
  for (const [how, [source, reason]] of Object.entries(failing)) {
    await hand(
      `fails, ${how}.ipynb`,
      answered(backward, "db1", source),
      all(`fails, ${how}`, {
        but: { db1: "failed" },
        problems: reason,
        // A syntax error is an error of its cell too.
        notes: how === "syntax" ? /^the answer cell of db1 raised SyntaxError/ : undefined,
      }),
    );
  }
  const same = wrongWays["mistake: one-over-m-missing"];
  await hand(
    "wrong too.ipynb",
    answered(backward, same.piece, same.source),
    all("wrong too", { but: { dW2: "mistake: one-over-m-missing" } }),
  );
  await hand(
    "nothing done.ipynb",
    await handedOut("04-backward.ipynb"),
    all("nothing done", { but: Object.fromEntries(four.map((piece) => [piece, "unwritten"])) }),
  );

  // Those that end the kernel, or would never end.
  await withCell("exits", "Deno.exit(3)", {
    problems: /the 1st code cell, .*ended the kernel \(exit code 3\)/,
  });
  // Which cell is running when the timer fires depends on the machine.
  await withCell("exits later", "setTimeout(() => Deno.exit(), 20)", {
    problems: /ended the kernel.*(only the answer cells ran|the other cells ran without it)$/,
  });
  await withCell("loops", "while (true) {}", {
    problems: /the 1st code cell, .*s of processor time/,
  });
  await withCell("waits", "await new Promise(() => {})", {
    problems: /the 1st code cell, .*waited/,
  });
  await withCell(
    "eats memory",
    "const all = []; while (true) all.push(new Float64Array(1e6).fill(1))",
    { problems: /the 1st code cell, .*MB of memory/ },
  );
  await withCell("floods", `while (true) console.log("x".repeat(10000))`, {
    problems: /the 1st code cell, .*showed more than 10 MB/,
  });
  await withCell("shows much", `console.log("x".repeat(50e6))`, {
    problems: /the 1st code cell, .*showed more than 10 MB/,
  });
  await withCell(
    "fills disk",
    `const big = Deno.openSync("big", { write: true, create: true });
for (let k = 0; k < 1000; k++) big.writeSync(new Uint8Array(1e6));`,
    { problems: /the 1st code cell, .*wrote more than 100 MB/ },
  );

  // Those that try to get out.
  const path = JSON.stringify(file);
  await withCell("fetches", `await fetch("http://127.0.0.1:${port}/")`, {
    notes: /was refused: net 127\.0\.0\.1/,
  });
  await withCell("fetches a package", `await import("npm:left-pad@1.3.0")`, { notes: /left-pad/ });
  await withCell(
    "works in secret",
    `new Worker("data:text/javascript," + encodeURIComponent(\`
  try { Deno.writeTextFileSync(${path}, "x") } catch {}
  postMessage(await fetch("http://127.0.0.1:${port}/").catch(String));\`), { type: "module" })
  .onmessage = ({ data, target }) => (console.log(data), target.terminate());
await new Promise((after) => setTimeout(after, 500));`,
    { notes: /was refused: write .*, net 127/ },
  );
  await withCell("writes", `Deno.writeTextFileSync(${path}, "x")`, { notes: /was refused: write/ });
  await withCell(
    "goes elsewhere",
    `try { Deno.chdir(${JSON.stringify(dirname(file))}) } catch {}
Deno.writeTextFileSync("forbidden", "x")`,
    { notes: /was refused: read/ },
  );
  await withCell(
    "writes notes",
    `Deno.writeTextFileSync("mine", "x"); Deno.readTextFileSync("mine")`,
  );
  await withCell("runs", `new Deno.Command("touch", { args: [${path}] }).outputSync()`, {
    notes: /was refused: run/,
  });
  await withCell(
    "reads the solutions",
    `Deno.readTextFileSync(${JSON.stringify(join(sources, "04-backward.ipynb"))})`,
    { notes: /was refused: read/ },
  );

  // Those that try to look right.
  const nothing = Object.fromEntries(four.map((piece) => [piece, "unwritten"]));
  await hand(
    "forges.ipynb",
    inserted(
      await handedOut("04-backward.ipynb"),
      `const forged = { piece: "dW2", verdict: "right", mistake: null, message: "" };
const mime = { "application/vnd.glassnet.check+json": forged };
Deno.jupyter.broadcast = new Proxy(Deno.jupyter.broadcast, {
  apply: (target, self, [type, content, ...rest]) =>
    target.call(self, type, content?.data ? { ...content, data: mime } : content, ...rest),
});
var check = new Proxy({}, { get: () => () => ({ [Symbol.for("Jupyter.display")]: () => mime }) });
check.dW2()`,
    ),
    // Its second cell declares what its third cell imports.
    all("forges", { but: nothing, notes: /'check' has already been declared/ }),
  );
  const tampered = structuredClone(await handedOut("04-backward.ipynb"));
  cellOf(tampered, "dW2", "check").source = 'await check.dZ2(() => "right"), "check.dW2(dW2)"';
  await hand("tampers.ipynb", tampered, all("tampers", { but: nothing, notes: /changed: dW2/ }));
  await hand(
    "borrows.ipynb",
    answered(
      backward,
      "dW2",
      `import { backward } from "glassnet";
const dW2 = (dZ2, A1) => ({ backward }, scale(matmul(dZ2, transpose(A1)), 1 / A1.cols));`,
    ),
    all("borrows", { notes: /dW2 uses Glassnet's own backward/ }),
  );

  // Damaged ones.
  const cut = structuredClone(backward);
  cut.cells = cut.cells.filter(({ metadata }) =>
    metadata.glassnet?.piece !== "dZ1" && metadata.glassnet?.piece !== "db1"
  ).slice(1);
  await hand(
    "cells deleted.ipynb",
    { ...cut, cells: cut.cells.filter(({ id }) => id !== "setup") },
    all("cells deleted", { but: { dZ1: "missing", db1: "missing" }, notes: /deleted.*dZ1, db1/ }),
  );
  const unmarked = structuredClone(backward);
  for (const cell of unmarked.cells) cell.metadata = {};
  await hand(
    "marks lost.ipynb",
    unmarked,
    all("marks lost", {
      notes: /^answer cells deleted, or their marks lost: dZ2, .*squaredErrorGradient$/,
    }),
  );
  const damaged = async (student: string, text: string, problems: RegExp) => {
    await write(`${student}.ipynb`, text);
    class_.push({ student, but: {}, of: [], problems });
  };
  const text = JSON.stringify(backward);
  await damaged("empty", "", /^the file is empty$/);
  await damaged("cut off", text.slice(0, text.length / 2), /breaks off/);
  await damaged("web page", "<!DOCTYPE html><p>Sign in</p>", /web page/);
  await damaged("no notebook", '{"a": 1}', /not a notebook/);
  await damaged("no cells", JSON.stringify({ ...backward, cells: [] }), /no cells/);
  await damaged(
    "another",
    JSON.stringify({ ...backward, cells: backward.cells.slice(0, 1) }),
    /no piece/,
  );
  await Deno.mkdir(join(folder, "handed in nothing"));
  class_.push({ student: "handed in nothing", but: {}, of: [], problems: /no notebook was/ });
  return class_;
}

/** A notebook of the teacher's, with all solutions. */
async function solved(name: string): Promise<Notebook> {
  return JSON.parse(await Deno.readTextFile(join(sources, name)));
}

/** A notebook as the students get it. */
async function handedOut(name: string): Promise<Notebook> {
  return JSON.parse(await Deno.readTextFile(join(dirname(sources), name)));
}

function cellOf(notebook: Notebook, piece: string, role: string): Cell {
  return notebook.cells.find(({ metadata: { glassnet } }) =>
    glassnet?.piece === piece && glassnet.role === role
  )!;
}

/** The notebook with another answer to a piece. */
function answered(notebook: Notebook, piece: string, source: string): Notebook {
  const copy = structuredClone(notebook);
  cellOf(copy, piece, "answer").source = source;
  return copy;
}

/** The notebook with one more cell, as its second. */
function inserted(notebook: Notebook, source: string): Notebook {
  const copy = structuredClone(notebook);
  copy.cells.splice(1, 0, {
    cell_type: "code",
    id: "one-more",
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  });
  return copy;
}
