/**
 * A notebook's cells, run one after the other as Deno's kernel runs them, without that kernel. It needs
 * no Deno and no page: what a cell prints and shows is handed on, and what it imports is in a table.
 *
 * @module
 */
import { cellConsole } from "./console.ts";
import { compile, type CompiledCell } from "./compile.ts";
import { requireExports } from "./imported_names.ts";
import { inspect, type InspectOptions } from "./inspect.ts";
import { displayAs, displayImage, mimeBundle } from "./mime_bundle.ts";
import type { MimeBundle, Output } from "./output.ts";
import { type Kind, Scope } from "./scope.ts";
import { cellFile, errorOutput, stackOf } from "./stack.ts";
import { explainCall } from "./no_function.ts";
import { explainUndefined } from "./undefined_name.ts";

/** What a session needs. */
export interface CellSessionOptions {
  /**
   * What cells may import: what each name gives. It is asked when a cell imports it, and again by the
   * next cell.
   */
  modules: { [name: string]: () => object | Promise<object> };
  /** Is given everything that cells print and show, in order. */
  output: (output: Output) => void;
}

/** How a cell has ended. */
export interface CellResult {
  /** False if an error has ended it; the error is among the outputs. */
  ok: boolean;
  /** Which run this was, as in `[3]`. */
  count: number;
  /** What ended it. */
  error?: unknown;
}

/** What a cell's code calls; see `compile`. */
interface CellRuntime {
  value: unknown;
  declare(kind: Kind, values: Record<string, unknown>): void;
  hoist(names: string[]): void;
  /** A module; the names are those that it must have. */
  import(from: string, ...names: string[]): Promise<object>;
}

/** The part of Deno's side of Jupyter that there is without Deno. */
export interface CellJupyter {
  /** Shows a value. With `raw` it is a bundle of formats itself. */
  display(
    value: unknown,
    options?: { raw?: boolean; update?: boolean; display_id?: string },
  ): Promise<void>;
  /** Sends one of Jupyter's own messages: `display_data`, `update_display_data`, or `clear_output`. */
  broadcast(type: string, content: Record<string, unknown>): Promise<void>;
  /** What a notebook shows of a value. */
  format(value: unknown): Promise<MimeBundle>;
  readonly $display: symbol;
  /** A text that is shown as Markdown, HTML, or a picture. */
  md(strings: TemplateStringsArray, ...values: unknown[]): object;
  html(strings: TemplateStringsArray, ...values: unknown[]): object;
  svg(strings: TemplateStringsArray, ...values: unknown[]): object;
  image(bytes: Uint8Array): object;
}

/**
 * A notebook's cells with all that they have declared. There is one at a time in a process or a worker,
 * since what cells declare lies in the global object.
 *
 * @example
 * ```ts ignore
 * const session = new CellSession({
 *   modules: { glassnet: () => import("glassnet") },
 *   output: (output) => outputs.push(output),
 * });
 * await session.run("const x: number = 2;");
 * await session.run("x + 1"); // an execute_result, { "text/plain": "3" }
 * session.close();
 * ```
 */
export class CellSession {
  readonly #modules: CellSessionOptions["modules"];
  readonly #output: (output: Output) => void;
  readonly #scope = new Scope();
  readonly #cells = new Map<number, CompiledCell>();
  readonly #exported = new Map<string, string[]>();
  readonly #inspecting: InspectOptions = { stackOf: (error) => stackOf(error, this.#cells) };
  readonly #ownConsole = globalThis.console;
  #count = 0;
  #latest: Promise<unknown> = Promise.resolve();

  /** What stands for `Deno.jupyter`. */
  readonly jupyter: CellJupyter;

  /** How many cells have been run. */
  get count(): number {
    return this.#count;
  }

