import type { Stored } from "./outputs.ts";

/** A code cell of a notebook's file. */
export interface CodeCell {
  source: string;
  outputs: Stored[];
  tags: string[];
}

const root = new URL("../../", import.meta.url);

/** The paths of all notebooks: lessons, exercises, and the exercises' sources. */
export function notebookPaths(): string[] {
  return ["notebooks", "notebooks/exercises", "notebooks/exercises/source"].flatMap((folder) =>
    Array.from(Deno.readDirSync(new URL(`${folder}/`, root)))
      .filter(({ name }) => name.endsWith(".ipynb"))
      .map(({ name }) => `${folder}/${name}`)
      .sort()
  );
}

/** The code cells of a notebook. */
export function codeCells(path: string): CodeCell[] {
  const { cells } = JSON.parse(Deno.readTextFileSync(new URL(path, root)));
  return cells
    .filter((cell: { cell_type: string }) => cell.cell_type === "code")
    .map((cell: { source: string[]; outputs: Stored[]; metadata: { tags?: string[] } }) => ({
      source: [cell.source].flat().join(""),
      outputs: cell.outputs.map(unfolded),
      tags: cell.metadata.tags ?? [],
    }));
}

/** An output whose texts are no longer cut into lines; without the PNG that a tool adds to figures. */
function unfolded(output: Stored): Stored {
  const joined = (text: unknown) => Array.isArray(text) ? text.join("") : text;
  if (output.output_type === "stream") return { ...output, text: joined(output.text) };
  const data = output.data as Record<string, unknown> | undefined;
  if (!data) return output;
  const isFigure = "application/vnd.plotly.v1+json" in data;
  const formats = Object.entries(data).filter(([type]) => !(isFigure && type === "image/png"));
  const { "image/png": _picture, ...metadata } = output.metadata as Record<string, unknown>;
  return {
    ...output,
    metadata: isFigure ? metadata : output.metadata,
    data: Object.fromEntries(formats.map(([type, content]) => [type, joined(content)])),
  };
}
