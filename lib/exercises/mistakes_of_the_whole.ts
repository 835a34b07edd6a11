import { Matrix } from "../matrix/matrix.ts";
import type { Exercise } from "./exercise.ts";
import type { General } from "./made.ts";

/** What becomes of a result that should be an object with names, or one number. */
export function wholeMistakes(exercise: Exercise): General[] {
  const object = (right: unknown): Record<string, unknown> => {
    if (right instanceof Matrix || typeof right !== "object" || Array.isArray(right)) {
      throw new TypeError("no object");
    }
    return right as Record<string, unknown>;
  };
  const names = namesOf(exercise);
  const braces = `return { ${names.join(", ")} }, with braces.`;
  return [
    ...names.map((name, k): General => ({
      id: "part-for-the-whole",
      says: () =>
        `This is ${name} alone. All of them are needed, with their names: ${braces}` +
        (k === names.length - 1
          ? ` Without braces, return ${names.join(", ")} gives only the last one.`
          : ""),
      make: (right) => object(right)[name],
    })),
    {
      id: "as-an-array",
      says: () => `The results came as an array. They need their names: ${braces}`,
      make: (right) => Object.values(object(right)),
    },
    {
      id: "one-by-one-matrix",
      says: () => "The number is right, but it came as a 1 x 1 matrix. Return the number itself.",
      make: (right) => {
        if (typeof right !== "number") throw new TypeError("no number");
        return Matrix.from([[right]]);
      },
    },
  ];
}

/** The names of what a result holds, by how the exercise says it: `{ Z1, A1, Z2, A2 }: ...`. */
function namesOf({ gives }: Exercise): string[] {
  return /^\{\s*(\w+(?:,\s*\w+)*)\s*\}/.exec(gives)?.[1].split(/,\s*/) ?? [];
}
