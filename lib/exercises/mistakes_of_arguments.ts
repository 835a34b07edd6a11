import { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import type { Exercise } from "./exercise.ts";
import { about, type General, isList, list, mapped, rows } from "./made.ts";

/** What the right function gives for other arguments: for too few images, in another order. */
export function again({ right, argumentNames }: Exercise): General[] {
  const swaps = argumentNames.flatMap((_, i) =>
    argumentNames.slice(i + 1).map((_, k) => [i, i + 1 + k] as const)
  );
  const images = [
    ["The first", "column", (j: number) => j > 0],
    ["The last", "column", (j: number, m: number) => j < m - 1],
  ] as const;
  const only = [
    ["first", (j: number) => j === 0],
    ["last", (j: number, m: number) => j === m - 1],
  ] as const;
  return [
    ...swaps.map(([i, k]): General => ({
      id: "arguments-exchanged",
      says: () =>
        `This is what comes out if ${argumentNames[i]} and ${argumentNames[k]} change places.`,
      make: (_, args) => right(...args.with(i, args[k]).with(k, args[i])),
    })),
    {
      id: "rows-for-columns",
      says: () =>
        "Rows were taken for columns: what should go down each column goes along each row, or the " +
        "other way round.",
      make: (_, args) => transpose(right(...args.map(turned)) as Matrix),
    },
    {
      id: "rows-for-columns",
      says: () =>
        "Rows were taken for columns: what should go down each column goes along each row, or the " +
        "other way round.",
      make: (_, args) => right(...args.map(turned)),
    },
    ...images.flatMap(([which, what, keep]) =>
      [false, true].map((ofAll): General => ({
        id: "image-missing",
        says: (name) =>
          about(name, `${which} ${what} was left out, which is an image. `) +
          "A loop over m images goes from 0 to m - 1.",
        make: (_, args) => withImages(right, args, keep, ofAll),
      }))
    ),
    ...only.flatMap(([which, keep]) =>
      [false, true].map((ofAll): General => ({
        id: `${which}-image-only`,
        says: (name) =>
          about(name, `Only the ${which} image counts. `) +
          (which === "first"
            ? "Does a return stand inside the loop?"
            : "Does each one replace the one before? Add them up with +=."),
        make: (_, args) => withImages(right, args, keep, ofAll),
      }))
    ),
    ...([
      ["Only row 0 counts", (i: number) => i === 0],
      ["Row 0 was left out", (i: number) => i > 0],
      ["The last row was left out", (i: number, rows: number) => i < rows - 1],
    ] as const).map(([what, keep]): General => ({
      id: "row-left-out",
      says: (name) =>
        about(name, `${what} in the arguments. `) + "A loop over n rows goes from 0 to n - 1.",
      make: (_, args) => withRows(right, args, keep),
    })),
    ...([[-1, "few"], [1, "many"]] as const).map(([more, word]): General => ({
      id: `one-too-${word}`,
      says: (name) =>
        about(
          name,
          `It looks as if a loop went around once too ${word === "few" ? "little" : "often"}: `,
        ) +
        "look at where it begins and ends.",
      make: (_, args) => right(...args.map((arg) => counted(arg, more))),
    })),
  ];
}

function turned(value: unknown): unknown {
  return value instanceof Matrix ? transpose(value) : value;
}

/** The right result for some of the rows: of all arguments that have as many as the first matrix. */
function withRows(
  right: (...args: unknown[]) => unknown,
  args: readonly unknown[],
  keep: (i: number, rows: number) => boolean,
): unknown {
  const count = args.find((arg) => arg instanceof Matrix)?.rows;
  if (count === undefined || count < 2) throw new TypeError("no rows");
  return right(
    ...args.map((arg) =>
      arg instanceof Matrix && arg.rows === count
        ? rows(arg, (rows) => rows.filter((_, i) => keep(i, count)))
        : arg
    ),
  );
}

/** Every whole number in an argument, one more or one less. */
function counted(value: unknown, more: number): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? value + more : value;
  if (typeof value !== "object" || value === null || value instanceof Matrix) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, counted(inner, more)]),
  );
}

/** The right result for some of the images: for the columns of those arguments that have m of them. */
function withImages(
  right: (...args: unknown[]) => unknown,
  args: readonly unknown[],
  keep: (j: number, m: number) => boolean,
  dividedByAll: boolean,
): unknown {
  const sizes = args.flatMap((arg) =>
    arg instanceof Matrix ? [arg.cols] : isList(arg) ? [list(arg).length] : []
  );
  const m = sizes.at(-1);
  if (m === undefined) throw new TypeError("no images");
  const kept = Array.from({ length: m }, (_, j) => keep(j, m)).filter(Boolean).length;
  if (kept === 0) throw new TypeError("no image is left");
  const result = right(...args.map((arg) => {
    if (arg instanceof Matrix && arg.cols === m) {
      return rows(arg, (rows) => rows.map((row) => row.filter((_, j) => keep(j, m))));
    }
    return isList(arg) && list(arg).length === m ? list(arg).filter((_, j) => keep(j, m)) : arg;
  }));
  return dividedByAll ? mapped(result, (number) => number * kept / m) : result;
}
