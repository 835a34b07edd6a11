import type { Point, Stroke } from "../ink.ts";

/** What is drawn on a pad, and how to take it back. */
export interface Pen {
  /** The strokes on the pad. Each change makes a new list; the last stroke grows while it is drawn. */
  readonly strokes: readonly Stroke[];
  /** Whether there is something to take back. */
  readonly canUndo: boolean;
  /** Takes back the last change: a stroke, or a clearing. */
  undo(): void;
  clear(): void;
  /** Whether the keys draw now. */
  readonly isDown: boolean;
  /** Begins a stroke that the keys draw. */
  putDown(at: Point): void;
  /** Draws the keys' stroke on to a place, if there is one. */
  drawTo(at: Point): void;
  /** Ends the keys' stroke, if there is one. */
  lift(): void;
}

/** What draws if the keys do: no pointer has this number. */
const keys = { id: -1, type: "keys" };

/**
 * Lets one pointer at a time draw on a pad: the mouse by its main button, one finger, or a pen. The hand
 * that holds a pen rests on the pad, so a pen goes before a touch.
 *
 * @param changed is called after each change
 */
export function penOn(pad: HTMLElement, changed: () => void): Pen {
  let strokes: Stroke[] = [];
  const earlier: Stroke[][] = [];
  /** The pointer that draws now. */
  let drawing: { id: number; type: string } | undefined;
  /** Whether a pen has drawn some of what is there. */
  let withPen = false;

  function change(next: Stroke[]): void {
    earlier.push(strokes);
    strokes = next;
    changed();
  }
  function undo(): void {
    drawing = undefined;
    strokes = earlier.pop() ?? strokes;
    changed();
  }

  pad.addEventListener("pointerdown", (event) => {
    // Not the text around the pad is chosen, and no page is moved.
    event.preventDefault();
    pad.focus({ preventScroll: true });
    if (event.button !== 0) return;
    const pen = event.pointerType === "pen";
    // What touched the pad before the pen was the hand.
    if (pen && drawing?.type === "touch") undo();
    withPen = pen || withPen && strokes.length > 0;
    if (drawing === keys) drawing = undefined;
    if (drawing || withPen && event.pointerType === "touch") return;
    drawing = { id: event.pointerId, type: event.pointerType };
    pad.setPointerCapture(event.pointerId);
    change([...strokes, [place(event)]]);
  });

  pad.addEventListener("pointermove", (event) => {
    if (event.pointerId !== drawing?.id) return;
    // The main button may be let go while another one is held: that is a move, too.
    if (!(event.buttons & 1)) return end(event);
    // A fast pen reports several places at once.
    const events = event.getCoalescedEvents?.() ?? [];
    strokes.at(-1)!.push(...(events.length > 0 ? events : [event]).map(place));
    changed();
  });

  function end(event: PointerEvent): void {
    if (event.pointerId === drawing?.id) drawing = undefined;
  }
  pad.addEventListener("pointerup", end);
  pad.addEventListener("lostpointercapture", end);
  // The system takes a touch back when it finds that it was the palm.
  pad.addEventListener("pointercancel", (event) => {
    if (event.pointerId === drawing?.id) undo();
  });

  /** Where a pointer is. One that leaves the pad draws along its edge: what is read can be seen. */
  function place(event: PointerEvent): Point {
    const box = pad.getBoundingClientRect();
    const share = (distance: number, size: number) => Math.min(1, Math.max(0, distance / size));
    return {
      x: share(event.clientX - box.left, box.width),
      y: share(event.clientY - box.top, box.height),
    };
  }

  return {
    get strokes() {
      return strokes;
    },
    get canUndo() {
      return earlier.length > 0;
    },
    undo,
    clear() {
      drawing = undefined;
      if (strokes.length > 0) change([]);
    },
    get isDown() {
      return drawing === keys;
    },
    putDown(at) {
      if (drawing) return;
      drawing = keys;
      change([...strokes, [at]]);
    },
    drawTo(at) {
      if (drawing !== keys) return;
      strokes.at(-1)!.push(at);
      changed();
    },
    lift() {
      if (drawing === keys) drawing = undefined;
    },
  };
}
