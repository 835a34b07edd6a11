/**
 * `deno task soak`: runs notebook 05 twenty times in one kernel and reports whether the kernel stays
 * as it is: its memory flat after the third run, and no thread, program or timer left over.
 *
 * @module
 */
import { join } from "node:path";
import { ensureData } from "../shared/ensure_data.ts";
import { type Jupyter, pinnedJupyter } from "../jupyter/jupyter.ts";
import { readArguments } from "../shared/arguments.ts";
import { linesOf } from "../shared/lines.ts";
import { start } from "../shared/processes.ts";
import { notebooks, project } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";

/** What the kernel holds at rest after a run; run 0 is the start. Sizes are in bytes. */
export interface Rest {
  run: number;
  /** How long the run took. */
  seconds: number;
  /** The memory of the process right after the run, before garbage collection. */
  atOnce: number;
  /** The memory of the process after garbage collection. */
  memory: number;
  /** JavaScript's share of it. */
  heap: number;
  threads: number;
  /** Programs that it has started. */
  children: number;
  /** Timers that are set. */
  timers: number;
  /** The processor time that it uses at rest: 1 is one whole processor. */
  idle: number;
}

/** The memory counts from this run on: before, the kernel is still growing into its work. */
const first = 3;

/** How much the memory may grow after that, as a share of what it is then. */
const share = 0.1;

/** What has grown, in words; empty if nothing has. */
export function growth(rests: Rest[]): string[] {
  const [before, ...after] = rests;
  const problems: string[] = [];
  const flat = after.slice(first - 1);
  const most = Math.max(...flat.map(({ memory }) => memory));
  if (flat.length && most > (1 + share) * flat[0].memory) {
    const percent = Math.round(100 * (most / flat[0].memory - 1));
    problems.push(`the memory grew by ${percent}% after run ${first}`);
  }
  for (const { run, threads, children, timers, idle } of after) {
    if (threads > before.threads) {
      problems.push(`run ${run} left ${threads - before.threads} threads`);
    }
    if (children > before.children) problems.push(`run ${run} left a program running`);
    if (timers > 0) problems.push(`run ${run} left ${timers} timers`);
    if (idle > 0.05) {
      problems.push(`after run ${run} the kernel uses ${Math.round(100 * idle)}% of a processor`);
    }
  }
  return problems;
}

/** Runs a notebook again and again in one kernel; `onRest` is called after each run. */
export async function soak(
  jupyter: Jupyter,
  notebook: string,
  options: { runs: number; iterations?: number; onRest?: (rest: Rest) => void },
): Promise<Rest[]> {
  const { runs, iterations = [], onRest } = options;
  const script = join(project, "tools", "soak", "soak.py");
  const args = [script, notebook, runs, iterations].flat().map(String);
  const python = start(jupyter.python, args, { env: jupyter.env, stdout: "piped" });
  const rests: Rest[] = [];
  for await (const line of linesOf(python.stdout)) {
    const rest: Rest = JSON.parse(line);
    rests.push(rest);
    onRest?.(rest);
  }
  if (!(await python.status).success) throw new Advice("The soak ended early: fix what it says.");
  return rests;
}

async function main(args: string[]): Promise<number> {
  const { values: { runs = 20, iterations } } = readArguments(args, {
    task: "soak",
    does:
      "Runs notebook 05 again and again in one kernel: is its memory flat, is anything left over?",
    options: {
      runs: { number: "N", help: "how many times; the default is 20" },
      iterations: { number: "N", least: 20, help: "shorten each training to N iterations" },
    },
  });
  const jupyter = await pinnedJupyter();
  await ensureData();
  say(`Notebook 05, ${runs} times in one kernel\n`);
  say("| run | time | memory | at once | JavaScript | threads | timers | idle |");
  say("|----:|-----:|-------:|--------:|-----------:|--------:|-------:|-----:|");
  const notebook = join(notebooks, "05-training.ipynb");
  const rests = await soak(jupyter, notebook, {
    runs,
    iterations,
    onRest: (rest) => say(row(rest)),
  });
  const problems = growth(rests);
  say(problems.length ? `\nNot flat: ${problems.join("; ")}.` : "\nFlat.");
  return problems.length ? 1 : 0;
}

function row(rest: Rest): string {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const cells = [
    ...[rest.run, `${Math.round(rest.seconds)} s`, megabytes(rest.memory)],
    ...[megabytes(rest.atOnce), megabytes(rest.heap), rest.threads, rest.timers],
    `${Math.round(100 * rest.idle)}%`,
  ];
  return `| ${cells.join(" | ")} |`;
}

if (import.meta.main) await runTask(() => main(Deno.args));
