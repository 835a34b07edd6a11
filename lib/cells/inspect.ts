/**
 * A value as Deno's console shows it, without Deno. It follows `ext/web/01_console.js` of Deno 2.8.1
 * (MIT license), which goes back to Node's `util.inspect`. The tests compare it with `Deno.inspect`.
 *
 * Not to be had without Deno: the state of a promise that the caller does not know, what is left in an
 * iterator, and what stands behind a proxy.
 *
 * @module
 */
import { type Frame, LINE_WIDTH, lineUp, MOST_ENTRIES } from "./line_up.ts";
import { quote, symbolText } from "./quote.ts";

const customInspect = Symbol.for("Deno.customInspect");

/** Longer strings are cut off. */
const LONGEST_STRING = 10_000;

/** What {@linkcode inspect} may be told. */
export interface InspectOptions {
  /**
   * Levels of objects that are shown.
   *
   * @default 4
   */
  depth?: number;
  /** An error's stack trace, if it is not to be the error's own. */
  stackOf?: (error: Error) => string;
  /** What has become of promises, as far as it is known. */
  settled?: Map<Promise<unknown>, { value: unknown } | { reason: unknown }>;
}

/** A value as Deno's console shows it. A string stands in quotation marks. */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  return new Inspection(options).value(value, 0);
}

/** One run through a value and all that is in it. */
class Inspection {
  readonly #options: InspectOptions;
  readonly #depth: number;
  #indent = 0;
  #deepest = 0;
  readonly #within: object[] = [];
  readonly #circular = new Map<object, number>();

  constructor(options: InspectOptions) {
    this.#options = options;
    this.#depth = options.depth ?? 4;
  }

