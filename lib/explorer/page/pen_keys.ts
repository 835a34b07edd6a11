import type { Point } from "../ink.ts";
import type { Pen } from "./pen.ts";

/** How many steps lead from one side of the pad to the other. */
const steps = 20;

const ways: { [key: string]: { across: number; down: number } } = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
};

/** What the keys do, in words. */
export const keyWords = "Arrow keys move the pen, two at once for a slant. " +
  "Space puts it down or lifts it.";

/** The pen that the keys move. */
export interface PenByKeys {
  /** Where it is; undefined as long as nobody uses the keys. */
  readonly place: Point | undefined;
}

/**
 * Lets the keyboard draw: the arrow keys move the pen, two of them at once for a slanted line, and Space or
 * Enter puts it down or lifts it.
 *
 * @param used is called after each key, with what a screen reader should say; `lifted` if a stroke is done
 */
export function penByKeys(
  pad: HTMLElement,
  pen: Pen,
  used: (words: string, lifted?: boolean) => void,
): PenByKeys {
  const at = { across: steps / 2, down: steps / 2 };
  const held = new Set<string>();
  let inUse = false;

  const place = (): Point => ({ x: at.across / steps, y: at.down / steps });
  const words = () => `${at.across} across, ${at.down} down`;

  function move(): void {
    const before = words();
    for (const key of held) {
      at.across = Math.min(steps, Math.max(0, at.across + ways[key].across));
      at.down = Math.min(steps, Math.max(0, at.down + ways[key].down));
    }
    if (words() === before) return used(`Edge of the pad: ${before}.`);
    pen.drawTo(place());
    used(pen.isDown ? `Drawing: ${words()}.` : `${words()}.`);
  }

  function press(): void {
    if (pen.isDown) {
      pen.lift();
      return used("Pen up.", true);
    }
    pen.putDown(place());
    used(`Pen down: ${words()}.`);
  }

  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isPress = event.key === " " || event.key === "Enter";
    if (!isPress && !(event.key in ways)) return;
    inUse = true;
    if (!isPress) {
      held.add(event.key);
      move();
    } else if (!event.repeat) press();
    event.preventDefault();
    event.stopPropagation();
  });
  pad.addEventListener("keyup", ({ key }) => held.delete(key));
  pad.addEventListener("focus", () => {
    inUse = pad.matches(":focus-visible");
    if (inUse) used(`Pen up: ${words()}, of ${steps} each way.`);
  });
  // A key may be let go where nobody here hears of it.
  pad.addEventListener("blur", () => stop(pen.isDown));
  pad.addEventListener("pointerdown", () => stop(false));

  function stop(lifted: boolean): void {
    held.clear();
    pen.lift();
    if (!inUse) return;
    inUse = false;
    used("", lifted);
  }

  return {
    get place() {
      return inUse ? place() : undefined;
    },
  };
}
