/**
 * `deno task mutants`: breaks lib in small ways, one at a time, and lists those that no test notices.
 *
 * @module
 */
import { join } from "node:path";
import { mersenne } from "pure-rand/generator/mersenne";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { readArguments } from "../shared/arguments.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { project, workshop, writeWhole } from "../shared/project.ts";
import { atTheEnd } from "../shared/processes.ts";
import { Advice, runTask, say } from "../shared/task.ts";
import { type Change, changesOf } from "./operators.ts";
import { isAboutAll, isOwn, measure, reaching, type TestFile } from "./reach.ts";
import { copyTree, filesBelow, type Tree } from "./tree.ts";

/** A change of one file of lib. */
export interface Mutant extends Change {
  file: string;
  line: number;
  /** The lines that it touches, before and after, with single spaces. */
  before: string;
  after: string;
}

/** A change after which the code does the same as before, and why. */
export interface Equivalent {
  file: string;
  before: string;
  after: string;
  why: string;
}

/** How it went with a mutant. */
export interface Outcome {
  mutant: Mutant;
  end: "killed" | "timed out" | "survived";
  /** Whether a test was seen to run the changed lines. */
  seen: boolean;
}

/** What is broken unless `--room` names something else. */
const leftOut = [
  "lib/figures/", // pictures: their tests compare whole layouts
  "lib/explorer/page/", // runs in a browser, and so does the next
  "lib/host/page",
  "lib/explorer/built/", // made from that
  "lib/matrix/kernels/simd/", // compiled: a change there changes nothing before `task kernels`
];

/** Every change that can be made in lib, or in one room of it. */
export async function allMutants(folder: string, room?: string): Promise<Mutant[]> {
  const below = room ? `lib/${room}/` : "lib/";
  const files = (await filesBelow(folder, "lib", ".ts")).filter((file) =>
    file.startsWith(below) && !leftOut.some((path) => file.startsWith(path) && path !== below)
  );
  const mutants = await Promise.all(files.map(async (file) => {
    const text = await Deno.readTextFile(join(folder, file));
    return changesOf(text).map((change) => mutantOf(file, text, change));
  }));
  return mutants.flat();
}

function mutantOf(file: string, text: string, change: Change): Mutant {
  const { start, end, to } = change;
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const last = text.indexOf("\n", end);
  const short = (lines: string) => lines.replaceAll(/\s+/g, " ").trim();
  return {
    ...change,
    file,
    line: text.slice(0, start).split("\n").length,
    before: short(text.slice(first, last)),
    after: short(text.slice(first, start) + to + text.slice(end, last)),
  };
}

/** Draws some of the mutants; the same seed draws the same ones. */
export function draw(mutants: Mutant[], count: number, seed: number): Mutant[] {
  const random = mersenne(seed);
  const left = [...mutants];
  const drawn: Mutant[] = [];
  while (left.length && drawn.length < count) {
    drawn.push(...left.splice(uniformInt(random, 0, left.length - 1), 1));
  }
  return drawn;
}

/**
 * Tries each mutant in one of the copies.
 *
 * @param options `patience`: how many seconds tests may take beyond five times their usual time;
 * `own`: only the tests of the mutant's own room and those about all rooms; `minutes`: after so many
 * no other mutant is begun
 */
export async function tryAll(
  mutants: Mutant[],
  trees: Tree[],
  tests: TestFile[],
  { patience = 20, own = false, minutes = Infinity, onOutcome }: {
    patience?: number;
    own?: boolean;
    minutes?: number;
    onOutcome?: (outcome: Outcome) => void;
  } = {},
): Promise<Outcome[]> {
  const end = performance.now() + 60_000 * minutes;
  const outcomes: Outcome[] = [];
  const next = mutants[Symbol.iterator]();
  await Promise.all(trees.map(async (tree) => {
    for (const mutant of next) {
      if (performance.now() > end) return;
      const outcome = await tryOne(mutant, tree, tests, { patience, own });
      outcomes.push(outcome);
      onOutcome?.(outcome);
    }
  }));
  return outcomes;
}