  /** Begins a notebook. What cells print with `console` comes out of this session from now on. */
  constructor({ modules, output }: CellSessionOptions) {
    this.#modules = modules;
    this.#output = output;
    this.jupyter = this.#jupyter();
    const print = (name: "stdout" | "stderr", text: string) =>
      output({ output_type: "stream", name, text });
    const own = cellConsole(print, this.#inspecting);
    globalThis.console = Object.assign(Object.create(this.#ownConsole), own);
  }

  /**
   * Runs a cell. A cell that is run while another one runs waits for it.
   *
   * @param source TypeScript
   * @param others the notebook's other cells: a name that is not defined may be in one of them
   */
  run(source: string, others: readonly string[] = []): Promise<CellResult> {
    const result = this.#latest.then(() => this.#run(source, others));
    this.#latest = result;
    return result;
  }

  /** A value as `console.log` shows it in a cell: an error with its lines in cells. */
  inspect(value: unknown): string {
    return inspect(value, this.#inspecting);
  }

  /** Ends the notebook: its names are gone, and `console` is what it was. */
  close(): void {
    this.#scope.clear();
    globalThis.console = this.#ownConsole;
  }

  async #run(source: string, others: readonly string[]): Promise<CellResult> {
    const count = source.trim() === "" ? this.#count : ++this.#count;
    const runtime: CellRuntime = {
      value: undefined,
      declare: (kind, values) => this.#scope.declare(kind, values),
      hoist: (names) => this.#scope.hoist(names),
      import: async (from, ...names) => {
        const module = await this.#import(String(from));
        requireExports(from, module, names);
        return module;
      },
    };
    try {
      const cell = compile(source);
      this.#cells.set(count, cell);
      for (const warning of cell.warnings) {
        this.#output({ output_type: "stream", name: "stderr", text: `${warning}\n` });
      }
      await this.#load(cell, source, count)(runtime);
      const { value } = runtime;
      // A function of this cell may hold the runtime for long.
      runtime.value = undefined;
      if (value !== undefined) await this.#show(value, count);
      return { ok: true, count };
    } catch (thrown) {
      const error = this.#asConstant(thrown);
      explainUndefined(error, {
        declared: this.#scope.names,
        cells: others.filter((other) => other !== source).map((other) => ({
          source: other,
          is: "Another cell of the notebook",
          todo: "Run that cell first.",
        })),
        exported: this.#exported,
      });
      explainCall(error, [...this.#exported.values()].flat());
      this.#output(errorOutput(error, this.#cells));
      return { ok: false, count, error };
    }
  }

  /** The cell's code as a function. */
  #load(
    cell: CompiledCell,
    source: string,
    count: number,
  ): (runtime: CellRuntime) => Promise<void> {
    const name = `\n//# sourceURL=${cellFile(count)}`;
    if (!this.#scope.hides(source, cell.names)) return (0, eval)(cell.code + name);
    // On the same line, so that places stay what they are.
    const inside = (0, eval)(`(($hiding) => { with ($hiding) return ${cell.code}; })${name}`);
    return inside(this.#scope.hiding);
  }

  async #show(value: unknown, execution_count: number): Promise<void> {
    const data = await this.jupyter.format(value);
    this.#output({ output_type: "execute_result", execution_count, data, metadata: {} });
  }

  async #import(name: string): Promise<object> {
    if (Object.hasOwn(this.#modules, name)) {
      const module = await this.#modules[name]();
      this.#exported.set(name, Object.keys(module));
      return module;
    }
    const known = Object.keys(this.#modules).map((name) => `"${name}"`).join(", ");
    throw new TypeError(
      `There is no module "${name}" here. A cell can import ${known || "nothing"}.`,
    );
  }

  /** An assignment to a constant fails in the words of JavaScript, not in those of its property. */
  #asConstant(thrown: unknown): unknown {
    if (!(thrown instanceof TypeError)) return thrown;
    const words =
      /^Cannot assign to read only property '(.+?)' of object|^"(.+?)" is read-only|^Attempted to assign to readonly/;
    const found = words.exec(thrown.message);
    const name = found?.[1] ?? found?.[2];
    if (!found || (name !== undefined && !this.#scope.isConstant(name))) return thrown;
    thrown.message = "Assignment to constant variable.";
    return thrown;
  }

  #jupyter(): CellJupyter {
    const format = (value: unknown) => mimeBundle(value, this.#inspecting);
    const broadcast = (type: string, content: Record<string, unknown>) => {
      const output = outputOf(type, content);
      if (output) this.#output(output);
      return Promise.resolve();
    };
    return {
      format,
      broadcast,
      async display(value, { raw = false, update = false, display_id } = {}) {
        const data = raw ? value : await format(value);
        const type = update ? "update_display_data" : "display_data";
        const transient = display_id === undefined ? {} : { display_id };
        await broadcast(type, { data, metadata: {}, transient });
      },
      $display: Symbol.for("Jupyter.display"),
      md: displayAs("text/markdown"),
      html: displayAs("text/html"),
      svg: displayAs("image/svg+xml"),
      image: displayImage,
    };
  }
}

/** One of Jupyter's messages as an output. */
function outputOf(type: string, content: Record<string, unknown>): Output | undefined {
  const { data = {}, metadata = {}, transient } = content as {
    data?: MimeBundle;
    metadata?: Record<string, unknown>;
    transient?: { display_id?: string };
  };
  const display_id = transient?.display_id;
  switch (type) {
    case "display_data":
      return {
        output_type: type,
        data,
        metadata,
        ...(display_id === undefined ? {} : { display_id }),
      };
    case "update_display_data":
      return display_id === undefined
        ? undefined
        : { output_type: type, data, metadata, display_id };
    case "clear_output":
      return { output_type: type, wait: content.wait === true };
    case "stream":
      return { output_type: type, name: "stdout", text: "", ...content } as Output;
  }
}
