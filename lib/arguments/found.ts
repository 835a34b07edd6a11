/** A value as an error names it, whatever it is. */
export function found(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
    case "bigint":
      return `the bigint ${value}n`;
    case "symbol":
    case "function":
      return `a ${typeof value}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (value instanceof Promise) return "a promise: is an await missing?";
  const { shape } = value as { shape?: unknown };
  if (typeof shape === "string") return `a ${shape} matrix`;
  const kind = kindOf(value);
  if (kind) return kind.name;
  const name = value.constructor?.name;
  return typeof name === "string" && name !== "Object" ? `a ${name}` : "an object";
}

/** What a function may have asked for. */
export type Wanted = "Matrix" | "parameters" | "digits" | "predictions" | "labels";

/** What this library's functions give, and what in it may be meant where something else is wanted. */
interface Kind {
  name: string;
  /** Its parts, by which it is known again. */
  parts: string[];
  meant: Partial<Record<Wanted, string>>;
}

const kinds: Kind[] = [
  {
    name: "a training",
    parts: ["parameters", "history"],
    meant: {
      parameters: "training.parameters",
      Matrix: "a matrix of training.parameters",
      predictions: "predict(training.parameters, X)",
    },
  },
  { name: "digits", parts: ["X", "count"], meant: { Matrix: "digits.X", labels: "digits.labels" } },
  {
    name: "both data sets, { train, test }",
    parts: ["train", "test"],
    meant: { digits: "data.train", Matrix: "data.train.X" },
  },
  {
    name: "both parts, { train, dev }",
    parts: ["train", "dev"],
    meant: { digits: "parts.train", Matrix: "parts.train.X" },
  },
  {
    name: "parameters",
    parts: ["W1", "b1", "W2", "b2"],
    meant: {
      Matrix: "one of its matrices, such as parameters.W1",
      predictions: "predict(parameters, X)",
    },
  },
  {
    name: "activations",
    parts: ["Z1", "A1", "A2"],
    meant: { Matrix: "activations.A2", predictions: "argmax(activations.A2)" },
  },
  { name: "gradients", parts: ["dW1", "dW2"], meant: { Matrix: "gradients.dW1" } },
];

function kindOf(value: object): Kind | undefined {
  return kinds.find(({ parts }) => parts.every((part) => Object.hasOwn(value, part)));
}

/** A value as {@linkcode found} names it, and what in it may be meant. */
export function foundInstead(value: unknown, wanted: Wanted): string {
  const meant = typeof value === "object" && value !== null && !(value instanceof Promise)
    ? kindOf(value)?.meant[wanted]
    : undefined;
  return found(value) + (meant ? `: did you mean ${meant}?` : "");
}

/** How a list of texts becomes one of numbers, if what was found in it is a text. */
export function numbersOfTexts(list: string, value: unknown): string {
  return typeof value === "string" ? ` ${list}.map(Number) makes numbers of texts.` : "";
}
