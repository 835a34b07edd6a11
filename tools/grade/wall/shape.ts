/**
 * What comes from behind the wall is checked for its shape before anything is done with it: the student's
 * code may have had its hands in it.
 *
 * @module
 */
import type { Program } from "../../../lib/exercises/program.ts";
import type { Outcome } from "../../../lib/exercises/run_apart.ts";
import type { Wire } from "../../../lib/exercises/wire.ts";

/** A message that is not what it should be. */
export class WrongShape extends TypeError {
  override name = "WrongShape";
}

/** The numbers that an answer or a result may hold: far more than any piece returns. */
const mostNumbers = 200_000;
const deepest = 25;

function wrong(what: string): never {
  throw new WrongShape(`The message has no ${what} where one is expected.`);
}

/** An object of JSON. */
export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) wrong("object");
  return value as Record<string, unknown>;
}

/** A text, cut off after `most` characters. */
export function text(value: unknown, most: number): string {
  return typeof value === "string" ? value.slice(0, most) : wrong("text");
}

/** A whole number from 0 to `most`. */
export function count(value: unknown, most = 1e9): number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
    ? value as number
    : wrong("whole number");
}

/** One of some texts. */
export function oneOf<const Text extends string>(value: unknown, texts: readonly Text[]): Text {
  return texts.find((one) => one === value) ?? wrong(texts.join(" or "));
}

/** A list, each element of which has a shape. */
export function list<Element>(value: unknown, shape: (element: unknown) => Element): Element[] {
  return Array.isArray(value) ? value.map(shape) : wrong("list");
}

/** A function as text, with what it uses. */
export function program(value: unknown): Program {
  const { source, data, code } = record(value);
  const room = { left: mostNumbers };
  const entries = Object.entries(record(data))
    .map(([name, wire]) => [name, checked(wire, room, 0, true)] as const);
  if (typeof source !== "string" || source.length > 1e6) wrong("program");
  return {
    source: source as string,
    data: Object.fromEntries(entries),
    // It is only looked at, and nobody writes a function of this length.
    code: typeof code === "string" && code.length < 20_000 ? code : "",
  };
}

/** What a function did in a trial. */
export function outcome(value: unknown): Outcome {
  const one = record(value);
  switch (one.kind) {
    case "value":
      try {
        const changed = list(one.changed, (k) => count(k, 100));
        return { kind: "value", value: checked(one.value, { left: mostNumbers }, 0), changed };
      } catch (error) {
        if (!(error instanceof WrongShape)) throw error;
        return { kind: "unfit", what: "something that can't be read" };
      }
    case "unfit":
      return { kind: "unfit", what: text(one.what, 200) };
    case "threw": {
      const { name, message, piece } = one;
      return {
        kind: "threw",
        name: text(name, 60),
        message: text(message, 600),
        ...(typeof piece === "string" ? { piece: piece.slice(0, 60) } : {}),
      };
    }
    case "left":
      return { kind: "left" };
    default:
      return wrong("outcome");
  }
}

/** A value as `wire.ts` sends it: nothing that `decode` would make a surprise of. */
function checked(value: unknown, room: { left: number }, depth: number, uses = false): Wire {
  if (depth > deepest) wrong("value of a few levels");
  if (--room.left < 0) wrong("value of an acceptable size");
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    room.left -= value.length / 8;
    return value.length <= 100_000 ? value : wrong("text of an acceptable length");
  }
  const inner = (one: unknown) => checked(one, room, depth + 1, uses);
  if (Array.isArray(value)) return value.map(inner);
  const wire = record(value);
  switch (wire.$) {
    case "undefined":
      return { $: "undefined" };
    case "number":
      return { $: "number", text: oneOf(wire.text, ["-0", "NaN", "Infinity", "-Infinity"]) };
    case "bigint":
      return /^-?\d{1,400}$/.test(String(wire.text))
        ? { $: "bigint", text: String(wire.text) }
        : wrong("whole number");
    case "Matrix": {
      const [rows, cols] = [count(wire.rows, mostNumbers), count(wire.cols, mostNumbers)];
      const values = numbers(wire.values, room);
      if (rows * cols !== values.length || !values.length) wrong("matrix");
      const dtype = oneOf(wire.dtype, ["float64", "float32"]);
      return { $: "Matrix", rows, cols, dtype, values };
    }
    case "array":
      return { $: "array", type: text(wire.type, 30), values: numbers(wire.values, room) };
    case "object": {
      const entries = list(wire.entries, (entry) => {
        if (!Array.isArray(entry) || entry.length !== 2) wrong("entry");
        return [text(entry[0], 200), inner(entry[1])] as Wire[];
      });
      return { $: "object", entries };
    }
    case "glassnet":
      // Only what a function uses can be one of Glassnet's own functions.
      return uses && /^\w{1,60}$/.test(String(wire.name))
        ? { $: "glassnet", name: String(wire.name) }
        : wrong("value");
    default:
      return wrong("value");
  }
}

function numbers(values: unknown, room: { left: number }): Wire[] {
  return list(values, (one) => {
    if (--room.left < 0) wrong("value of an acceptable size");
    if (typeof one === "number") return one;
    const wire = record(one);
    if (wire.$ !== "number") wrong("number");
    return { $: "number", text: oneOf(wire.text, ["-0", "NaN", "Infinity", "-Infinity"]) };
  });
}
