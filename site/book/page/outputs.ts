/**
 * Draws what a cell gives while it runs.
 *
 * @module
 */
import type { MimeBundle, Output } from "../../../lib/cells/output.ts";
import type { PageFigure } from "../figure_layout.ts";
import { plain, readable } from "../plain.ts";

/** Draws into the output area of one cell. */
export class OutputView {
  #clearNext = false;

  /** @param element the cell's output area */
  constructor(readonly element: HTMLElement) {}

  /** Takes everything away. */
  clear(): void {
    this.element.replaceChildren();
  }

  /** Draws one output. Updates may be of a display in any cell, so they are looked for in the page. */
  add(output: Output): void {
    if (output.output_type === "clear_output") {
      if (output.wait) this.#clearNext = true;
      else this.clear();
      return;
    }
    if (output.output_type === "update_display_data") {
      const shown = document.querySelectorAll<HTMLElement>(
        `[data-display="${CSS.escape(output.display_id)}"]`,
      );
      for (const element of shown) draw(element, output.data);
      return;
    }
    if (this.#clearNext) {
      this.#clearNext = false;
      this.clear();
    }
    if (output.output_type === "stream") this.#print(output.name, output.text);
    else if (output.output_type === "error") {
      this.#text("error", plain(output.traceback.join("\n")));
    } else {
      const element = document.createElement("div");
      if ("display_id" in output && output.display_id) element.dataset.display = output.display_id;
      this.element.append(element);
      draw(element, output.data);
    }
  }

  /** A file that the cell has written. One that it writes again stands here once. */
  file(path: string, size: string, download: () => void): void {
    const before = [...this.element.querySelectorAll<HTMLElement>(".offer")];
    before.find((line) => line.dataset.path === path)?.remove();
    const { line, button } = this.#offer(`${path}, ${size}`, "Download", download);
    line.dataset.path = path;
    button.setAttribute("aria-label", `Download ${path}`);
  }

  /** A sentence with a button, below what the cell gave. */
  offer(sentence: string, label: string, act: () => void): void {
    this.#offer(sentence, label, act);
  }

  #offer(sentence: string, label: string, act: () => void) {
    const line = document.createElement("p");
    line.className = "offer";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    line.append(`${sentence} `, button);
    this.element.append(line);
    return { line, button };
  }

  #print(name: string, text: string): void {
    const last = this.element.lastElementChild;
    const box = last?.classList.contains(name) ? last : this.#text(name, "");
    box.append(plain(text));
  }

  #text(kind: string, text: string): HTMLElement {
    const box = document.createElement("pre");
    box.className = kind;
    // What scrolls by itself must be reached by the keyboard.
    box.tabIndex = 0;
    box.textContent = text;
    this.element.append(box);
    return box;
  }
}

function draw(element: HTMLElement, data: MimeBundle): void {
  element.className = "";
  const plotly = data["application/vnd.plotly.v1+json"];
  if (plotly) return drawFigure(element, plotly as PageFigure, String(data["text/plain"] ?? ""));
  const html = data["text/html"];
  if (typeof html === "string") {
    element.className = "html wide";
    element.tabIndex = 0;
    if (/<script/i.test(html)) return drawWithScripts(element, html);
    element.innerHTML = readable(html);
    return;
  }
  const latex = data["text/latex"];
  if (typeof latex === "string") {
    element.textContent = String(data["text/plain"]);
    import("./formula.ts").then(({ drawFormula }) => drawFormula(element, latex));
    return;
  }
  const png = data["image/png"];
  if (typeof png === "string") {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    image.alt = String(data["text/plain"] ?? "");
    element.replaceChildren(image);
    return;
  }
  element.className = "text";
  element.tabIndex = 0;
  element.textContent = String(data["text/plain"] ?? "");
}

/** A live figure; the library that draws it is loaded when the first one comes. */
function drawFigure(element: HTMLElement, figure: PageFigure, words: string): void {
  element.className = "figure wide";
  element.tabIndex = 0;
  // No "img": that would hide the buttons inside.
  element.setAttribute("role", "figure");
  element.setAttribute("aria-label", words);
  element.style.minHeight = `${figure.layout.height ?? 420}px`;
  import("./figure.ts").then(({ drawPlotly }) => drawPlotly(element, figure)).catch(() => {
    element.textContent = words;
  });
}

/**
 * What has scripts of its own, such as the explorer, runs in a frame that may do nothing but draw: it has no
 * origin, reaches no host, and can't touch the page.
 */
function drawWithScripts(element: HTMLElement, html: string): void {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Interactive display";
  frame.src = new URL("frame.html", import.meta.url).href;
  frame.addEventListener("load", () => frame.contentWindow!.postMessage({ html }, "*"));
  addEventListener("message", ({ source, data }) => {
    if (source === frame.contentWindow && typeof data?.height === "number") {
      frame.style.height = `${Math.min(data.height, 4000)}px`;
    }
  });
  element.replaceChildren(frame);
}