/** First the tests of the room, then the file's own examples, then all others that run these lines. */
async function tryOne(
  mutant: Mutant,
  tree: Tree,
  tests: TestFile[],
  options: { patience: number; own: boolean },
): Promise<Outcome> {
  const path = join(tree.folder, mutant.file);
  const text = await Deno.readTextFile(path);
  const height = text.slice(mutant.start, mutant.end).split("\n").length;
  const lines = Array.from({ length: height }, (_, i) => mutant.line + i);
  const { own, others, seen } = reaching(tests, mutant.file, lines);
  await Deno.writeTextFile(path, text.slice(0, mutant.start) + mutant.to + text.slice(mutant.end));
  try {
    const runs = [
      { files: own },
      { files: /^ \* ```ts/m.test(text) ? [{ path: mutant.file, seconds: 2 }] : [], doc: true },
      { files: others.filter(({ path }) => !options.own || isAboutAll(path)) },
    ];
    for (const { files, doc } of runs) {
      if (!files.length) continue;
      // Five times as long as before means that it does not end, even while others use the machine.
      const limit = options.patience + 5 * files.reduce((sum, { seconds }) => sum + seconds, 0);
      const { end } = await tree.test(files.map(({ path }) => path), { limit, doc });
      if (end === "failed") return { mutant, end: "killed", seen };
      if (end === "took too long") return { mutant, end: "timed out", seen };
    }
    return { mutant, end: "survived", seen };
  } finally {
    await Deno.writeTextFile(path, text);
  }
}

/** Whether two descriptions mean the same change of the same lines. */
function same(a: Omit<Equivalent, "why">, b: Omit<Equivalent, "why">): boolean {
  return a.file === b.file && a.before === b.before && a.after === b.after;
}

/** The entries of the list of equivalent changes that no longer stand for a change. */
export function outdated(equivalents: Equivalent[], mutants: Mutant[]): Equivalent[] {
  return equivalents.filter((entry) => !mutants.some((mutant) => same(mutant, entry)));
}

/** The numbers and the survivors, as they are printed. */
export function report(outcomes: Outcome[], equivalents: Equivalent[]): string {
  const counted = (end: Outcome["end"]) => outcomes.filter((outcome) => outcome.end === end);
  const alike = counted("survived").filter(({ mutant }) =>
    equivalents.some((entry) => same(mutant, entry))
  );
  const survivors = counted("survived").filter((outcome) => !alike.includes(outcome));
  const tried = outcomes.length - alike.length;
  const percent = tried ? (100 * survivors.length / tried).toFixed(1) : "0.0";
  const order = (a: Outcome, b: Outcome) =>
    a.mutant.file < b.mutant.file ? -1 : a.mutant.file > b.mutant.file ? 1 : a.mutant.line -
      b.mutant.line;
  const places = survivors.sort(order).map(({ mutant, seen }) => {
    const { file, line, kind, before, after } = mutant;
    const unseen = seen ? "" : ", and no test was seen to run this line";
    return `\n${file}:${line} ${kind}${unseen}\n- ${before}\n+ ${after}`;
  });
  return [
    `made ${outcomes.length}: killed ${counted("killed").length}, ` +
    `timed out ${counted("timed out").length}, survived ${survivors.length}, ` +
    `equivalent ${alike.length} (listed in tools/mutants/equivalent.json)`,
    `${percent}% of the ${tried} that change something survived`,
    ...places,
  ].join("\n");
}

async function main(args: string[]): Promise<number> {
  const { values } = readArguments(args, {
    task: "mutants",
    does: "Breaks lib in small ways, one at a time, and lists those that no test notices.",
    options: {
      room: { text: "ROOM", help: "break only this room of lib" },
      count: { number: "N", help: "how many changes to try; the default is 200" },
      seed: { number: "N", help: "which changes; the default is 1" },
      jobs: { number: "N", help: "how many at a time; the default is the number of processors" },
      minutes: { number: "N", help: "stop after N minutes, and report what was tried" },
      own: { help: "run only the tests of the broken room and those about all rooms" },
      again: { help: "try only the changes that survived the last run" },
    },
  });
  const { room, count = 200, seed = 1, minutes, own, again } = values;
  const jobs = values.jobs ?? navigator.hardwareConcurrency;
  const deno = await pinnedDeno();
  const memory = join(workshop, "mutants");
  await Deno.mkdir(memory, { recursive: true });
  const last = join(memory, "survivors.json");

  const equivalents: Equivalent[] = JSON.parse(
    await Deno.readTextFile(join(import.meta.dirname!, "equivalent.json")),
  );
  const everywhere = await allMutants(project);
  const gone = outdated(equivalents, everywhere);
  if (gone.length) {
    const places = gone.map(({ file, before }) => `${file}: ${before}`).join("\n");
    throw new Advice(
      `equivalent.json lists changes that can't be made any more: remove them.\n${places}`,
    );
  }
  const all = room ? await allMutants(project, room) : everywhere;
  if (!all.length) {
    throw new Advice(`There is no room "${room}" in lib, or nothing to break in it.`);
  }
  const survivors: Mutant[] = again ? JSON.parse(await Deno.readTextFile(last)) : [];
  const mutants = again
    ? all.filter((mutant) => survivors.some((survivor) => same(survivor, mutant)))
    : draw(all, count, seed);

  const trees: Tree[] = [];
  atTheEnd(async () => {
    for (const tree of trees) await tree.remove();
  });
  for (let i = 0; i < jobs; i++) trees.push(await copyTree(project, deno));
  say("Measuring which test runs which lines of lib");
  const began = performance.now();
  const reach = join(memory, "reach.json");
  const wanted = (path: string, all: string[]) =>
    !own || isAboutAll(path) || mutants.some(({ file }) => isOwn(path, file, all));
  const { tests, red } = await measure(trees, deno, { memory: reach, wanted, onFile: progress });
  if (red.length) say(`Left out, since they fail without any change: ${red.join(", ")}`);

  say(`\nTrying ${mutants.length} of ${all.length} changes, seed ${seed}`);
  let done = 0;
  const onOutcome = ({ end, mutant }: Outcome) => {
    progress(`  ${++done} of ${mutants.length}`);
    if (end !== "killed") say(`  ${end}: ${mutant.file}:${mutant.line} ${mutant.kind}`);
  };
  const outcomes = await tryAll(mutants, trees, tests, { own, minutes, onOutcome });
  const left = outcomes.filter(({ end }) => end === "survived").map(({ mutant }) => mutant);
  await writeWhole(last, JSON.stringify(left, null, 1));
  const took = (performance.now() - began) / 60_000;
  say(`\n${report(outcomes, equivalents)}\n\n${took.toFixed(1)} minutes`);
  return 0;
}

/** Tells on a terminal how far it is. */
function progress(line: string): void {
  if (!Deno.stdout.isTerminal()) return;
  Deno.stdout.writeSync(new TextEncoder().encode(`\r${line} `));
}

if (import.meta.main) await runTask(() => main(Deno.args));
