/**
 * Runs a notebook's cells behind the wall and hands over what stands under the names of the answers, as
 * text.
 *
 * @module
 */
import "../../../site/kernel/place.ts";
import { CellSession, inspect } from "../../../lib/cells/mod.ts";
import { page } from "../../../lib/host/page.ts";
import * as glassnet from "../../../lib/mod.ts";
import * as core from "../../../lib/core.ts";
import * as assert from "@std/assert";
import * as csv from "@std/csv";
import { programOf } from "../../../lib/exercises/program.ts";
import { registeredAs } from "../../../lib/exercises/registry.ts";
import type { Answer, CellsWork } from "./cells.ts";
import { type Channel, whenAsked } from "./own.ts";

// Taken before the student's code runs.
const lookUp = (name: string): unknown => {
  try {
    return (0, eval)(name);
  } catch {
    return undefined; // No cell has declared it.
  }
};
const display = Symbol.for("Jupyter.display");

whenAsked<CellsWork>(async ({ steps, names, data, own }, channel) => {
  for (const [name, text] of Object.entries(data)) {
    page.files.put(`/data/${name}`, new TextEncoder().encode(text));
  }
  page.files.folder = "/notebooks/exercises";
  page.inspect = (value) => inspect(value);
  // What a notebook imports as a whole is this very object.
  const offered: Record<string, unknown> = { ...glassnet };
  offered.check = checkThat(offered, channel);
  const session = new CellSession({
    modules: modulesFor(offered, own, channel),
    // Nobody looks at what cells show.
    output: () => {},
  });
  page.notebook = session.jupyter;
  closeDoors(session, channel);
  const failed: CellsWork["steps"] = [];
  const run = async (step: CellsWork["steps"][number], again: boolean) => {
    channel.begin();
    channel.tell({ cell: step.cell });
    const { ok, error } = await session.run(step.source, steps.map(({ source }) => source));
    channel.begin();
    if (!ok) {
      if (!again) failed.push(step);
      channel.tell({ cell: step.cell, error: inWords(error), again });
    } else if (again) channel.tell({ cell: step.cell, mended: true });
  };
  for (const step of steps) await run(step, false);
  // A cell may use what stands below it: the student ran them in another order.
  for (const step of failed) await run(step, true);
  for (const { name, answer } of names) {
    channel.begin();
    channel.tell({ collects: name });
    channel.tell({ piece: name, how: "name", answer: taken(lookUp(answer), offered) });
  }
});

/** What stands under a name, as text. */
function taken(value: unknown, offered: Record<string, unknown>): Answer {
  if (value === undefined) return { kind: "nothing" };
  if (typeof value !== "function") return { kind: "value", value: plain(value) };
  try {
    return { kind: "program", program: programOf(value, offered) };
  } catch (error) {
    return { kind: "unfit", message: inWords(error).message };
  }
}

/** What the message can hold of a value. */
function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value)) ?? null;
  } catch {
    return null;
  }
}

/**
 * What stands for `check` while a notebook is graded: it notes what it was given, and judges nothing,
 * since that is done elsewhere.
 */
function checkThat(offered: Record<string, unknown>, channel: Channel): unknown {
  const noted = (name: string) => (written: unknown) => {
    channel.tell({ piece: name, how: "check", answer: taken(written, offered) });
    const message = "This check is made by the grading, after all cells.";
    return Promise.resolve({
      piece: name,
      verdict: "graded later",
      message,
      printed: "",
      toString: () => message,
      [display]: () => ({ "text/plain": message }),
    });
  };
  return new Proxy(
    (exercise: unknown, written: unknown) => {
      const name = typeof exercise === "string" ? exercise : Object(exercise).name;
      return noted(registeredAs(name)?.name ?? "")(written);
    },
    {
      get: (target, name, receiver) =>
        typeof name === "string" && registeredAs(name)
          ? noted(name)
          : Reflect.get(target, name, receiver),
    },
  );
}

/** What cells can import. Anything else is told of. */
function modulesFor(
  offered: Record<string, unknown>,
  own: CellsWork["own"],
  channel: Channel,
): { [name: string]: () => object } {
  const stubs = Object.entries(own).map(([name, exercises]) => {
    const exported = Object.fromEntries(
      exercises.map(({ exported, ...form }) => [
        exported,
        glassnet.exercise({ ...form, right: () => undefined, trials: () => [] }),
      ]),
    );
    return [`./${name}`, () => exported];
  });
  const known: { [name: string]: () => object } = {
    glassnet: () => offered,
    "glassnet/core": () => core,
    "@std/assert": () => assert,
    "@std/csv": () => csv,
    ...Object.fromEntries(stubs),
  };
  return new Proxy(known, {
    getOwnPropertyDescriptor(target, name) {
      if (typeof name === "string" && !Object.hasOwn(target, name)) {
        channel.tell({ tried: `import ${name.slice(0, 200)}` });
      }
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
}

/** Only what the notebook shows may be missing: a cell that wants to end the process ends its run. */
function closeDoors(session: CellSession, channel: Channel): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const leave = () => {
    channel.left();
    throw new Error("This cell ended the kernel.");
  };
  const whole = globalThis.Deno;
  // Deno refuses these as well, but does not write down that it was asked.
  const noted = <Asked extends (...args: never[]) => unknown>(
    what: string,
    asked: Asked,
  ): Asked => {
    const tell = (args: unknown[]) =>
      channel.tell({ tried: `${what} ${String(args[0]).slice(0, 200)}` });
    return new Proxy(asked, {
      apply: (target, self, args) => (tell(args), Reflect.apply(target, self, args)),
      construct: (target, args, newTarget) => (
        tell(args), Reflect.construct(target, args, newTarget)
      ),
    });
  };
  const deno = Object.create(whole, {
    jupyter: { value: session.jupyter },
    exit: { value: leave },
    kill: { value: noted("kill", whole.kill) },
    Command: { value: noted("run", whole.Command as never) },
  });
  Object.defineProperty(globalThis, "Deno", { value: deno, configurable: true, writable: true });
  const node = scope.process as Record<string, unknown>;
  node.exit = node.reallyExit = node.abort = leave;
  for (const name of ["kill", "getBuiltinModule", "binding"]) {
    node[name] = noted(name, (node[name] as () => unknown).bind(node));
  }
  scope.close = leave;
  scope.postMessage = undefined;
  // What nobody waits for must not end the worker.
  for (const type of ["unhandledrejection", "error"]) {
    globalThis.addEventListener(type, (event) => event.preventDefault());
  }
}

/** An error as two texts: its own properties may throw, too. */
function inWords(error: unknown): { name: string; message: string } {
  try {
    const { name, message } = Object(error);
    const isText = typeof name === "string" && typeof message === "string";
    return isText
      ? {
        name: name.replace(/^Cell(?=SyntaxError$)/, "").slice(0, 60),
        message: message.slice(0, 600),
      }
      : { name: "Error", message: String(error).slice(0, 600) };
  } catch {
    return { name: "Error", message: "something that can't be read" };
  }
}
