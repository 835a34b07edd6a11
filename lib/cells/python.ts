import table from "./python.json" with { type: "json" };

/**
 * What a line of Python shows that is no TypeScript, and what it is here. Words inside texts and comments
 * show nothing. Jupyter's settings (tools/jupyter/said_once.py) read the same file.
 */
const habits = table.map(([pattern = "", here = ""]) => [new RegExp(pattern), here] as const);

/** What the habit of Python in a line is called here; nothing for any other line. */
export function pythonIn(line: string): string | undefined {
  return habits.find(([pattern]) => pattern.test(line))?.[1];
}
