/**
 * What all tasks have in common: how they talk, and how they end when something is in the way.
 *
 * @module
 */
import { project } from "./project.ts";
import { signalledCode, stopEverything, stopOnSignals } from "./processes.ts";

/**
 * Something foreseeable is in the way. The message is the one sentence that a person reads, and it
 * says what to do.
 */
export class Advice extends Error {
  override name = "Advice";
}

/** Somebody asked what a task takes: the message says it, and the task ends. */
export class Help extends Error {
  override name = "Help";
}

/** Says what is going on. */
export function say(line: string): void {
  console.log(line);
}

/**
 * Runs a task to its end and exits with its exit code. Everything that it started is stopped first.
 *
 * @param work the task; it may return an exit code other than 0
 */
export async function runTask(work: () => Promise<number | void>): Promise<never> {
  stopOnSignals();
  let code = 0;
  try {
    code = await work() ?? 0;
  } catch (error) {
    if (error instanceof Help) say(error.message);
    else {
      // A program that was stopped has failed, but that is no news to the person who stopped it.
      if (!signalledCode()) console.error(`\n${explain(error)}`);
      code = 1;
    }
  }
  await stopEverything();
  Deno.exit(signalledCode() ?? code);
}

/** One sentence for what is foreseeable, everything there is to know for what is not. */
function explain(error: unknown): string {
  if (error instanceof Advice) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (
    error instanceof Deno.errors.PermissionDenied || /read-only file system/i.test(error.message)
  ) {
    return `The folder ${project} cannot be written to (${error.message}): copy the project to ` +
      "a folder of your own, or make this one yours, and start again.";
  }
  if (/no space left/i.test(error.message)) {
    return "The disk is full: free about 1 GB and start again.";
  }
  return error.stack ?? error.message;
}
