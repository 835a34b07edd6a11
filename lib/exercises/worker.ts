/**
 * Runs the reader's function, in a worker of a process of its own: what it does to its surroundings
 * ends with them.
 *
 * @module
 */
import { host } from "../host/host.ts";
import "../host/deno.ts";
import * as core from "./core.ts";
import type { Message, Outcome, Work } from "./run_apart.ts";
import type { Program } from "./program.ts";
import { decode, encode, type Wire, WireError } from "./wire.ts";

// Taken before the reader's code runs, which may change whatever it reaches.
const scope = globalThis as unknown as {
  postMessage: unknown;
  close: unknown;
  onmessage: unknown;
  Deno?: { exit: unknown };
  process?: { exit: unknown; reallyExit: unknown; abort: unknown };
};
const send = (scope.postMessage as (message: unknown) => void).bind(globalThis);
const { parse, stringify } = JSON;
const { inspect } = host();

function post(message: Message): void {
  send(stringify(message));
}

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

function closeDoors(): void {
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
  scope.postMessage = undefined;
  scope.close = leave;
  const { Deno: deno, process: node } = scope;
  if (deno) deno.exit = leave;
  if (node) node.exit = node.reallyExit = node.abort = leave;
}

scope.onmessage = async ({ data }: { data: string }) => {
  const { jobs, trials, library } = parse(data) as Work;
  const needsAll = jobs.some(({ program }) => usesMore(program));
  const glassnet: Record<string, unknown> = needsAll ? await import(library) : core;
  scope.onmessage = null;
  closeDoors();
  const special = (wire: { [key: string]: Wire }) => glassnet[wire.name as string];
  jobs.forEach(({ program }, job) => {
    printed = "";
    lines = 0;
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
  send(stringify({ done: true }));
};

/** Whether a program uses more of Glassnet than the core. */
function usesMore({ source, data }: Program): boolean {
  const names = new Set(Object.keys(core));
  const used = [
    ...source.matchAll(/\$glassnet(?:\.(\w+))?/g),
    ...stringify(data).matchAll(/"\$":"glassnet","name":"(\w+)"/g),
  ];
  return used.some(([, name]) => !names.has(name));
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
