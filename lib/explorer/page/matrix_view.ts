import { shadingOf } from "../../display/colors.ts";
import { type Layout, layoutOf, transposedLayout } from "../../display/layout.ts";
import { kindOf, type MatrixName } from "../../display/symbols.ts";
import { colorOf } from "../../matrix/colors.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import type { Cell, Region } from "../../step/cells.ts";
import { h } from "./dom.ts";
import type { Theme } from "./theme.ts";

/** Cells that are framed, and why. */
export interface Mark {
  region: Region;
  why: "chosen" | "from" | "feeds" | "image";
}

/** What a drawn matrix reports of the reader's pointer and keys. */
export interface PointerListener {
  /** The pointer or the keys are on a cell, or have left. */
  point(cell: Cell | undefined, how: "pointer" | "keys", event?: PointerEvent): void;
  /** A cell was clicked or tapped, or chosen with the space bar. */
  pin(cell: Cell): void;
  /** A cell's number is to change, by so many small steps. */
  change(cell: Cell, steps: number): void;
  /** The matrix was chosen with the keyboard. */
  open(name: MatrixName): void;
}

/** One matrix as a heat map on a canvas that says which cell is pointed at. */
export class MatrixView {
  readonly canvas: HTMLCanvasElement;
  #matrix!: Matrix;
  #layout!: Layout;
  #image = 0;
  /** A picture with one pixel for each cell. */
  readonly #cells = document.createElement("canvas");
  #size = 10;
  #marks: Mark[] = [];
  #most?: number;
  #theme!: Theme;
  #keys?: { row: number; col: number };
  #drag?: { cell: Cell; y: number };

