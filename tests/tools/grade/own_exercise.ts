/**
 * The exercise that docs/writing-an-exercise.md makes, for the tests that follow the page.
 *
 * @module
 */
import { join } from "node:path";
import { project } from "../../../tools/shared/project.ts";

/** The page. */
export const page: string = await Deno.readTextFile(
  join(project, "docs", "writing-an-exercise.md"),
);

/** The blocks of code in a section of the page. */
export function blocks(section: RegExp): { language: string; text: string }[] {
  const text = page.split(/^## /m).find((part) => section.test(part))!;
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language, text]) => ({
    language: language!,
    text: text!.trimEnd(),
  }));
}

/** Writes the exercise of the page, and its notebook with the solution, into a folder. */
export async function writeOwnExercise(folder: string): Promise<void> {
  await Deno.mkdir(join(folder, "source"), { recursive: true });
  await Deno.writeTextFile(join(folder, "tanh.ts"), blocks(/^1/)[0]!.text + "\n");
  const cells = blocks(/^2/).map(({ language, text }, k) => ({
    id: `cell-${k}`,
    metadata: {},
    source: text,
    ...(language === "md"
      ? { cell_type: "markdown" }
      : { cell_type: "code", outputs: [], execution_count: null }),
  }));
  const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(join(folder, "source", "01-tanh.ipynb"), JSON.stringify(notebook));
}
