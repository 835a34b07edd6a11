import type { Payload } from "../payload.ts";
import { h } from "./dom.ts";
import { explorerView } from "./explorer_view.ts";
import { padView } from "./pad_view.ts";
import { style } from "./style.ts";

/**
 * Brings a display to life. Its still picture stays in the page, below a shadow root that shows the
 * living one instead; styles and names in there touch nothing outside.
 */
export function bringToLife(host: HTMLElement, payload: Payload): void {
  // JupyterLab must not take the arrow keys for itself while the focus is in here.
  host.setAttribute("data-lm-suppress-shortcuts", "true");
  const root = h("div", { class: "root" });
  host.attachShadow({ mode: "open" }).append(h("style", {}, style), root);
  const glassnet = payload.kind === "explorer"
    ? explorerView(payload, root)
    : padView(payload, root);
  // For the curious: the page's own numbers, from the browser's console.
  Object.assign(host, { glassnet });
}
