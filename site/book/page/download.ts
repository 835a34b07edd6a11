/**
 * The lesson as a notebook with what the reader has typed, to open in JupyterLab or to hand in.
 *
 * @module
 */

/** A cell that the reader has added. */
export interface AddedCell {
  id: string;
  source: string;
  /** The cell of the notebook below which it stands. */
  after: string;
}

/**
 * The notebook at an address, with the cells' texts as they are now and the added cells in their places.
 * Outputs of changed cells go.
 */
export async function notebookWith(
  address: string,
  sources: ReadonlyMap<string, string>,
  added: readonly AddedCell[],
): Promise<Blob> {
  const notebook = await (await fetch(address)).json();
  for (const cell of notebook.cells) {
    const source = sources.get(cell.id);
    if (source === undefined || source === [cell.source].flat().join("")) continue;
    cell.source = source;
    cell.outputs = [];
    cell.execution_count = null;
  }
  notebook.cells = notebook.cells.flatMap((cell: { id: string }) => [
    cell,
    ...added.filter(({ after }) => after === cell.id).map(codeCell),
  ]);
  return new Blob([JSON.stringify(notebook, null, 1) + "\n"], { type: "application/x-ipynb+json" });
}

function codeCell({ id, source }: AddedCell) {
  return { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source };
}
