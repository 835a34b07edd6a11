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

/** Narrower than this is a phone: a figure is laid out anew for it, or scrolls if it has words inside. */
const NARROW = 560;

/** The layout of a figure where there is room for so many pixels side by side. */
export function layoutFor(figure: PageFigure, room: number): FigureLayout {
  const { layout } = figure;
  const width = hasLabels(figure)
    ? layout.width ?? (room < NARROW ? NARROW : undefined)
    : layout.width && layout.width <= room
    ? layout.width
    : undefined;
  if (width) return { ...layout, width };
  const fluid = { ...layout, width: undefined, autosize: true };
  return room < NARROW ? narrow(fluid) : fluid;
}

interface Axis {
  title?: { text: string; font?: object };
}

/** The layout for a phone: the legend below, smaller and broken titles. */
function narrow(layout: FigureLayout): FigureLayout {
  const { title, margin, xaxis, yaxis } = layout as {
    title: { text: string };
    margin: { t: number };
    xaxis?: Axis;
    yaxis?: Axis;
  };
  const text = broken(title.text, 40);
  const lines = text.split("<br>").length;
  return {
    ...layout,
    title: { ...title, text, font: { size: 15 } },
    margin: { ...margin, t: Math.max(margin.t, 38 + 20 * lines) },
    xaxis: smaller(xaxis),
    yaxis: smaller(yaxis),
    legend: { orientation: "h", x: 0, y: -0.3, yanchor: "top" },
  };
}

function smaller(axis: Axis = {}): Axis {
  if (!axis.title) return axis;
  return {
    ...axis,
    title: { ...axis.title, text: broken(axis.title.text, 36), font: { size: 12 } },
  };
}

/** A text in lines of at most so many letters. */
function broken(text: string, most: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("<br>");
}
