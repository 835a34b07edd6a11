/**
 * Runs a reader's functions on their trials, in a worker that exists for nothing else: what they do to
 * their surroundings ends with it.
 *
 * @module
 */
import * as core from "./core.ts";
import type { Job, Message, Outcome } from "./run_apart.ts";
import { decode, encode, type Wire, WireError } from "./wire.ts";

// Taken before the reader's code runs, which may change whatever it reaches.
const { stringify } = JSON;
const scope = globalThis as unknown as {
  postMessage: unknown;
  close: unknown;
  onmessage: unknown;
  Deno?: { exit: unknown };
  process?: { exit: unknown; reallyExit: unknown; abort: unknown };
};

/** So many characters and lines of what it prints are kept. */
const mostPrinted = 2000;
const mostLines = 20;
let printed = "";
let lines = 0;

class Leaving extends Error {
  override name = "Leaving";
}

function leave(): never {
  throw new Leaving("it tried to end the process");
}

function closeDoors(inspect: (value: unknown) => string): void {
  const print = (...things: unknown[]) => {
    if (++lines > mostLines || printed.length > mostPrinted) {
      if (!printed.endsWith("...\n")) printed += "...\n";
      return;
    }
    try {
      printed += things.map((thing) => typeof thing === "string" ? thing : inspect(thing))
        .join(" ").slice(0, mostPrinted) + "\n";
    } catch {
      // What can't be printed is not worth a failure here.
    }
  };
  for (const method of ["log", "info", "debug", "warn", "error", "table", "dir", "trace"]) {
    (console as unknown as Record<string, unknown>)[method] = print;
  }
  scope.onmessage = null;
  scope.postMessage = undefined;
  scope.close = leave;
  const { Deno: deno, process: node } = scope;
  if (deno) deno.exit = leave;
  if (node) node.exit = node.reallyExit = node.abort = leave;
}

/** What the functions run with. */
export interface Surroundings {
  /** The exports of Glassnet, by their names. */
  glassnet: Record<string, unknown>;
  /** Is told what happens. */
  post: (message: Message) => void;
  /** A value as the console shows it. */
  inspect: (value: unknown) => string;
}

/** Runs each function on its trials. From the first one on, the worker says nothing but through `post`. */
export function runTrials(
  jobs: (Job & { trials: Wire[][] })[],
  { glassnet, post, inspect }: Surroundings,
): void {
  closeDoors(inspect);
  const special = (wire: { [key: string]: Wire }) => glassnet[wire.name as string];
  jobs.forEach(({ program, trials }, job) => {
    printed = "";
    lines = 0;
    // What is declared runs before the first trial, and may take as long as it likes.
    post({ job, trial: 0, begins: true });
    let fn: (...args: unknown[]) => unknown;
    try {
      const data = Object.fromEntries(
        Object.entries(program.data).map(([name, wire]) => [name, decode(wire, special)]),
      );
      fn = new Function("$glassnet", "$data", program.source)(glassnet, data);
    } catch (error) {
      for (let trial = 0; trial < trials.length; trial++) {
        post({ job, trial, outcome: thrown(error), printed });
      }
      return;
    }
    trials.forEach((args, trial) => {
      post({ job, trial, begins: true });
      post({ job, trial, outcome: outcomeOf(fn, args), printed });
    });
  });
}

function outcomeOf(fn: (...args: unknown[]) => unknown, wires: Wire[]): Outcome {
  const args = wires.map((wire) => decode(wire));
  let value: unknown;
  try {
    value = fn(...args);
  } catch (error) {
    return thrown(error);
  }
  try {
    const changed = args.flatMap((arg, i) => {
      try {
        return stringify(encode(arg)) === stringify(wires[i]) ? [] : [i];
      } catch {
        return [i];
      }
    });
    return { kind: "value", value: encode(value), changed };
  } catch (error) {
    return error instanceof WireError
      ? { kind: "unfit", what: error.message }
      : { kind: "unfit", what: "something that can't be read" };
  }
}

function thrown(error: unknown): Outcome {
  if (error instanceof Leaving) return { kind: "left" };
  try {
    const { name, message, piece } = Object(error) as {
      name?: string;
      message?: string;
      piece?: string;
    };
    return {
      kind: "threw",
      name: typeof name === "string" ? name : "",
      message: (typeof message === "string" ? message : String(error)).slice(0, 600),
      ...(error instanceof core.NotWrittenError ? { piece } : {}),
    };
  } catch {
    return { kind: "threw", name: "", message: "something that can't be read" };
  }
}
