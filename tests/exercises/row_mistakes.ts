import type { Written } from "glassnet";

/** What is built: its size and its number in row i, column j, as JavaScript. */
interface Built {
  args: string[];
  rows: string;
  cols: string;
  element: string;
}

/** The slips of a loop over rows and columns, made as a student makes them. */
export function rowMistakes({ args, rows, cols, element }: Built): Record<string, Written> {
  const written = (...lines: string[]) => new Function(...args, lines.join("\n")) as Written;
  const overRows = `for (let i = 0; i < ${rows}; i++)`;
  const overColumns = `for (let j = 0; j < ${cols}; j++)`;
  return {
    "all-zeros": written(
      `const result = Matrix.zeros(${rows}, ${cols});`,
      `result.toArray()[0][0] = 1;`,
      `return result;`,
    ),
    "rows-shared": written(
      `const rows = [], row = [];`,
      `${overRows} { ${overColumns} row[j] = ${element}; rows.push(row); }`,
      `return Matrix.from(rows);`,
    ),
    "row-never-emptied": written(
      `const rows = [], row = [];`,
      `${overRows} { ${overColumns} row.push(${element}); rows.push(row); }`,
      `return Matrix.from(rows);`,
    ),
    "in-one-row": written(
      `const row = [];`,
      `${overRows} ${overColumns} row.push(${element});`,
      `return Matrix.from([row]);`,
    ),
    "first-row-only": written(
      `const rows = [];`,
      `${overRows} {`,
      `  const row = [];`,
      `  ${overColumns} row.push(${element});`,
      `  rows.push(row);`,
      `  return Matrix.from(rows);`,
      `}`,
    ),
    "row-missing": written(
      `const rows = [];`,
      `for (let i = 0; i < ${rows} - 1; i++) {`,
      `  rows.push([]);`,
      `  ${overColumns} rows[i].push(${element});`,
      `}`,
      `return Matrix.from(rows);`,
    ),
    "column-missing": written(
      `const rows = [];`,
      `${overRows} {`,
      `  rows.push([]);`,
      `  for (let j = 1; j < ${cols}; j++) rows[i].push(${element});`,
      `}`,
      `return Matrix.from(rows);`,
    ),
  };
}