  /** @param level how many objects it lies in */
  value(value: unknown, level: number): string {
    if (value === null) return "null";
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "symbol") return symbolText(value);
    if (typeof value !== "object" && typeof value !== "function") return primitive(value);
    const own = (value as Record<symbol, unknown>)[customInspect];
    if (typeof own === "function") {
      return String(own.call(value, (inner: unknown) => inspect(inner, this.#options), {}));
    }
    if (this.#within.includes(value)) {
      if (!this.#circular.has(value)) this.#circular.set(value, this.#circular.size + 1);
      return `[Circular *${this.#circular.get(value)}]`;
    }
    return this.#object(value, level);
  }

  #string(text: string): string {
    const more = text.length - LONGEST_STRING;
    const shown = text.slice(0, LONGEST_STRING);
    const rest = more > 0 ? `... ${more} more character${more > 1 ? "s" : ""}` : "";
    if (shown.length <= 16 || shown.length <= LINE_WIDTH - this.#indent - 4) {
      return quote(shown) + rest;
    }
    const lines = shown.split(/(?<=\n)/).map(quote);
    return lines.join(` +\n${" ".repeat(this.#indent + 2)}`) + rest;
  }

  #object(object: object, level: number): string {
    const kind = this.#kindOf(object, level);
    if (typeof kind === "string") return kind;
    if (level > this.#depth) {
      const name = constructorOf(object);
      const label = prefix(name, tagOf(object), name === null ? "Object" : "").slice(0, -1);
      return name === null ? label : `[${label}]`;
    }
    this.#within.push(object);
    this.#deepest = level + 1;
    const entries = kind.entries(level + 1);
    for (const key of kind.keys) entries.push(this.#property(object, key, level + 1));
    this.#within.pop();
    const reference = this.#circular.get(object);
    const base = reference === undefined ? kind.base : `<ref *${reference}> ${kind.base}`.trimEnd();
    const frame: Frame = {
      base,
      open: kind.open,
      close: kind.close,
      indent: this.#indent,
      levels: this.#deepest - (level + 1),
    };
    return lineUp(entries, frame, kind.array);
  }

  /** How an object is shown: what stands around, or all of it if there is nothing inside. */
  #kindOf(object: object, level: number): string | Kind {
    const name = constructorOf(object);
    const tag = tagOf(object);
    const kind: Kind = {
      base: "",
      open: "{",
      close: "}",
      keys: keysOf(object),
      entries: () => [],
    };
    const named = (fallback: string, size = "") => prefix(name, tag, fallback, size);
    if (Array.isArray(object)) {
      kind.open = (name === "Array" && tag === "" ? "" : named("Array", `(${object.length})`)) +
        "[";
      kind.close = "]";
      kind.keys = kind.keys.filter((key) => !isIndex(key));
      kind.array = object;
      kind.entries = (level) => this.#elements(object, level);
      return object.length === 0 && kind.keys.length === 0 ? `${kind.open}]` : kind;
    }
    if (ArrayBuffer.isView(object) && !(object instanceof DataView)) {
      const array = object as Float64Array;
      kind.open = `${named("", `(${array.length})`)}[`;
      kind.close = "]";
      kind.keys = kind.keys.filter((key) => !isIndex(key));
      kind.array = array;
      kind.entries = () =>
        withMore(Array.from(array.subarray(0, MOST_ENTRIES), primitive), array.length);
      return array.length === 0 && kind.keys.length === 0 ? `${kind.open}]` : kind;
    }
    if (object instanceof Set) {
      kind.open = `${named("Set", `(${object.size})`)}{`;
      kind.entries = (level) =>
        this.#indented(2, () => this.#each(object, (x) => this.value(x, level)));
      return object.size === 0 && kind.keys.length === 0 ? `${kind.open}}` : kind;
    }
    if (object instanceof Map) {
      kind.open = `${named("Map", `(${object.size})`)}{`;
      const pair = (level: number) => ([key, value]: [unknown, unknown]) =>
        `${this.value(key, level)} => ${this.value(value, level)}`;
      kind.entries = (level) => this.#indented(2, () => this.#each(object, pair(level)));
      return object.size === 0 && kind.keys.length === 0 ? `${kind.open}}` : kind;
    }
    if (name === "Object") {
      if (tag === "Arguments" || isArguments(object)) kind.open = "[Arguments] {";
      else if (tag !== "") kind.open = `${named("Object")}{`;
      return kind.keys.length === 0 ? `${kind.open}}` : kind;
    }
    if (typeof object === "function") kind.base = functionText(object as () => void, name, tag);
    else if (object instanceof RegExp) {
      kind.base = withPrefix(named("RegExp"), "RegExp", String(object));
    } else if (object instanceof Date) {
      const text = Number.isNaN(object.getTime()) ? String(object) : object.toISOString();
      kind.base = withPrefix(named("Date"), "Date", text);
    } else if (object instanceof Error) kind.base = this.#error(object, name, kind);
    else if (object instanceof ArrayBuffer || isShared(object)) {
      kind.open = `${named("ArrayBuffer")}{`;
      kind.entries = () => [`[Uint8Contents]: <${hexadecimal(object as ArrayBuffer)}>`];
      kind.keys.unshift("byteLength");
      return kind;
    } else if (object instanceof DataView) {
      kind.open = `${named("DataView")}{`;
      kind.keys.unshift("byteLength", "byteOffset", "buffer");
      return kind;
    } else if (object instanceof Promise) {
      kind.open = `${named("Promise")}{`;
      kind.entries = (level) => [this.#promise(object, level)];
      return kind;
    } else if (object instanceof WeakSet || object instanceof WeakMap) {
      kind.open = `${named("WeakMap")}{`;
      kind.entries = () => ["<items unknown>"];
      return kind;
    } else if (Object.prototype.toString.call(object) === "[object Module]") {
      kind.open = "[Module: null prototype] {";
      return kind;
    } else if (isBoxed(object)) {
      const type = boxedType(object);
      if (type === "String") kind.keys = kind.keys.filter((key) => !isIndex(key));
      const other = name === type ? "" : name === null ? " (null prototype)" : ` (${name})`;
      const inner = object.valueOf();
      const text = typeof inner === "string"
        ? quote(inner)
        : typeof inner === "symbol"
        ? symbolText(inner)
        : primitive(inner);
      kind.base = `[${type}${other}: ${text}]`;
    } else {
      kind.open = `${named(name === null ? "Object" : "")}{`;
      return kind.keys.length === 0 ? `${kind.open}}` : kind;
    }
    const isEmpty = kind.keys.length === 0;
    return isEmpty || (object instanceof RegExp && level > this.#depth) ? kind.base : kind;
  }

  #indented<T>(columns: number, work: () => T): T {
    this.#indent += columns;
    try {
      return work();
    } finally {
      this.#indent -= columns;
    }
  }

  #each<T>(things: Iterable<T> & { size: number }, text: (thing: T) => string): string[] {
    const shown: string[] = [];
    for (const thing of things) {
      if (shown.length === MOST_ENTRIES) break;
      shown.push(text(thing));
    }
    return withMore(shown, things.size);
  }

  /** The elements of an array, which may have holes. */
  #elements(array: unknown[], level: number): string[] {
    const shown: string[] = [];
    let next = 0;
    while (next < array.length && shown.length < MOST_ENTRIES) {
      if (Object.hasOwn(array, next)) {
        shown.push(this.#indented(2, () => this.#content(array, String(next), level)));
        next++;
        continue;
      }
      const hole = next;
      while (next < array.length && !Object.hasOwn(array, next)) next++;
      shown.push(`<${next - hole} empty item${next - hole > 1 ? "s" : ""}>`);
    }
    const rest = array.length - next;
    return rest > 0 ? [...shown, moreItems(rest)] : shown;
  }

  /** A property with its name. */
  #property(object: object, key: string | symbol, level: number): string {
    const text = this.#indented(2, () => this.#content(object, key, level));
    const enumerable = Object.getOwnPropertyDescriptor(object, key)?.enumerable ?? true;
    const name = typeof key === "symbol"
      ? String(key)
      : key === "__proto__"
      ? "['__proto__']"
      : /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key)
      ? key
      : quote(key);
    return `${enumerable ? name : `[${name}]`}: ${text}`;
  }

  /** What a property holds; a getter is not called. */
  #content(object: object, key: string | symbol, level: number): string {
    const property = Object.getOwnPropertyDescriptor(object, key);
    if (property?.get) return property.set ? "[Getter/Setter]" : "[Getter]";
    if (property?.set) return "[Setter]";
    const value = property ? property.value : (object as Record<string | symbol, unknown>)[key];
    return this.value(value, level);
  }

  #promise(promise: Promise<unknown>, level: number): string {
    const known = this.#options.settled?.get(promise);
    if (!known) return "<pending>";
    if ("value" in known) return this.#indented(2, () => this.value(known.value, level));
    return `<rejected> ${this.#indented(2, () => this.value(known.reason, level))}`;
  }

  /** An error's stack trace; its cause and its other properties follow in braces. */
  #error(error: Error, name: string | null, kind: Kind): string {
    let stack = this.#options.stackOf?.(error) ?? error.stack ?? String(error);
    kind.keys = kind.keys.filter((key) =>
      key !== "stack" && key !== "cause" &&
      !(key === "message" && stack.includes(error.message)) &&
      !(key === "name" && stack.includes(error.name))
    );
    if ("cause" in error) kind.keys.push("cause");
    if (Array.isArray((error as AggregateError).errors) && !kind.keys.includes("errors")) {
      kind.keys.push("errors");
    }
    // A class of errors that has no name of its own is told by the class's.
    if (
      name !== null && error.name !== name && /Error$/.test(error.name) &&
      stack.startsWith(error.name)
    ) {
      const rest = stack.slice(error.name.length);
      if (rest === "" || /^[:\n]/.test(rest)) {
        stack = (name.includes(error.name) ? name : `${name} [${error.name}]`) + rest;
      }
    }
    if (!stack.includes("\n    at", stack.indexOf(error.message) + error.message.length)) {
      stack = `[${stack}]`;
    }
    return stack.replaceAll("\n", `\n${" ".repeat(this.#indent)}`);
  }
}

