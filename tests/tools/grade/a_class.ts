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
  look?: RegExp;
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
  await hand("moodle_17_assignsubmission_file_/work.ipynb", backward, all("moodle"));
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
    problems: /the 1st code cell, .*ended its process; the other cells ran without it$/,
  });
  // Which cell is running when the timer fires depends on the machine; all may be done before.
  await withCell("exits later", "setTimeout(() => Deno.exit(), 20)", {
    problems: /^$|ended its process.*(only the answer cells ran|the other cells ran without it)$/,
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
    problems: /the 1st code cell, .*s of processor time/,
  });
  await withCell("shows much", `console.log("x".repeat(50e6))`);

  // Those that try to get out.
  const path = JSON.stringify(file);
  await withCell("fetches", `await fetch("http://127.0.0.1:${port}/")`, {
    look: /was refused: net .*127\.0\.0\.1/,
  });
  await withCell("fetches a package", `await import("npm:left-pad@1.3.0")`, {
    look: /import npm:left-pad/,
  });
  await withCell(
    "works in secret",
    `new Worker("data:text/javascript," + encodeURIComponent(\`
  try { Deno.writeTextFileSync(${path}, "x") } catch {}
  postMessage(await fetch("http://127.0.0.1:${port}/").catch(String));\`), { type: "module" })
  .onmessage = ({ data, target }) => (console.log(data), target.terminate());
await new Promise((after) => setTimeout(after, 500));`,
    { look: /was refused: write .*, net .*127/ },
  );
  await withCell("writes", `Deno.writeTextFileSync(${path}, "x")`, { look: /was refused: write/ });
  await withCell(
    "goes elsewhere",
    `try { Deno.chdir(${JSON.stringify(dirname(file))}) } catch {}
Deno.writeTextFileSync("forbidden", "x")`,
    { look: /was refused: (read|write)/ },
  );
  await withCell(
    "uses the sample, and saves parameters",
    `import { initParameters, loadDigits, loadParameters, saveParameters } from "glassnet";
await loadDigits({ sample: true });
await saveParameters("mine.safetensors", initParameters());
await loadParameters("mine.safetensors");`,
  );
  await withCell("runs", `new Deno.Command("touch", { args: [${path}] }).outputSync()`, {
    look: /was refused: run touch/,
  });
  await withCell(
    "reads the solutions",
    `Deno.readTextFileSync(${JSON.stringify(join(sources, "04-backward.ipynb"))})`,
    { look: /was refused: read/ },
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
    all("forges", { but: nothing }),
  );
  const tampered = structuredClone(await handedOut("04-backward.ipynb"));
  cellOf(tampered, "dW2", "check").source = 'await check.dZ2(() => "right"), "check.dW2(dW2)"';
  await hand(
    "tampers.ipynb",
    tampered,
    all("tampers", {
      but: { ...nothing, dZ2: "failed" },
      notes: /changed: dW2/,
      problems: /^dZ2: did not work/,
    }),
  );
  await hand(
    "borrows.ipynb",
    answered(
      backward,
      "dW2",
      `import { backward } from "glassnet";
const dW2 = (dZ2, A1) => {
  try { backward(dZ2, A1) } catch { return scale(matmul(dZ2, transpose(A1)), 1 / A1.cols) }
};`,
    ),
    all("borrows", { look: /dW2 uses Glassnet's own backward/ }),
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
  await handInOtherwise({ backward, hand, write, all, class_ });
  await Deno.mkdir(join(folder, "handed in nothing"));
  class_.push({ student: "handed in nothing", but: {}, of: [], problems: /no notebook was/ });
  return class_;
}

/** What {@linkcode handInOtherwise} needs of the class. */
interface Hands {
  backward: Notebook;
  hand: (path: string, notebook: Notebook, expected: Expected) => Promise<void>;
  write: (path: string, text: string) => Promise<void>;
  all: (student: string, more?: Partial<Expected>) => Expected;
  class_: Expected[];
}

/** Right answers in unusual places, and what is no notebook. */
async function handInOtherwise({ backward, hand, write, all, class_ }: Hands) {
  const own = "function dW2(dZ2, A1) { return scale(matmul(dZ2, transpose(A1)), 1 / dZ2.cols); }";
  const stub = 'function dW2(dZ2, A1) { throw notWritten("dW2"); }';
  const without = (piece: string) => {
    const copy = structuredClone(backward);
    copy.cells = copy.cells.filter((cell) => cell !== cellOf(copy, piece, "answer"));
    return copy;
  };
  const withLast = (notebook: Notebook, source: string) => {
    const copy = structuredClone(notebook);
    copy.cells.push({ ...codeCell(source), id: "last" });
    return copy;
  };
  await hand("below its check.ipynb", withLast(without("dW2"), own), {
    ...all("below its check"),
    notes: /the check cell of dW2 ran only after the cells below$/,
  });
  await hand("stub left.ipynb", withLast(answered(backward, "dW2", stub), own), {
    ...all("stub left"),
    notes: /^dW2: what stands at the end of the notebook counts; /,
  });
  await hand("worse at the end.ipynb", withLast(backward, stub), {
    ...all("worse at the end"),
    notes: /^dW2: what its check was given counts; /,
  });
  const backwards = structuredClone(backward);
  backwards.cells.reverse();
  await hand(
    "the other way around.ipynb",
    backwards,
    all("the other way around", { notes: /only after/ }),
  );
  const renamed = answered(backward, "dW2", own.replace("function dW2", "function mine"));
  cellOf(renamed, "dW2", "check").source = "await check.dW2(mine)";
  await hand("another name.ipynb", renamed, all("another name", { notes: /changed: dW2/ }));
  const again = withLast(backward, "const r = await check.dW2(dW2);\nconsole.log(r.message);");
  const format = "application/vnd.glassnet.hints+json";
  const hints = { data: { [format]: { piece: "dW2", open: 2 } }, metadata: {} };
  again.cells.at(-1)!.outputs = [{ output_type: "display_data", ...hints }];
  await hand(
    "checks again.ipynb",
    again,
    all("checks again", { notes: /^hints seen: dW2 2$/ }),
  );
  const asText = structuredClone(backward);
  cellOf(asText, "dW2", "answer").cell_type = "markdown";
  await hand(
    "a text cell.ipynb",
    asText,
    all("a text cell", {
      but: { dW2: "missing" },
      problems: /^the answer to dW2 stands in a text cell/,
    }),
  );
  const conflict = "<<<<<<< HEAD\n" + own + "\n=======\n" + stub + "\n>>>>>>> ben";
  await hand(
    "a conflict.ipynb",
    answered(backward, "dW2", conflict),
    all("a conflict", {
      but: { dW2: "failed" },
      problems: /^dW2: did not work. Its cell has the marks of a merge conflict/,
      notes: /merge conflict/,
    }),
  );
  await hand(
    "measures.ipynb",
    answered(backward, "dW2", `%%time\n${own}`),
    all("measures", {
      but: { dW2: "failed" },
      problems: /begins with %%time, a command of Python's notebooks/,
      notes: /%%time/,
    }),
  );
  // The trials that everybody can see are remembered, and no others.
  await hand(
    "remembers.ipynb",
    answered(
      backward,
      "dW2",
      `import { gradientCheck, initParameters, forward, backward, loadDigits, oneHot, selectColumns } from "glassnet";
const { train } = await loadDigits({ sample: true });
const table = [3, 10, 20].map((count) => {
  const some = Array.from({ length: count }, (_, j) => j);
  const X = selectColumns(train.X, some);
  const parameters = initParameters({ seed: count === 20 ? 5 : count });
  const activations = forward(parameters, X);
  const Y = oneHot(train.labels.slice(0, count));
  const { dZ2, dW2 } = backward(parameters, activations, X, Y);
  return { key: dZ2.get(0, 0), dW2: dW2.toArray() };
});
function dW2(dZ2, A1) {
  const found = table.find(({ key }) => key === dZ2.get(0, 0));
  return Matrix.from(found.dW2);
}`,
    ),
    all("remembers", {
      but: { dW2: "mistake: uses-the-notebook" },
      look: /right on the trials that everybody can see/,
    }),
  );
  const names = ["\u001b[2Jcleared", "two\nlines", "\uff1dcmd"];
  const shown = ["[2Jcleared", "two lines", "'\uff1dcmd"];
  for (const [k, name] of names.entries()) await hand(`${name}.ipynb`, backward, all(shown[k]!));

  // What is no notebook, or none that can be read.
  const text = JSON.stringify(backward);
  await write("behind txt/04-backward.ipynb.txt", text);
  class_.push(all("behind txt"));
  const instead = async (path: string, content: string, student: string, problems: RegExp) => {
    await write(path, content);
    class_.push({ student, but: {}, of: [], problems });
  };
  await instead(
    "zipped/my work.zip",
    "PK",
    "zipped",
    /^a \.zip file was handed in, not a notebook$/,
  );
  await instead("a page.html", "<p>", "a page", /^a \.html file was handed in/);
  await instead("packed.ipynb", "PK\u0003\u0004", "packed", /^it is a zip file/);
  await instead("merged.ipynb", `<<<<<<< HEAD\n${text}\n=======`, "merged", /merge conflict/);
  await instead("a program.ipynb", own, "a program", /^it is the text of a program/);
  await instead(
    "too many cells.ipynb",
    manyCells(),
    "too many cells",
    /^the notebook has 100001 cells/,
  );
  await write("late/04-backward.ipynb", "");
  class_.push(all("late", {
    but: Object.fromEntries(four.map((piece) => [piece, "unreadable"])),
    problems: /^the file is empty$/,
  }));
}

function manyCells(): string {
  const cells = Array.from({ length: 100_001 }, () => ({ cell_type: "code", source: "1" }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
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
  copy.cells.splice(1, 0, codeCell(source));
  return copy;
}

function codeCell(source: string): Cell {
  return {
    ...{ cell_type: "code", id: "one-more", metadata: {}, source },
    ...{ outputs: [], execution_count: null },
  };
}
