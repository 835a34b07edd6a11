/**
 * Runs the reader's function, in a worker of a process of its own: what it does to its surroundings
 * ends with them.
 *
 * @module
 */
import { host } from "../host/host.ts";
import "../host/deno.ts";
import * as core from "./core.ts";
import type { Program } from "./program.ts";
import type { Work } from "./run_apart.ts";
import { runTrials } from "./run_trials.ts";

const scope = globalThis as unknown as {
  postMessage(message: string): void;
  onmessage: unknown;
};
const send = scope.postMessage.bind(globalThis);
const { parse, stringify } = JSON;

scope.onmessage = async ({ data }: { data: string }) => {
  const { jobs, trials, library } = parse(data) as Work;
  const needsAll = jobs.some(({ program }) => usesMore(program));
  const glassnet: Record<string, unknown> = needsAll ? await import(library) : core;
  const { inspect } = host();
  runTrials(jobs.map((job) => ({ ...job, trials })), {
    glassnet,
    post: (message) => send(stringify(message)),
    inspect,
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
