/** What a page looks at of a figure's layout. */
export interface FigureLayout {
  width?: number;
  annotations?: unknown[];
  [name: string]: unknown;
}

/** Whether a figure has a size of its own, and words in it, which nobody could read in a smaller one. */
export function hasLabels({ width, annotations = [] }: FigureLayout): boolean {
  return width !== undefined && annotations.length > 0;
}
