/** What a page looks at of a figure. */
export interface PageFigure {
  data: { text?: unknown; texttemplate?: unknown }[];
  layout: FigureLayout;
}

/** What a page looks at of a figure's layout. */
export interface FigureLayout {
  width?: number;
  annotations?: unknown[];
  [name: string]: unknown;
}

/** Whether a figure has words or numbers in it, which nobody could read if they were made smaller. */
export function hasLabels({ data, layout: { annotations = [] } }: PageFigure): boolean {
  return annotations.length > 0 || data.some(({ text, texttemplate }) => text || texttemplate);
}
