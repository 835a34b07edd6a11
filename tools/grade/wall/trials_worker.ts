/**
 * Runs the functions of a student on their trials behind the wall, and notes what they call.
 *
 * @module
 */
import "../../../site/kernel/place.ts";
import { inspect } from "../../../lib/cells/inspect.ts";
import "../../../lib/host/page.ts";
import * as glassnet from "../../../lib/mod.ts";
import { runTrials } from "../../../lib/exercises/run_trials.ts";
import { whenAsked } from "./own.ts";
import type { TrialsWork } from "./trials.ts";

whenAsked<TrialsWork>(({ jobs, offered }, channel) => {
  let current = 0;
  const noted = (name: string) => channel.tell({ job: current, called: name });
  runTrials(jobs, {
    glassnet: watched(glassnet, new Set(offered), noted),
    inspect: (value) => inspect(value),
    post(message) {
      current = message.job;
      if ("begins" in message) channel.begin();
      channel.tell(message);
    },
  });
  return Promise.resolve();
});

/**
 * Glassnet's exports, of which those that the exercise does not offer tell when they are called. What
 * lies inside calls the others directly, and tells nothing.
 */
function watched(
  exports: Record<string, unknown>,
  offered: ReadonlySet<string>,
  noted: (name: string) => void,
): Record<string, unknown> {
  const { apply, construct } = Reflect;
  const entries = Object.entries(exports).map(([name, value]) => {
    if (typeof value !== "function" || offered.has(name)) return [name, value];
    // No Proxy: Deno's internals give away what is behind one.
    const watching = function (this: unknown, ...args: unknown[]) {
      noted(name);
      return new.target ? construct(value, args) : apply(value, this, args);
    };
    Object.defineProperties(watching, Object.getOwnPropertyDescriptors(value));
    return [name, watching];
  });
  return Object.fromEntries(entries);
}