/** How one kind of object is shown. */
interface Kind {
  base: string;
  open: string;
  close: string;
  keys: (string | symbol)[];
  /** What comes before the properties. */
  entries: (level: number) => string[];
  array?: ArrayLike<unknown>;
}

function primitive(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

function withMore(shown: string[], all: number): string[] {
  return all > shown.length ? [...shown, moreItems(all - shown.length)] : shown;
}

function moreItems(count: number): string {
  return `... ${count} more item${count > 1 ? "s" : ""}`;
}

function keysOf(object: object): (string | symbol)[] {
  const symbols = Object.getOwnPropertySymbols(object).filter((symbol) =>
    Object.prototype.propertyIsEnumerable.call(object, symbol)
  );
  return [...Object.keys(object), ...symbols];
}

function isIndex(key: string | symbol): boolean {
  return typeof key === "string" && /^(0|[1-9][0-9]*)$/.test(key);
}

/** The name of the class that an object is of; null without any. */
function constructorOf(object: object): string | null {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at)) {
    const constructor = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof constructor !== "function" || constructor.name === "") continue;
    try {
      if (Object.prototype.isPrototypeOf.call(constructor.prototype, object)) {
        return String(constructor.name);
      }
    } catch {
      // A constructor without a prototype is not the one.
    }
  }
  return null;
}

