/**
 * Which test file runs which lines of lib, and how long it takes: measured once, by Deno's coverage, and
 * again only for what has changed since.
 *
 * @module
 */
import { join, relative } from "node:path";
import { ask } from "../shared/processes.ts";
import { writeWhole } from "../shared/project.ts";
import { fileOf, importsIn } from "../shared/imports.ts";
import { filesBelow, type Tree } from "./tree.ts";

/** One file of tests. */
export interface TestFile {
  path: string;
  seconds: number;
  /** The lines that it runs, by the file of lib. */
  lines: Record<string, number[]>;
  /** All files that it imports, and what they import. */
  imports: string[];
}

/** What was measured, and of which texts. */
interface Measured extends TestFile {
  of: string;
}

/**
 * Measures test files that need nothing but Deno, in copies of the project.
 *
 * @param options `memory`: a file in which what was measured is found the next time; `wanted`: which
 * test files are measured
 */
export async function measure(
  trees: Tree[],
  deno: string,
  { memory, wanted = () => true, onFile }: {
    memory?: string;
    wanted?: (path: string, all: string[]) => boolean;
    onFile?: (line: string) => void;
  } = {},
): Promise<{ tests: TestFile[]; red: string[] }> {
  const { folder } = trees[0];
  const { test, imports: names = {} } = JSON.parse(
    await Deno.readTextFile(join(folder, "deno.json")),
  );
  const leftOut: string[] = test.include.filter((path: string) => path.startsWith("!"))
    .map((path: string) => path.slice(1) + "/");
  const all = (await filesBelow(folder, "tests", "_test.ts"))
    .filter((path) => !leftOut.some((folder) => path.startsWith(folder)));
  const paths = all.filter((path) => wanted(path, all));
  const before: Measured[] = memory ? await remembered(memory) : [];
  const graph = new Graph(folder, names);

  const measured: Measured[] = [];
  const red: string[] = [];
  const next = paths[Symbol.iterator]();
  await Promise.all(trees.map(async (tree) => {
    for (const path of next) {
      const imports = await graph.reach(path);
      const of = await textsOf(folder, imports);
      const known = before.find((file) => file.path === path && file.of === of);
      const found = known ?? await measureOne(tree, deno, path, imports, of);
      onFile?.(`  ${measured.length + red.length + 1} of ${paths.length}`);
      if (found) measured.push(found);
      else red.push(path);
      if (found && !known && memory) {
        const others = before.filter(({ path }) => !measured.some((one) => one.path === path));
        await writeWhole(memory, JSON.stringify([...measured, ...others]));
      }
    }
  }));
  return { tests: measured, red };
}

async function remembered(memory: string): Promise<Measured[]> {
  try {
    return JSON.parse(await Deno.readTextFile(memory));
  } catch {
    return [];
  }
}

async function measureOne(
  tree: Tree,
  deno: string,
  path: string,
  imports: string[],
  of: string,
): Promise<Measured | undefined> {
  const coverage = join(tree.folder, ".temporary", "coverage");
  let began = performance.now();
  const run = () => tree.test([path], { limit: 600, coverage });
  const { end } = await run();
  if (end === "took too long") return undefined;
  if (end === "failed") {
    // On a busy machine a test that looks at the clock may fail once.
    await Deno.remove(coverage, { recursive: true }).catch(() => {});
    began = performance.now();
    if ((await run()).end !== "passed") return undefined;
  }
  const seconds = (performance.now() - began) / 1000;
  const { text } = await ask(deno, ["coverage", "--quiet", "--lcov", coverage]);
  await Deno.remove(coverage, { recursive: true });
  return { path, of, seconds, lines: linesIn(text, tree.folder), imports };
}

/** The lines that ran, from a report in the form of LCOV. */
function linesIn(lcov: string, folder: string): Record<string, number[]> {
  const lines: Record<string, number[]> = {};
  let file = "";
  for (const line of lcov.split("\n")) {
    if (line.startsWith("SF:")) file = relative(folder, line.slice(3)).replaceAll("\\", "/");
    const [, number] = /^DA:(\d+),[1-9]/.exec(line) ?? [];
    if (number && file.startsWith("lib/")) (lines[file] ??= []).push(Number(number));
  }
  return lines;
}

/** A short name for the texts of some files. */
async function textsOf(folder: string, files: string[]): Promise<string> {
  const texts = await Promise.all(
    files.map(async (file) => file + await Deno.readTextFile(join(folder, file))),
  );
  const bytes = new TextEncoder().encode(texts.join("\n"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Who imports whom. */
class Graph {
  #imports = new Map<string, Promise<string[]>>();

  constructor(readonly folder: string, readonly names: Record<string, string>) {}

  /** A file and all that it imports, directly or not. */
  async reach(from: string): Promise<string[]> {
    const reached = new Set([from]);
    for (const file of reached) for (const to of await this.#of(file)) reached.add(to);
    return [...reached].sort();
  }

  #of(file: string): Promise<string[]> {
    const read = async () => {
      if (!file.endsWith(".ts")) return [];
      const imports = importsIn(await Deno.readTextFile(join(this.folder, file)));
      return imports.map((one) => fileOf(one, file, this.names))
        .filter((path) => path !== undefined && /\.\w+$/.test(path)) as string[];
    };
    if (!this.#imports.has(file)) this.#imports.set(file, read());
    return this.#imports.get(file)!;
  }
}

/** The tests that can notice a change of one line, in the order in which they are best run. */
export interface Reach {
  /** Those of the file's own room. */
  own: TestFile[];
  others: TestFile[];
  /** Whether any test was seen to run it; what runs in a process of its own runs unseen. */
  seen: boolean;
}

/** Whether a test file is of a file's own room, or of the room around it if that has no tests. */
export function isOwn(test: string, file: string, tests: string[]): boolean {
  let folder = file.replace(/^lib\//, "tests/").replace(/[^/]*$/, "");
  while (folder !== "tests/" && !tests.some((path) => path.startsWith(folder))) {
    folder = folder.replace(/[^/]+\/$/, "");
  }
  return folder !== "tests/" && test.startsWith(folder);
}

/** Whether a test file lies in `tests` itself: it is about all rooms. */
export function isAboutAll(path: string): boolean {
  return /^tests\/[^/]+$/.test(path);
}

/** Finds the tests that run a line of a file. */
export function reaching(tests: TestFile[], file: string, lines: number[]): Reach {
  const paths = tests.map(({ path }) => path);
  const own = ({ path }: TestFile) => isOwn(path, file, paths);
  const runs = ({ lines: ran }: TestFile) => lines.some((line) => ran[file]?.includes(line));
  const quickFirst = (a: TestFile, b: TestFile) => a.seconds - b.seconds;
  const running = tests.filter(runs).sort(quickFirst);
  const unseen = tests.filter((test) => own(test) && test.imports.includes(file));
  if (!running.length) return { own: unseen.sort(quickFirst), others: [], seen: false };
  return { own: running.filter(own), others: running.filter((test) => !own(test)), seen: true };
}