  constructor(
    readonly name: MatrixName,
    readonly options: { transposed?: boolean; focusable?: boolean },
    listener: PointerListener,
  ) {
    this.canvas = h("canvas", {
      class: "matrix",
      "data-matrix": name,
      tabindex: options.focusable ? 0 : -1,
      role: options.focusable ? "application" : "img",
      "aria-roledescription": "matrix",
    });
    const { canvas } = this;
    canvas.addEventListener("pointermove", (event) => {
      if (!this.#isDragged(event, listener)) listener.point(this.#at(event), "pointer", event);
    });
    canvas.addEventListener("pointerleave", () => listener.point(undefined, "pointer"));
    canvas.addEventListener("pointerdown", (event) => {
      const cell = this.#at(event);
      if (!cell) return;
      listener.pin(cell);
      // A finger that is dragged scrolls the page; it has the slider in the panel.
      if (event.pointerType === "touch") return;
      this.#drag = { cell, y: event.clientY };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointerup", () => this.#drag = undefined);
    canvas.addEventListener("keydown", (event) => {
      if (!options.focusable) return;
      if (event.key === "Enter") return listener.open(name);
      const change = { "+": 1, "=": 1, "-": -1 }[event.key];
      const at = this.#keys && { matrix: name, ...this.#keys };
      if (at && event.key === " ") listener.pin(at);
      else if (at && change) listener.change(at, change);
      else {
        const cell = this.#moved(event.key);
        if (!cell) return;
        listener.point({ matrix: name, ...cell }, "keys");
      }
      event.preventDefault();
      event.stopPropagation();
    });
    canvas.addEventListener("blur", () => {
      if (this.#keys) listener.point(undefined, "keys");
      this.#keys = undefined;
    });
  }

  /** The cells across and down that the matrix takes when it is drawn. */
  static extent(A: Matrix, transposed = false): { width: number; height: number } {
    const { width, height } = layoutOf(A, 0);
    return transposed ? { width: height, height: width } : { width, height };
  }

  /**
   * Draws a matrix.
   *
   * @param size the side of a cell in pixels of the page
   * @param most the number with the strongest color (default: the largest of the matrix)
   */
  show(
    A: Matrix,
    image: number,
    size: number,
    theme: Theme,
    label: string,
    most?: number,
  ): void {
    this.#most = most;
    const isNew = A !== this.#matrix || image !== this.#image || theme !== this.#theme;
    this.#matrix = A;
    this.#image = image;
    this.#size = size;
    this.#theme = theme;
    const layout = layoutOf(A, image);
    this.#layout = this.options.transposed ? transposedLayout(layout) : layout;
    this.canvas.setAttribute("aria-label", label);
    if (isNew) this.#paintCells();
    this.#draw();
  }

  /** Frames some cells. */
  mark(marks: Mark[]): void {
    this.#marks = marks.filter(({ region }) => region.matrix === this.name);
    if (this.#layout) this.#draw();
  }

  /** The place of a cell in the page, in pixels from the canvas's corner; for tests and arrows. */
  centreOf(row: number, col: number): { x: number; y: number } | undefined {
    const place = this.#layout.place(row, col);
    return place && { x: (place.x + 0.5) * this.#size, y: (place.y + 0.5) * this.#size };
  }

  #paintCells(): void {
    const { width, height } = this.#layout;
    this.#cells.width = width;
    this.#cells.height = height;
    const context = this.#cells.getContext("2d")!;
    const pixels = context.createImageData(width, height);
    const kind = kindOf(this.name);
    const range = this.#most ? { low: -this.#most, high: this.#most } : {};
    const shading = { ...shadingOf(this.#matrix, kind), scale: this.#theme[kind], ...range };
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const cell = this.#layout.cellAt(x, y);
        const color = cell
          ? colorOf(this.#matrix.get(cell.row, cell.col), shading)
          : this.#theme.between;
        pixels.data.set([...color, 255], (y * width + x) * 4);
      }
    }
    context.putImageData(pixels, 0, 0);
  }

  #draw(): void {
    const { canvas } = this;
    const { width, height } = this.#layout;
    const ratio = globalThis.devicePixelRatio || 1;
    const size = this.#size;
    canvas.style.width = `${width * size}px`;
    canvas.style.height = `${height * size}px`;
    canvas.width = Math.round(width * size * ratio);
    canvas.height = Math.round(height * size * ratio);
    const context = canvas.getContext("2d")!;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#cells, 0, 0, canvas.width, canvas.height);
    context.scale(ratio, ratio);
    if (size >= 7) this.#drawLines(context);
    // The chosen cell last, so that its frame lies on top.
    const order = ["image", "feeds", "from", "chosen"] as const;
    for (const why of order) {
      for (const mark of this.#marks) if (mark.why === why) this.#drawMark(context, mark);
    }
  }

  /** Thin lines between large cells. */
  #drawLines(context: CanvasRenderingContext2D): void {
    const { width, height } = this.#layout;
    context.strokeStyle = this.#theme.dark ? "rgba(0,0,0,.45)" : "rgba(120,120,120,.28)";
    context.lineWidth = 1;
    context.beginPath();
    for (let x = 1; x < width; x++) {
      context.moveTo(Math.round(x * this.#size) + 0.5, 0);
      context.lineTo(Math.round(x * this.#size) + 0.5, height * this.#size);
    }
    for (let y = 1; y < height; y++) {
      context.moveTo(0, Math.round(y * this.#size) + 0.5);
      context.lineTo(width * this.#size, Math.round(y * this.#size) + 0.5);
    }
    context.stroke();
  }

  #drawMark(context: CanvasRenderingContext2D, { region, why }: Mark): void {
    const size = this.#size;
    for (const rect of this.#layout.rects(region.row, region.col)) {
      const thick = why === "image" || rect.width * size < 4 ? 1 : 2;
      // A cell of a pixel or two still gets a frame that can be seen.
      const width = Math.max(rect.width * size - thick, 4);
      const height = Math.max(rect.height * size - thick, 4);
      const x = (rect.x + rect.width / 2) * size - width / 2;
      const y = (rect.y + rect.height / 2) * size - height / 2;
      if (why !== "image") {
        context.strokeStyle = this.#theme.dark ? "#000000" : "#ffffff";
        context.lineWidth = thick + 2;
        context.setLineDash([]);
        context.strokeRect(x, y, width, height);
      }
      context.strokeStyle = this.#theme[why];
      context.lineWidth = thick;
      context.setLineDash(why === "feeds" ? [4, 2] : []);
      context.strokeRect(x, y, width, height);
    }
    context.setLineDash([]);
  }

  /** Whether the pointer drags a cell. Every four pixels up are a small step up. */
  #isDragged(event: PointerEvent, listener: PointerListener): boolean {
    if (!this.#drag || event.buttons !== 1) return false;
    const steps = Math.trunc((this.#drag.y - event.clientY) / 4);
    if (steps === 0) return true;
    this.#drag.y -= steps * 4;
    listener.change(this.#drag.cell, steps);
    return true;
  }

  /** The cell under the pointer. */
  #at(event: PointerEvent): Cell | undefined {
    const box = this.canvas.getBoundingClientRect();
    const x = Math.floor((event.clientX - box.left) / box.width * this.#layout.width);
    const y = Math.floor((event.clientY - box.top) / box.height * this.#layout.height);
    const cell = this.#layout.cellAt(x, y);
    return cell && { matrix: this.name, ...cell };
  }

  /** The cell that an arrow key leads to, across a gap if there is one. */
  #moved(key: string): { row: number; col: number } | undefined {
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const step = steps[key];
    if (!step) return undefined;
    if (!this.#keys) return this.#keys = this.#layout.cellAt(0, 0);
    const from = this.#layout.place(this.#keys.row, this.#keys.col) ?? { x: 0, y: 0 };
    for (const far of [1, 2]) {
      const cell = this.#layout.cellAt(from.x + far * step[0], from.y + far * step[1]);
      if (cell) return this.#keys = cell;
    }
    return this.#keys;
  }
}
