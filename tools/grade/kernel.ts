/**
 * Runs a student's cells in a kernel process of their own, and collects the answers.
 *
 * @module
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Program } from "../../lib/exercises/program.ts";
import type { Jupyter } from "../jupyter/jupyter.ts";
import { kernelCommand } from "../jupyter/kernel_spec.ts";
import { linesOf } from "../shared/lines.ts";
import { start, stop } from "../shared/processes.ts";
import { onWindows, project } from "../shared/project.ts";
import { brokerVariable, openBroker } from "./broker.ts";
import type { Limits, Stop } from "./limits.ts";
import type { Step } from "./plan.ts";
import { allowed } from "./policy.ts";

/** What the name of an answer stands for. */
export type Answer =
  /** A function, with everything that it uses. */
  | { kind: "program"; program: Program }
  /** Something else, as JSON. */
  | { kind: "value"; value: unknown }
  /** A function that can't be taken out of the notebook, and why. */
  | { kind: "unfit"; message: string }
  | { kind: "nothing" };

/** The outcome of a notebook's cells. */
export interface Outcome {
  answers: Map<string, Answer>;
  /** The cells that raised an error. */
  errors: { cell: number; error: string }[];
  /** The cells that ended the kernel or had to be stopped. */
  stops: ({ cell: number | string } & Stop)[];
  /** The accesses that the cells tried and were refused: "net example.org:443". */
  refused: string[];
  /** Whether all cells were tried, in the end only those with answers, or not even those. */
  finished: "all" | "answers" | "no";
}

/** What all notebooks of one grading have in common. */
export interface Workplace {
  jupyter: Jupyter;
  limits: Limits;
  /** A folder with a short path, for sockets and connection files. */
  runtime: string;
  /** Where each notebook gets a scratch folder; inside the project, so that `glassnet` is found. */
  scratch: string;
  /** What no notebook can read. */
  hidden: string[];
  /** What stands in for the files of the exercises in a notebook's folder, by their names. */
  stubs: ReadonlyMap<string, string>;
  /** Where Deno keeps what it has compiled. */
  denoCache: string;
}

const runner = join(project, "tools", "grade", "run_submission.py");
const mime = "application/vnd.glassnet.answer+json";

/** What the runner calls the step before all cells. */
export const firstStep = "start";

/** Runs the steps of one notebook. Nothing that the notebook does makes this throw. */
export async function runSteps(steps: Step[], place: Workplace): Promise<Outcome> {
  const scratch = await Deno.makeTempDir({ dir: place.scratch });
  for (const [name, text] of place.stubs) await Deno.writeTextFile(join(scratch, name), text);
  const rooms = {
    scratch,
    readable: [
      ...["lib", "data", "node_modules"].map((name) => join(project, name)),
      ...["deno.json", "deno.lock", "package.json"].map((name) => join(project, name)),
      place.denoCache,
    ],
    hidden: place.hidden,
  };
  const broker = await openBroker(place.runtime, (request) => allowed(request, rooms));
  try {
    const { command, env } = await kernelCommand();
    const job = {
      kernel: command,
      env: { ...cleanEnvironment(place), ...env, TMPDIR: scratch, [brokerVariable]: broker.path },
      scratch,
      runtime: place.runtime,
      limits: place.limits,
      mime,
      steps: runnable(steps),
    };
    const outcome = await talk(job, place);
    return { ...outcome, refused: [...broker.refused] };
  } finally {
    await broker.close();
    await Deno.remove(scratch, { recursive: true }).catch(() => {});
  }
}

/** The kernel learns nothing about who runs it, and no missing package is fetched. */
function cleanEnvironment({ denoCache, runtime, limits }: Workplace): Record<string, string> {
  const nowhere = "http://127.0.0.1:9/";
  const kept = ["PATH", "SystemRoot", "SYSTEMROOT", "LD_LIBRARY_PATH"];
  return {
    ...Object.fromEntries(kept.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    })),
    HOME: runtime,
    DENO_DIR: denoCache,
    DENO_NO_PROMPT: "1",
    DENO_V8_FLAGS: `--max-old-space-size=${Math.round(limits.memory / 1e6)}`,
    NPM_CONFIG_REGISTRY: nowhere,
    JSR_URL: nowhere,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
  };
}

