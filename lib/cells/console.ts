import { consoleTable } from "./console_table.ts";
import { inspect, type InspectOptions } from "./inspect.ts";

/** Prints a text, its line break included. */
export type Print = (name: "stdout" | "stderr", text: string) => void;

/**
 * What stands for `console` in a cell: the texts are those of Deno's.
 *
 * @param print where they go
 * @param options how values are shown
 */
export function cellConsole(print: Print, options: InspectOptions): Partial<Console> {
  let groups = 0;
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();

  const say = (name: "stdout" | "stderr", things: unknown[], own: InspectOptions = {}) => {
    const margin = "  ".repeat(groups);
    const text = formatted(things, { ...options, ...own });
    print(name, `${margin}${text.replaceAll("\n", `\n${margin}`)}\n`);
  };
  const log = (...things: unknown[]) => say("stdout", things);
  const error = (...things: unknown[]) => say("stderr", things);
  const elapsed = (label: string) => {
    const started = timers.get(label);
    if (started === undefined) return error(`Timer '${label}' does not exist`);
    const time = performance.now() - started;
    const digits = time < 1 ? 3 : time < 10 ? 2 : time < 100 ? 1 : 0;
    return `${label}: ${time.toFixed(digits)}ms`;
  };
  const group = (...label: unknown[]) => {
    if (label.length > 0) log(...label);
    groups++;
  };

  return {
    log,
    info: log,
    debug: log,
    dirxml: log,
    error,
    warn: error,
    group,
    groupCollapsed: group,
    groupEnd() {
      groups = Math.max(0, groups - 1);
    },
    dir(thing: unknown, own: InspectOptions = {}) {
      say("stdout", [thing], own);
    },
    assert(condition = false, ...things: unknown[]) {
      if (condition) return;
      const [first, ...rest] = things;
      if (things.length === 0) error("Assertion failed");
      else if (typeof first === "string") error(`Assertion failed: ${first}`, ...rest);
      else error("Assertion failed:", ...things);
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset(label = "default") {
      counts.delete(label);
    },
    table(data?: unknown, columns?: readonly string[]) {
      if (typeof data !== "object" || data === null) return log(data);
      log(consoleTable(data, columns));
    },
    time(label = "default") {
      timers.set(label, performance.now());
    },
    timeLog(label = "default", ...things: unknown[]) {
      const text = elapsed(label);
      if (text) log(text, ...things);
    },
    timeEnd(label = "default") {
      const text = elapsed(label);
      timers.delete(label);
      if (text) log(text);
    },
    trace(...things: unknown[]) {
      say("stderr", [`Trace${things.length > 0 ? ": " : ""}${formatted(things, options)}`]);
    },
  };
}

/** The things in one line, the first one's `%s`, `%d`, `%f`, `%o` and `%j` filled in by those that follow. */
export function formatted(things: unknown[], options: InspectOptions): string {
  const [first, ...rest] = things;
  const words: string[] = [];
  if (typeof first === "string" && rest.length > 0) {
    words.push(first.replaceAll(/%(.)/g, (found, kind: string) => {
      if (kind === "%") return "%";
      if (rest.length === 0 || !"sdifjoOc".includes(kind)) return found;
      return filledIn(kind, rest.shift(), options);
    }));
  } else if (things.length > 0) {
    rest.unshift(first);
  }
  for (const thing of rest) {
    words.push(typeof thing === "string" ? thing : inspect(thing, options));
  }
  return words.join(" ");
}

function filledIn(kind: string, thing: unknown, options: InspectOptions): string {
  switch (kind) {
    case "s":
      return String(thing);
    case "d":
    case "i":
      return typeof thing === "symbol" ? "NaN" : String(parseInt(thing as string));
    case "f":
      return typeof thing === "symbol" ? "NaN" : String(parseFloat(thing as string));
    case "j":
      return JSON.stringify(thing);
    case "c":
      return ""; // Styles are for terminals with colors.
    default:
      return inspect(thing, options);
  }
}
