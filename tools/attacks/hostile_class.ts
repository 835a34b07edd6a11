/**
 * `deno task attacks --class`: a class with hostile students among the honest ones, graded in peace, and
 * graded on a machine that fails: memory runs short, processes are killed, and in the middle the grading
 * itself. Both must come to the same files.
 *
 * @module
 */
import { parse } from "@std/csv";
import { dirname, join } from "node:path";
import { attacks } from "./attacks_list.ts";
import { failWhile, type Killed } from "./failing_machine.ts";
import { exercise, layouts } from "./layouts.ts";
import { type Notebook, notebookOf } from "./notebooks.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { start } from "../shared/processes.ts";
import { notebooks, project } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";

/** What the hostile ones do, in turn. */
const hostile = [
  "stops: typed arrays without end",
  "stops: exit",
  "reads: built-in fs",
  "stops while judged: process.abort",
  "stops: an endless loop",
  "stops while judged: an endless loop when it is loaded",
  "stops while judged: typed arrays without end",
  "stops: workers without end",
  "answers: forged messages",
  "borrows: backward",
];

/** How many notebooks are graded at once. */
const atOnce = 6;

/** The memory of a notebook, in megabytes. */
const notebookMemory = 600;

/**
 * The bytes of a machine that grades several notebooks at once, but has memory for a single one that takes
 * all it may have.
 */
const machineMemory = 1000e6;

const pieces = ["dZ2", "dW2", "db2", "dZ1", "dW1", "db1", "squaredErrorGradient"];

/** What the honest ones hand in, in turn: answers in the place of the right ones, and their verdicts. */
const honest: { [piece: string]: [source: string, verdict: string] }[] = [
  {},
  { dW2: ["const dW2 = (D, A) => matmul(D, transpose(A));", "mistake: one-over-m-missing"] },
  { db1: ['function db1(dZ1) { throw notWritten("db1"); }', "unwritten"] },
  { dW1: ["const dW1 = (D, X) => scale(matmul(D, transpose(X)), 1 / m);", "failed"] },
];

/** The class that is handed in. */
export interface Class {
  /** One of {@linkcode layouts}. */
  layout: string;
  students: number;
  /** How many of them are hostile. */
  hostile: number;
}

/** What became of a class. */
export interface ClassCounts {
  /**
   * How many honest students there are, and how many of them have the verdicts on what they wrote, and the
   * same row and page as in peace.
   */
  honest: { right: number; of: number };
  /** The files of the results, and those that are not the same after the failures. */
  files: { different: string[]; of: number };
  killed: Killed;
  /** How often the grading had to be started on the failing machine. */
  starts: number;
}

/** Hands in a class, grades it in peace and on a failing machine, and compares. */
export async function gradeTwice(class_: Class, seconds: number): Promise<ClassCounts> {
  const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
  try {
    const folder = join(base, "class");
    const expected = await handIn(folder, class_);
    const grading = async (out: string) => {
      const args = ["run", "--quiet", "--frozen", "-A", join(project, "tools/grade/grade.ts")];
      const options = { seconds, memory: notebookMemory, seed: 7, jobs: atOnce };
      const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
      return start(await pinnedDeno(), [...args, folder, "--out", out, ...words], {
        cwd: project,
        env: { INIT_CWD: base, NO_COLOR: "1" },
        stdout: "null",
        stderr: "null",
      });
    };
    const [quiet, disturbed] = [join(base, "quiet"), join(base, "disturbed")];
    const { code } = await (await grading(quiet)).status;
    if (code !== 0) throw new Advice("The grading in peace did not come to its end.");

    const killed: Killed = { processes: 0, forMemory: 0, gradings: 0 };
    const journal = join(disturbed, "grading.unfinished.jsonl");
    const isMiddle = async () => {
      const lines = (await Deno.readTextFile(journal).catch(() => "")).split("\n").length - 2;
      return killed.gradings === 0 && lines >= class_.students / 2;
    };
    let starts = 0;
    for (let isDone = false; !isDone;) {
      if (++starts > 20) throw new Advice("The grading on the failing machine has no end.");
      const one = await grading(disturbed);
      const most = class_.students - killed.processes;
      const more = await failWhile(one, { most, memory: machineMemory, isMiddle });
      killed.processes += more.processes;
      killed.forMemory += more.forMemory;
      killed.gradings += more.gradings;
      isDone = (await one.status).code === 0;
    }
    const [before, after] = [
      await filesIn(quiet, 1),
      await filesIn(disturbed, await latest(disturbed)),
    ];
    return {
      honest: { right: rightOf(before, after, expected), of: expected.size },
      files: {
        different: [...new Set([...before.keys(), ...after.keys()])]
          .filter((name) => before.get(name) !== after.get(name)),
        of: before.size,
      },
      killed,
      starts,
    };
  } finally {
    await Deno.remove(base, { recursive: true });
  }
}

