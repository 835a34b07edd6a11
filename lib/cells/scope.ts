/** A name's way to change: a `const` and an import keep their value until they are declared again. */
export type Kind = "const" | "let";

/**
 * What a notebook's cells have declared. It lies in the global object, so that a cell's code finds it as
 * fast as anything, and so do functions that look a name up by an indirect eval.
 *
 * A name that the engine itself has, such as `performance`, lies aside: the cells see the
 * notebook's, everybody else sees the engine's.
 */
export class Scope {
  readonly #own = new Set<string>();
  /** The names that are declared. */
  get names(): string[] {
    return [...this.#own, ...Object.keys(this.hiding)];
  }

  /** What hides names of the engine. */
  readonly hiding: Record<string, unknown> = Object.create(null);

  /** Declares names, and those declared before anew. */
  declare(kind: Kind, values: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(this.#placeOf(name), name, {
        value,
        writable: kind !== "const",
        enumerable: true,
        configurable: true,
      });
    }
  }

  /** Declares what was said to be a `var`: it keeps the value that it has. */
  hoist(names: string[]): void {
    for (const name of names) {
      const has = this.#own.has(name) || Object.hasOwn(this.hiding, name);
      if (!has || !isWritable(this.#placeOf(name), name)) {
        this.declare("let", { [name]: undefined });
      }
    }
  }

  /** Whether code that uses or declares these names must be told of {@linkcode hiding}. */
  hides(source: string, declared: string[]): boolean {
    return declared.some((name) => this.#placeOf(name) === this.hiding) ||
      Object.keys(this.hiding).some((name) => source.includes(name));
  }

  /** Whether a name is declared and can't be assigned to. */
  isConstant(name: string): boolean {
    return this.#own.has(name) && !isWritable(globalThis, name) ||
      Object.hasOwn(this.hiding, name) && !isWritable(this.hiding, name);
  }

  /** Takes all names away. */
  clear(): void {
    for (const name of this.#own) Reflect.deleteProperty(globalThis, name);
    this.#own.clear();
    for (const name of Object.keys(this.hiding)) delete this.hiding[name];
  }

  #placeOf(name: string): object {
    if (this.#own.has(name)) return globalThis;
    if (name in globalThis) return this.hiding;
    this.#own.add(name);
    return globalThis;
  }
}

function isWritable(object: object, name: string): boolean {
  return Object.getOwnPropertyDescriptor(object, name)?.writable ?? true;
}