/** A step as the runner takes it. */
interface RunnerStep {
  cell: number | string;
  source: string;
  /** Whether the answers need it. */
  needed: boolean;
  /** What it collects. */
  piece?: string;
}

/** The steps as the runner takes them, after one that imports what collects the answers. */
function runnable(steps: Step[]): RunnerStep[] {
  // A name that no cell uses. If a notebook changes this function, that affects only its own answers.
  const tag = crypto.randomUUID().replaceAll("-", "");
  const collector = pathToFileURL(join(project, "lib", "exercises", "program.ts"));
  const first = `import { programOf as programOf${tag} } from ${JSON.stringify(collector.href)};
import * as glassnet${tag} from "glassnet";`;
  return [
    { cell: firstStep, needed: true, source: first },
    ...steps.map((step) =>
      "collect" in step
        ? {
          cell: step.collect.name,
          piece: step.collect.name,
          needed: true,
          source: collectSource(step.collect.answer, tag),
        }
        : step
    ),
  ];
}

function collectSource(name: string, tag: string): string {
  return `({
  [Symbol.for("Jupyter.display")]: () => {
    const answer = typeof ${name} === "undefined" ? undefined : ${name};
    if (answer === undefined) return { "${mime}": { kind: "nothing" } };
    if (typeof answer !== "function") return { "${mime}": { kind: "value", value: answer } };
    try {
      return {
        "${mime}": { kind: "program", program: programOf${tag}(answer, glassnet${tag}) },
      };
    } catch (error) {
      return { "${mime}": { kind: "unfit", message: String(error?.message).slice(0, 500) } };
    }
  },
})`;
}

/** A line that the runner prints. */
type Line =
  | { piece: string } & Answer
  | { cell: number | string } & Stop
  | { cell: number | string; error: string }
  | { done: Outcome["finished"] };

/** Gives a job to a runner and reads its lines until it has ended. */
async function talk(
  job: unknown,
  { jupyter, limits }: Workplace,
): Promise<Omit<Outcome, "refused">> {
  const outcome: Omit<Outcome, "refused"> = {
    answers: new Map(),
    errors: [],
    stops: [],
    finished: "no",
  };
  const child = start(jupyter.python, [runner], {
    env: jupyter.env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const complaint = tail(child.stderr);
  // The runner enforces the limits itself; this is in case the runner hangs.
  const timer = setTimeout(() => stop(child, 0), (limits.wall + 300) * 1000);
  const writer = child.stdin.getWriter();
  try {
    // Standard input stays open: when it closes, the runner ends.
    await writer.write(new TextEncoder().encode(JSON.stringify(job) + "\n"));
    for await (const line of linesOf(child.stdout)) hear(JSON.parse(line), outcome);
  } finally {
    clearTimeout(timer);
    await stop(child, 0);
    endGroup(child.pid);
    await writer.close().catch(() => {});
  }
  const said = await complaint;
  if (outcome.finished === "no" && !outcome.stops.length) {
    throw new Error(`The runner of the notebooks did not finish: ${said.trim()}`);
  }
  return outcome;
}

/** A runner that crashed may have left its kernel, which is in its process group. */
function endGroup(pid: number): void {
  if (onWindows) return;
  try {
    Deno.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of the group is left, as it should be.
  }
}

function hear(line: Line, outcome: Omit<Outcome, "refused">): void {
  if ("done" in line) outcome.finished = line.done;
  else if ("piece" in line) outcome.answers.set(line.piece, line);
  else if ("stopped" in line) outcome.stops.push(line);
  else if (typeof line.cell === "number") {
    const { cell, error } = line;
    // After a restart the cells run again, and raise their errors again.
    if (!outcome.errors.some((known) => known.cell === cell)) outcome.errors.push({ cell, error });
  } else throw new Error(`A step of the grading itself failed, ${line.cell}: ${line.error}`);
}

async function tail(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream() as never)) {
    text = (text + chunk).slice(-4000);
  }
  return text;
}
