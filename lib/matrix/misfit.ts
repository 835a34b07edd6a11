import type { Matrix } from "./matrix.ts";

/** Says why the product A B does not exist, and which small change would make it exist. */
export function productMisfit(A: Matrix, B: Matrix): string {
  const fixes: string[] = [];
  if (A.rows === B.rows) {
    fixes.push(`matmul(transpose(A), B), which is ${A.cols} x ${A.rows} times ${B.shape}`);
  }
  if (A.cols === B.cols) {
    fixes.push(`matmul(A, transpose(B)), which is ${A.shape} times ${B.cols} x ${B.rows}`);
  }
  if (B.cols === A.rows) fixes.push(`matmul(B, A), which is ${B.shape} times ${A.shape}`);
  return `matmul(A, B): A is ${A.shape} and B is ${B.shape}.\n` +
    `A's columns (${A.cols}) must be as many as B's rows (${B.rows}).\n` +
    (fixes.length > 0
      ? `Did you mean ${fixes.join(", or ")}?`
      : "No transpose makes them fit: look where each of them was made.");
}

/** Says which sizes of A and B differ, and which small change would make the shapes fit. */
export function pairMisfit(call: string, A: Matrix, B: Matrix): string {
  const differ = [
    A.rows === B.rows ? "" : `the rows differ (${A.rows} and ${B.rows})`,
    A.cols === B.cols ? "" : `the columns differ (${A.cols} and ${B.cols})`,
  ].filter(Boolean).join(" and ");
  const fix = A.rows === B.cols && A.cols === B.rows
    ? `Did you mean ${call}(A, transpose(B))?`
    : call === "multiply" && A.cols === B.rows
    ? "Did you mean matmul(A, B)? multiply works element by element."
    : call === "add" && B.rows === 1 && B.cols === A.rows
    ? "Did you mean add(A, transpose(B))? A column is repeated for every column of A, a row is not."
    : call === "add" && A.cols === 1 && A.rows === B.rows
    ? "Did you mean add(B, A)? Only the right side is repeated."
    : call === "subtract" && B.cols === 1 && B.rows === A.rows
    ? "Only add repeats a column: add(A, scale(B, -1)) subtracts it from every column."
    : "Look where each of them was made.";
  return `${call}(A, B): A is ${A.shape} and B is ${B.shape}: ${differ}.\n${fix}`;
}
