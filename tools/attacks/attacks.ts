/**
 * `deno task attacks`: hands in what somebody who has read the source would try, one notebook for each
 * attack, with an honest student among them, and grades them. It prints its counts: points that were taken,
 * secrets that got out, attacks that nobody was told of, and whether the honest student got all points.
 *
 * @module
 */
import { parse } from "@std/csv";
import { join } from "node:path";
import { type Attack, attacks } from "./attacks_list.ts";
import { classInWords, gradeTwice } from "./hostile_class.ts";
import { exercise, layouts } from "./layouts.ts";
import { notebookOf } from "./notebooks.ts";
import { chosenBy, readArguments } from "../shared/arguments.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { ask } from "../shared/processes.ts";
import { notebooks, project } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";

const secret = "GLASSNET-PLANTED-90210";

/** What an attack came to. */
export interface Counts {
  attacks: number;
  /** Those that have a point for what they did not write, and no note. */
  points: string[];
  /** Those with a secret in the results. */
  leaks: string[];
  /** Those that nobody is told of. */
  unseen: string[];
  /** How many pieces the honest student has right, and of how many. */
  honest: { right: number; of: number };
}

/** Hands in the attacks, and grades them. */
export async function attack(some: readonly Attack[], seconds: number): Promise<Counts> {
  const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
  try {
    const [secretFile, folder] = [join(base, "secret.txt"), join(base, "class")];
    await Deno.writeTextFile(secretFile, secret);
    await Deno.mkdir(folder);
    const text = await Deno.readTextFile(join(notebooks, "exercises", "source", exercise));
    const honest = join(folder, "honest.ipynb");
    await Deno.writeTextFile(honest, text);
    for (const [k, one] of some.entries()) {
      const path = join(folder, `attack ${k}.ipynb`);
      const hostile = JSON.stringify(notebookOf(one, JSON.parse(text), secretFile));
      if (one.handIn) await one.handIn({ path, text: hostile, honest, secret: secretFile });
      else await Deno.writeTextFile(path, hostile);
    }
    const args = ["run", "--quiet", "--frozen", "-A", join(project, "tools/grade/grade.ts")];
    const { ok, text: said } = await ask(
      await pinnedDeno(),
      [...args, folder, "--seconds", String(seconds), "--memory", "600"],
      { cwd: project, env: { GLASSNET_PLANTED: secret, INIT_CWD: base, NO_COLOR: "1" } },
    );
    if (!ok) throw new Advice(`The grading did not come to its end: ${said}`);
    return await countsOf(some, join(base, "class-grades"), said);
  } finally {
    await Deno.remove(base, { recursive: true });
  }
}

async function countsOf(some: readonly Attack[], out: string, said: string): Promise<Counts> {
  const table = await Deno.readTextFile(join(out, "grades.csv"));
  const rows = parse(table, { skipFirstRow: true }) as Record<string, string>[];
  const rowOf = (student: string) => rows.find((row) => row.student === student)!;
  const counts: Counts = {
    attacks: some.length,
    points: [],
    leaks: [],
    unseen: [],
    honest: {
      right: Number(rowOf("honest").right),
      of: Number(rowOf("honest")["of handed in"]),
    },
  };
  for (const [k, { name, harmless }] of some.entries()) {
    const row = rowOf(`attack ${k}`);
    const look = row["look at"]!;
    const isTold = look + row.problems + row.notes !== "" ||
      !["right", "unwritten"].includes(row.dW2!);
    if (row.dW2 === "right" && !look) counts.points.push(name);
    if (!isTold && !harmless) counts.unseen.push(name);
    if (JSON.stringify(row).includes(secret)) counts.leaks.push(name);
  }
  const page = await Deno.readTextFile(join(out, "grades.html"));
  if ((page + said).includes(secret)) counts.leaks.push("the page or what is printed");
  return counts;
}

/** The counts in a few lines. */
export function countsInWords({ attacks, points, leaks, unseen, honest }: Counts): string {
  const line = (what: string, names: string[]) =>
    `${what}: ${names.length}${names.length ? ` (${names.join("; ")})` : ""}`;
  return [
    `attacks: ${attacks}`,
    line("points taken", points),
    line("secrets that got out", leaks),
    line("not noted", unseen),
    `right of the honest student's: ${honest.right} of ${honest.of}`,
  ].join("\n");
}

/** A class of 30 in each of the layouts, ten of them hostile. */
async function classes(chosen: string[], seconds: number): Promise<number> {
  let failures = 0;
  for (const layout of chosen) {
    const class_ = { layout, students: 30, hostile: 10 };
    const counts = await gradeTwice(class_, seconds);
    say(classInWords(class_, counts));
    const { honest, files, killed } = counts;
    const isGood = honest.right === honest.of && !files.different.length && killed.gradings === 1 &&
      killed.forMemory > 0;
    if (!isGood) failures++;
  }
  return failures && 1;
}

if (import.meta.main) {
  await runTask(async () => {
    const { values, words } = readArguments(Deno.args, {
      task: "attacks",
      does: "Hands in notebooks that attack the grading, and prints what they came to.",
      options: {
        seconds: { number: "N", most: 600, help: "processor time for a cell" },
        class: {
          help: "grades classes with hostile students, in each layout, on a machine that fails",
        },
      },
      words: {
        name: "[WORD...]",
        help: "only attacks, or layouts, whose names contain one of these",
      },
    });
    const { seconds = 3 } = values;
    if (values.class) return await classes(chosenBy(words, Object.keys(layouts)), seconds);
    const names = chosenBy(words, attacks.map(({ name }) => name));
    const counts = await attack(attacks.filter(({ name }) => names.includes(name)), seconds);
    say(countsInWords(counts));
    const { points, leaks, unseen, honest } = counts;
    return points.length || leaks.length || unseen.length || honest.right < honest.of ? 1 : 0;
  });
}
