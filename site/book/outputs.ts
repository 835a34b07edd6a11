/**
 * The stored outputs of a cell as HTML that needs no script. Figures are pictures here; the page makes them
 * live when the cell is run.
 *
 * @module
 */
import { escape } from "@std/html/entities";
import { hasLabels, type PageFigure } from "./figure_layout.ts";
import { formulaHtml } from "./markdown.ts";
import { plain, readable } from "./plain.ts";
import { joined, type Output, type Text } from "./notebook.ts";

/** Where pictures go: it takes a PNG and gives its address, relative to the page. */
export type SavePicture = (png: Uint8Array) => string;

/** The HTML of one output. */
export function storedOutput(output: Output, save: SavePicture): string {
  switch (output.output_type) {
    case "stream":
      return `<pre class="${output.name}" tabindex="0">${escape(plain(joined(output.text)))}</pre>`;
    case "error":
      return `<pre class="error" tabindex="0">${escape(plain(output.traceback!.join("\n")))}</pre>`;
  }
  const data = output.data as Record<string, Text>;
  if (data["image/png"]) return picture(output, save);
  if (data["text/html"]) {
    // Its scripts run when the cell is run; until then it is what it is without them.
    const html = joined(data["text/html"]).replaceAll(/<script\b[\s\S]*?<\/script>/gi, "");
    return `<div class="html wide" tabindex="0">${readable(html)}</div>`;
  }
  if (data["text/latex"]) return formulaHtml(joined(data["text/latex"]));
  return `<pre tabindex="0">${escape(joined(data["text/plain"]))}</pre>`;
}

function picture({ data, metadata }: Output, save: SavePicture): string {
  const png = Uint8Array.fromBase64(joined(data!["image/png"] as Text).replaceAll("\n", ""));
  const view = new DataView(png.buffer);
  // A PNG says its size at the beginning; a notebook may say at which size it is to be shown.
  const { width = view.getUint32(16), height = view.getUint32(20), alt } =
    metadata?.["image/png"] ?? {};
  const words = alt ?? joined(data!["text/plain"] as Text);
  const image = `<img src="${save(png)}" width="${width}" height="${height}" loading="lazy" alt="${
    escape(words)
  }">`;
  const figure = data!["application/vnd.plotly.v1+json"] as PageFigure | undefined;
  if (!figure) return image;
  // On a phone a picture scrolls before its letters get too small: at once if there are words inside.
  const kind = hasLabels(figure) ? "labeled" : "shrinking";
  return `<div class="${kind}" tabindex="0">${image}</div>`;
}
