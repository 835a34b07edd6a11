import { escape } from "../display/displayable.ts";

/** What the commands of TeX look like that a short text needs. */
const signs: Record<string, string> = {
  alpha: "α",
  cdot: "·",
  ge: "≥",
  le: "≤",
  log: "log",
  odot: "⊙",
  times: "×",
};

/**
 * A line of Markdown as HTML: `code`, **bold** and simple formulas between dollars, with indices, powers
 * and fractions of one line. It needs no script and no font, so that it looks the same everywhere.
 */
export function inlineHtml(markdown: string): string {
  return escape(markdown)
    .replaceAll(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll(/\*\*([^*]+)\*\*/g, "<b>$1</b>")
    .replaceAll(/\$([^$]+)\$/g, (_, tex) => formulaHtml(tex));
}

/** The same as text without any marks. */
export function inlineText(markdown: string): string {
  return markdown
    .replaceAll(/[`*]/g, "")
    .replaceAll(/\$([^$]+)\$/g, (_, tex) => written(tex).replaceAll(/[{}_]/g, ""));
}

function formulaHtml(tex: string): string {
  return written(tex)
    .replaceAll(/[a-z]+/gi, (name) => name === "log" ? name : `<i>${name}</i>`)
    .replaceAll(/_(?:\{([^}]*)\}|(\w))/g, (_, long, short) => `<sub>${long ?? short}</sub>`)
    .replaceAll(
      /\^(?:\{([^}]*)\}|(<i>\w<\/i>|\w))/g,
      (_, long, short) => `<sup>${long ?? short}</sup>`,
    );
}

function written(tex: string): string {
  return tex
    .replaceAll(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
    .replaceAll(/\\([a-z]+)/g, (all, name) => signs[name] ?? all)
    .replaceAll("-", "−");
}
