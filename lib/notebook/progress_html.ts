import { escape } from "../display/displayable.ts";
import { curveSvg, type LossCurve } from "./loss_curve.ts";

/** What is shown of something that is under way. */
export interface ProgressState {
  done: number;
  total: number;
  /** Where it is, in words. */
  text: string;
  /** The speed and the time left. Only while it runs: the same run must always end alike. */
  pace?: string;
  /** What is wrong with it. */
  warning?: string;
  /** Why it ended early. */
  stopped?: string;
  /** The losses so far, of a training. */
  curve?: LossCurve;
}

/** All of it in one line, for a terminal and for a screen reader. */
export function inOneLine({ text, pace, warning, stopped }: ProgressState): string {
  const about = [warning, stopped].filter(Boolean).join(" ");
  return [[text, pace].filter(Boolean).join(", "), about].filter(Boolean).join(". ");
}

/**
 * The loss curve with the bar as its axis and the words below, as HTML: in JupyterLab's colors
 * if they are there, else in ones that fit light and dark; at most as wide as what it stands in.
 */
export function progressHtml(state: ProgressState): string {
  const { done, total, text, pace, warning, stopped, curve } = state;
  const share = total === 0 ? 100 : Math.floor(1000 * done / total) / 10;
  const svg = curve ? curveSvg(curve) : "";
  const scale = svg ? `<div>highest loss ${curve!.top().toPrecision(3)}</div>` : "";
  // The speed changes with every redrawing; what is read aloud stays short without it.
  const spoken = escape(inOneLine({ ...state, pace: undefined }));
  return `<div style="max-width: 640px; font-variant-numeric: tabular-nums">${scale}${svg}` +
    `<div role="progressbar" aria-label="Progress" aria-valuetext="${spoken}"` +
    ` aria-valuemin="0" aria-valuemax="${total}" aria-valuenow="${done}"` +
    ` style="height: 12px; border-radius: 6px; overflow: hidden;` +
    ` background: var(--jp-border-color2, #9e9e9e)">` +
    `<div style="width: ${share}%; height: 100%; background: var(--jp-brand-color1, #1976d2)">` +
    `</div></div>` +
    `<div style="margin-top: 4px">${escape(text)}</div>` +
    (pace ? `<div>${escape(pace)}</div>` : "") +
    [warning, stopped].map((sentence) =>
      sentence ? `<div role="status" style="font-weight: bold">${escape(sentence)}</div>` : ""
    ).join("") +
    `</div>`;
}
