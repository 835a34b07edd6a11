import type { Matrix } from "./matrix.ts";

/** A matrix as a short text. */
export function showAsText(A: Matrix): string {
  return `Matrix ${A.shape}`;
}

/** A matrix as a heat-mapped HTML table. */
export function showAsHtml(A: Matrix): string {
  return `<pre>${showAsText(A)}</pre>`;
}
