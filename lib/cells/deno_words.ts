import { foreignName } from "../arguments/other_names.ts";

/** What Deno's kernel says of a cell in words that lead nowhere, and what to do. */
const words: readonly [RegExp, (name: string) => string][] = [
  [
    /^Import "([^"]+)" not a dependency and not in import map/,
    (name) =>
      `There is no module "${name}" here. A notebook imports from "glassnet"` +
      (name === "numpy" || foreignName(name) ? `: ${name} belongs to Python.` : "."),
  ],
  [
    /^Identifier '([^']+)' has already been declared/,
    (name) =>
      `${name} has been declared already, as a function or in another way than here. Declare it in the ` +
      "same way again, or under another name.",
  ],
];

/** Says of an error that Deno's kernel has made what can be done about it. */
export function explainDenoWords(thrown: Error): void {
  for (const [pattern, says] of words) {
    const found = pattern.exec(thrown.message);
    if (!found) continue;
    const { message, stack } = thrown;
    thrown.message = says(found[1]);
    if (stack) thrown.stack = stack.replace(message, () => thrown.message);
    return;
  }
}
