/**
 * The lesson as a notebook with what the reader has typed, to open in JupyterLab or to hand in.
 *
 * @module
 */

/** The notebook at an address, with the cells' texts as they are now. Outputs of changed cells go. */
export async function notebookWith(
  address: string,
  sources: ReadonlyMap<string, string>,
): Promise<Blob> {
  const notebook = await (await fetch(address)).json();
  for (const cell of notebook.cells) {
    const source = sources.get(cell.id);
    if (source === undefined || source === [cell.source].flat().join("")) continue;
    cell.source = source;
    cell.outputs = [];
    cell.execution_count = null;
  }
  return new Blob([JSON.stringify(notebook, null, 1) + "\n"], { type: "application/x-ipynb+json" });
}