/** Writes a class's notebooks; returns the verdicts that the honest students must get. */
async function handIn(folder: string, class_: Class): Promise<Map<string, string[]>> {
  const text = await Deno.readTextFile(join(notebooks, "exercises", "source", exercise));
  const expected = new Map<string, string[]>();
  // The hostile ones stand among the others.
  const every = Math.floor(class_.students / class_.hostile);
  for (let k = 0; k < class_.students; k++) {
    const { path, student } = layouts[class_.layout]!(k);
    const isHostile = k % every === 1 % every && k / every < class_.hostile;
    let notebook: Notebook = JSON.parse(text);
    if (isHostile) {
      const name = hostile[Math.floor(k / every) % hostile.length]!;
      notebook = notebookOf(attacks.find((one) => one.name === name)!, notebook);
    } else {
      const own = honest[k % honest.length]!;
      for (const cell of notebook.cells) {
        const { piece = "", role } = cell.metadata.glassnet ?? {};
        if (role !== "answer") continue;
        // No two have the same text.
        cell.source = `// by ${student}\n${own[piece]?.[0] ?? [cell.source].flat().join("")}`;
      }
      expected.set(student, pieces.map((piece) => own[piece]?.[1] ?? "right"));
    }
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), JSON.stringify(notebook));
  }
  return expected;
}

function rightOf(
  before: Map<string, string>,
  after: Map<string, string>,
  expected: Map<string, string[]>,
): number {
  const [quiet, rows] = [before, after].map((files) =>
    parse(files.get("grades.csv")!, { skipFirstRow: true }) as Record<string, string>[]
  );
  return [...expected].filter(([student, verdicts]) => {
    const own = rows!.filter((row) => row.student === student);
    const then = quiet!.filter((row) => row.student === student);
    const page = `feedback/${student}.html`;
    return own.length === 1 && JSON.stringify(own) === JSON.stringify(then) &&
      pieces.every((piece, k) => own[0]![piece] === verdicts[k]) &&
      after.has(page) && after.get(page) === before.get(page);
  }).length;
}

/** The number of the latest results: each run that could not judge all has left some. */
async function latest(out: string): Promise<number> {
  const names = await Array.fromAsync(Deno.readDir(out), ({ name }) => name);
  return Math.max(...names.map((name) => Number(/^grades-(\d+)\.csv$/.exec(name)?.[1] ?? 1)));
}

/** All files of one of the results, by their names without its number. */
async function filesIn(out: string, number: number): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const end = number === 1 ? "" : `-${number}`;
  for (const name of ["grades.csv", "grades.html", "moodle.csv", "canvas.csv"]) {
    const path = join(out, name.replace(".", `${end}.`));
    const text = await Deno.readTextFile(path).catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  const feedback = join(out, `feedback${end}`);
  for await (const { name } of Deno.readDir(feedback)) {
    files.set(`feedback/${name}`, await Deno.readTextFile(join(feedback, name)));
  }
  return files;
}

/** What became of a class, in a line. */
export function classInWords({ layout }: Class, counts: ClassCounts): string {
  const { honest, files: { different, of }, killed, starts } = counts;
  return `${layout}: ${honest.right} of ${honest.of} honest students as they should be; ` +
    `${of - different.length} of ${of} files the same as in peace` +
    `${different.length ? ` (not ${different.join(", ")})` : ""}; killed: ${killed.processes} ` +
    `processes, ${killed.forMemory} more for lack of memory, the grading ${killed.gradings} times; ` +
    `started ${starts} times`;
}
