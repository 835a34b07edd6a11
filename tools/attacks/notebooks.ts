import { type Attack, secretPath } from "./attacks_list.ts";

/** A notebook of the exercise. */
export interface Notebook {
  cells: {
    cell_type: string;
    metadata: { glassnet?: { piece: string; role: string } };
    source: string | string[];
  }[];
}

const stub = 'function dW2(dZ2, A1) { throw notWritten("dW2"); }';

/** The teacher's notebook with nothing in the place of dW2, and the attack. */
export function notebookOf(
  { cell, answer }: Attack,
  notebook: Notebook,
  path = secretPath,
): Notebook {
  const own = (code: string) => code.replaceAll(JSON.stringify(secretPath), JSON.stringify(path));
  const { cells } = notebook;
  for (const one of cells) {
    const { piece, role } = one.metadata.glassnet ?? {};
    if (piece === "dW2" && role === "answer") one.source = own(answer ?? stub);
  }
  if (cell !== undefined) {
    const first = cells.findIndex(({ cell_type }) => cell_type === "code");
    cells.splice(first + 1, 0, { cell_type: "code", metadata: {}, source: own(cell) });
  }
  return notebook;
}
