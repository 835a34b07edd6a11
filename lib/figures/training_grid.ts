import type { Data, Layout } from "plotly.js-dist-min";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { palette } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import { axisLook, type Figure, figure, type Note, note } from "./figure.ts";

/** How a training stands after some updates, and how far its parameters have come. */
export interface WatchedMoment {
  /** The number of updates so far. */
  iteration: number;
  /** The mean cross-entropy in nats. */
  loss: number;
  /** The share of the training images that it gets right, 0 to 1. */
  accuracy: number;
  /** The same of images that it does not learn from. */
  devAccuracy: number;
  /** The Euclidean distance of each parameter from its start. */
  moved: { W1: number; b1: number; W2: number; b2: number };
}

/** The lines of a row: what they show, in which column, and how they are drawn. */
const lines = [
  { name: "loss", column: 0, of: (at: WatchedMoment) => at.loss },
  { name: "accuracy, training", column: 1, of: (at: WatchedMoment) => at.accuracy },
  { name: "accuracy, dev", column: 1, of: (at: WatchedMoment) => at.devAccuracy },
  ...(["W1", "b1", "W2", "b2"] as const).map((name) => ({
    name: `${name} moved`,
    column: 2,
    of: (at: WatchedMoment) => at.moved[name],
  })),
];

const titles = ["loss", "accuracy", "distance from the start"];
const dashes = ["solid", "solid", "dash", "solid", "dot", "dash", "longdashdot"] as const;
const markers = [
  ...["circle", "circle", "square"] as const,
  ...["circle", "diamond", "square", "x"] as const,
];
const colors = [6, 0, 1, 0, 2, 1, 3].map((k) => palette[k]);

/** A loss above this is drawn on a logarithmic axis. */
const mostLinear = 100;

const rowHeight = 190;
const gap = 0.065;

/**
 * Trainings one below the other, three pictures each: the loss, the accuracy, and how far each
 * parameter has moved from its start. Every picture has a scale of its own.
 *
 * @param trainings the trainings by name
 * @throws {ArgumentError} if there is no training, or one has no moments
 *
 * @example
 * ```ts
 * import { trainingGrid } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const moved = { W1: 0, b1: 0, W2: 0, b2: 0 };
 * const start = { iteration: 0, loss: 2.4, accuracy: 0.1, devAccuracy: 0.1, moved };
 * const end = { ...start, iteration: 1, loss: 2.1, moved: { ...moved, W2: 0.5 } };
 * assertEquals(
 *   trainingGrid({ a: [start, end] }).layout.meta.alt,
 *   "Trainings. a: the loss goes from 2.4 to 2.1, at most 2.4; the accuracy ends at 0.1 on the training " +
 *     "images and 0.1 on the dev images; moved at the end: W1 0, b1 0, W2 0.5, b2 0.",
 * );
 * ```
 */
export function trainingGrid(trainings: Record<string, readonly WatchedMoment[]>): Figure {
  const entries = Object.entries(trainings ?? {});
  if (entries.length === 0) {
    throw new ArgumentError("trainingGrid expected trainings by name, such as { a: moments }.");
  }
  for (const [name, moments] of entries) {
    const isList = Array.isArray(moments) && moments.length > 0;
    const isRight = isList &&
      Array.from(moments).every((moment) =>
        Number.isFinite(moment?.iteration) && moment.moved !== null &&
        typeof moment.moved === "object" && lines.every(({ of }) => typeof of(moment) === "number")
      );
    if (isRight) continue;
    throw new ArgumentError(
      `trainingGrid expected the moments of "${name}" to be an array of { iteration, loss, accuracy,` +
        ` devAccuracy, moved }, but found ${found(moments)}${
          isList ? " with other contents" : ""
        }.`,
    );
  }
  const height = (1 - gap * (entries.length - 1)) / entries.length;
  const axes: Partial<Layout> = {};
  const annotations: Note[] = [];
  const data: Data[] = [];
  entries.forEach(([name, moments], row) => {
    const top = 1 - row * (height + gap);
    titles.forEach((title, column) => {
      const number = row * titles.length + column + 1;
      const left = column * 0.355;
      const log = column === 0 && moments.some(({ loss }) => loss > mostLinear);
      const last = row === entries.length - 1;
      Object.assign(axes, {
        [`xaxis${number}`]: {
          ...plain,
          domain: [left, left + 0.29],
          anchor: `y${number}`,
          rangemode: "tozero",
          ...(last ? { title: { text: "iteration" } } : {}),
        },
        [`yaxis${number}`]: {
          ...plain,
          domain: [top - height, top],
          anchor: `x${number}`,
          ...(log ? { type: "log", nticks: 5 } : { rangemode: "tozero", nticks: 5 }),
          ...(column === 1 ? { tickformat: ".0%", range: [0, 1.02] } : {}),
        },
      });
      if (row === 0) {
        const over = { yanchor: "bottom", xanchor: "center", ...onPaper } as const;
        annotations.push(note(title, left + 0.145, 1, 15, over));
      }
    });
    const beside = { xanchor: "center", yanchor: "middle", ...onPaper } as const;
    annotations.push(note(`<b>${name}</b>`, -0.075, top - height / 2, 22, beside));
    lines.forEach(({ name: line, column, of }, k) => {
      const number = row * titles.length + column + 1;
      data.push({
        type: "scatter",
        mode: "lines+markers",
        name: line,
        legendgroup: line,
        showlegend: row === 0,
        x: moments.map(({ iteration }) => iteration),
        y: moments.map((moment) => round(of(moment))),
        xaxis: `x${number}`,
        yaxis: `y${number}`,
        line: { color: colors[k], dash: dashes[k], width: 2 },
        marker: { symbol: markers[k], size: 7, maxdisplayed: 7 },
        hovertemplate: `%{y:.4~g}`,
      });
    });
  });
  return figure(
    { title: "", alt: `Trainings. ${entries.map(inWords).join(" ")}` },
    data,
    {
      height: entries.length * rowHeight + 130,
      margin: { l: 84, r: 16, t: 84, b: 60 },
      hovermode: "x",
      legend: {
        orientation: "h",
        x: 0,
        y: 1,
        yref: "container",
        yanchor: "top",
        font: { size: 13 },
      },
      annotations,
      ...axes,
    },
  );
}

const plain: Partial<Layout["xaxis"]> = { ...axisLook, tickfont: { size: 12 } };

const onPaper = { xref: "paper", yref: "paper" } as const;

function inWords([name, moments]: [string, readonly WatchedMoment[]]): string {
  const losses = moments.map(({ loss }) => loss);
  const end = moments[moments.length - 1];
  const moved = Object.entries(end.moved).map(([parameter, far]) => `${parameter} ${round(far)}`);
  return `${name}: the loss goes from ${round(losses[0])} to ${round(end.loss)}, at most ` +
    `${round(Math.max(...losses))}; the accuracy ends at ${round(end.accuracy)} on the training ` +
    `images and ${round(end.devAccuracy)} on the dev images; moved at the end: ${
      moved.join(", ")
    }.`;
}
