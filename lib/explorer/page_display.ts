import { ArgumentError } from "../arguments/argument_error.ts";
import page from "./built/page.js";
import { Displayable, escape } from "../display/displayable.ts";
import type { Painting } from "./painting.ts";
import type { Payload } from "./payload.ts";

/** The most bytes that a display may take, so that a notebook with a few of them stays small. */
const mostBytes = 420_000;

/** What a display shows while its script does not run. */
export interface Still {
  painting: Painting;
  /** What the picture shows. */
  alt: string;
  /** A sentence below the picture. */
  caption: string;
}

/**
 * Something that runs in the page: one piece of HTML with its script, its data, and a still picture that
 * stands there until the script runs. It asks nothing of a kernel or a network.
 */
export class PageDisplay extends Displayable {
  /** The HTML with everything in it. */
  readonly html: string;
  readonly #png: string;

  /** A display of some data: `explorer` and `digitPad` make it. */
  constructor(payload: Payload, private readonly still: Still) {
    super();
    this.#png = still.painting.toPng();
    this.html = html(payload, still, this.#png);
    const bytes = this.html.length + this.#png.length;
    if (bytes > mostBytes) {
      throw new ArgumentError(
        `This display would take ${Math.ceil(bytes / 1000)} kB, and ${
          mostBytes / 1000
        } kB is the most. Give it fewer digits or moments, or a network with fewer hidden units.`,
      );
    }
  }

  /** The HTML, the still picture, which GitHub shows, and its words. */
  override get bundle(): { "text/html": string; "image/png": string; "text/plain": string } {
    return { "text/html": this.html, "image/png": this.#png, "text/plain": this.still.alt };
  }

  /** What the still picture shows. */
  override toString(): string {
    return this.still.alt;
  }
}

function html(payload: Payload, { painting, alt, caption }: Still, png: string): string {
  // "<" can't end the script, nor begin a comment, when it is written as a number.
  const json = JSON.stringify(payload).replaceAll("<", "\\u003c");
  const name = `${payload.kind}-${hash(json)}`;
  return `<div><div data-glassnet="${name}">` +
    `<img src="data:image/png;base64,${png}" width="${painting.width}" height="${painting.height}"` +
    ` style="max-width:100%;height:auto;background:#fff" alt="${escape(alt)}"><div>${
      escape(caption)
    }</div></div>` +
    `<script>((glassnetName,glassnetPayload)=>{${page}})("${name}",${json})</script></div>`;
}

/** A short name for a text, the same every time. (Fowler, Noll and Vo, FNV-1a.) */
function hash(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) {
    hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
