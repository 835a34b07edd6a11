/**
 * Glassnet for the cells of a notebook in Deno's kernel: all of `mod.ts`, and what a cell gets wrong about
 * names is answered with the name that is meant or the cell that declares it. The import map of deno.json
 * gives it to notebooks wherever they lie in this folder, and to scripts beside them.
 *
 * @module
 */
import { requireExports } from "./cells/imported_names.ts";
import { explainErrors } from "./host/deno_kernel.ts";
import { savedNotebooks } from "./host/deno_notebooks.ts";
import { host } from "./host/host.ts";
import * as glassnet from "./mod.ts";

export * from "./mod.ts";

/** Digits as the cells have them: those of `train.csv`, whose labels are there without a `!`. */
export type Digits = Required<glassnet.Digits>;

type Labeled<F extends (...given: never[]) => unknown, Result> = (
  ...given: Parameters<F>
) => Result;
type Split = { train: Digits; dev: Digits };
type Loaded = { train: Digits; test: Digits };

export const readDigits = glassnet.readDigits as Labeled<
  typeof glassnet.readDigits,
  Promise<Digits>
>;
export const split = glassnet.split as Labeled<typeof glassnet.split, Split>;
export const loadDigits = glassnet.loadDigits as Labeled<
  typeof glassnet.loadDigits,
  Promise<Loaded>
>;

const whole: object = Object.freeze({ __proto__: null, ...glassnet });

/** Names that the kernel and JSON ask of everything that they show. */
const asked = ["then", "schema", "toJSON"];

const strict = new Proxy(whole, {
  get(module, name) {
    if (typeof name === "string" && !asked.includes(name)) {
      requireExports("glassnet", module, [name]);
    }
    return Reflect.get(module, name);
  },
});

/**
 * In the kernel `import { matmull } from "glassnet"` is `const { matmull } = await import("glassnet")`,
 * and gives undefined. A module that has a `then` is what that gives; this one gives one that refuses
 * names which it lacks.
 */
export function then(resolve: (module: object) => void): void {
  resolve(strict);
}

if (host().notebook()) {
  // It has a parser of TypeScript, so it comes while the first cell runs.
  const parts = [
    import("./cells/undefined_name.ts"),
    import("./cells/no_function.ts"),
    import("./cells/deno_words.ts"),
  ] as const;
  Promise.all(parts).then((
    [{ explainUndefined, namesIn }, { explainCall }, { explainDenoWords }],
  ) =>
    explainErrors((error) => {
      explainDenoWords(error);
      explainCall(error, Object.keys(glassnet));
      if (!(error instanceof ReferenceError)) return;
      const places = savedNotebooks().map(({ name, isOwn, cells }) => ({
        isOwn,
        cells: cells.map(({ source, heading }) => ({
          source,
          is: `${isOwn ? "A" : `In ${name}, a`} cell${heading && ` under "${heading}"`}`,
          todo: isOwn ? "It must run first." : "Run such a cell first.",
        })),
      }));
      const own = places.find(({ isOwn }) => isOwn)?.cells ?? [];
      explainUndefined(error, {
        declared: namesIn(own.map(({ source }) => source)),
        cells: own,
        exported: new Map([["glassnet", Object.keys(glassnet)]]),
        elsewhere: places.filter(({ isOwn }) => !isOwn).flatMap(({ cells }) => cells),
      });
    })
  ).catch(() => {}); // Without the parser's package there is no explanation.
}