function tagOf(object: object): string {
  try {
    const tag = (object as Record<symbol, unknown>)[Symbol.toStringTag];
    return typeof tag === "string" ? tag : "";
  } catch {
    return "";
  }
}

/** `Name(size) [tag] `, as it stands before the bracket. */
function prefix(name: string | null, tag: string, fallback: string, size = ""): string {
  if (name === null) {
    const other = tag !== "" && fallback !== tag ? `[${tag}] ` : "";
    return `[${fallback}${size}: null prototype] ${other}`;
  }
  return tag !== "" && name !== tag ? `${name}${size} [${tag}] ` : `${name}${size} `;
}

function withPrefix(prefix: string, usual: string, text: string): string {
  return prefix === `${usual} ` ? text : `${prefix}${text}`;
}

function functionText(fn: () => void, name: string | null, tag: string): string {
  const source = Function.prototype.toString.call(fn);
  const own = Object.hasOwn(fn, "name") && fn.name ? fn.name : "";
  if (/^class\b[^(]*\{/.test(source)) {
    const parent = Object.getPrototypeOf(fn)?.name;
    const base = name === null ? " extends [null prototype]" : parent ? ` extends ${parent}` : "";
    return `[class ${own || "(anonymous)"}${base}]`;
  }
  const kind = Object.prototype.toString.call(fn).slice("[object ".length, -1);
  const type = ["AsyncFunction", "GeneratorFunction", "AsyncGeneratorFunction"].includes(kind)
    ? kind
    : "Function";
  let text = `[${type}${name === null ? " (null prototype)" : ""}`;
  text += fn.name === "" ? " (anonymous)]" : `: ${fn.name}]`;
  if (name !== type && name !== "Function" && name !== null) text += ` ${name}`;
  if (tag !== "" && tag !== name && tag !== type) text += ` [${tag}]`;
  return text;
}

function isArguments(object: object): boolean {
  return Object.prototype.toString.call(object) === "[object Arguments]";
}

function isShared(object: object): boolean {
  return typeof SharedArrayBuffer === "function" && object instanceof SharedArrayBuffer;
}

function isBoxed(object: object): boolean {
  return [Number, String, Boolean, Symbol, BigInt].some((type) => object instanceof type);
}

function boxedType(object: object): string {
  return [Number, String, Boolean, Symbol, BigInt].find((type) => object instanceof type)!.name;
}

function hexadecimal(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer, 0, Math.min(buffer.byteLength, MOST_ENTRIES));
  const shown = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const more = buffer.byteLength - bytes.length;
  return more > 0 ? `${shown} ... ${more} more byte${more > 1 ? "s" : ""}` : shown;
}
