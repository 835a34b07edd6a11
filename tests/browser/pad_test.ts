/** The digit pad, drawn on by the mouse, fingers, a pen and the keys: real events of a real browser. */
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import type { CDPSession, Page } from "playwright-core";
import { argmax, forward, type Matrix, Pixels } from "glassnet";
import { percent } from "../../lib/display/numbers.ts";
import { imageOf } from "../../lib/explorer/drawing.ts";
import { browserTest, chromium, displays, openPage } from "./explorer_page.ts";
import paths from "./pointer_paths.json" with { type: "json" };

/** Everything that the tests share is made once, and only where it is needed. */
const shared = chromium ? await displays() : undefined!;

type Place = readonly number[];
const digits = Object.entries(paths) as [digit: string, strokes: Place[][]][];
const seven: Place[] = paths["7"][0];
const empty = "The pad is empty: draw a digit from 0 to 9.";
const dot = "Only a dot so far: draw a whole digit.";

/** A hand at the pad: each method is one event, at a place from 0 to 1. */
class Hand {
  #fingers = new Map<number, { x: number; y: number; id: number }>();

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
    private readonly box: { x: number; y: number; width: number; height: number },
  ) {}

  static async at(page: Page): Promise<Hand> {
    const box = (await page.locator(".pad").boundingBox())!;
    return new Hand(page, await page.context().newCDPSession(page), box);
  }

  #at = ([x, y]: Place) => ({
    x: this.box.x + x * this.box.width,
    y: this.box.y + y * this.box.height,
  });

  async press(
    pointerType: "mouse" | "pen",
    type: "Pressed" | "Moved" | "Released",
    place: Place,
    { button = "left", buttons = type === "Released" ? 0 : 1 }: {
      button?: "left" | "right";
      buttons?: number;
    } = {},
  ): Promise<void> {
    await this.session.send("Input.dispatchMouseEvent", {
      ...this.#at(place),
      type: `mouse${type}`,
      button,
      buttons,
      clickCount: type === "Moved" ? 0 : 1,
      pointerType,
    });
  }

  async touch(id: number, place: Place): Promise<void> {
    const type = this.#fingers.has(id) ? "touchMove" : "touchStart";
    this.#fingers.set(id, { ...this.#at(place), id });
    await this.#touches(type);
  }
  /** All fingers leave. */
  async lift(type: "touchEnd" | "touchCancel" = "touchEnd"): Promise<void> {
    this.#fingers.clear();
    await this.#touches(type);
  }
  async #touches(type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel") {
    const touchPoints = [...this.#fingers.values()];
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }

  async draw(strokes: readonly Place[][], tool: "mouse" | "pen" | "finger"): Promise<void> {
    for (const stroke of strokes) {
      if (tool === "finger") {
        for (const place of stroke) await this.touch(0, place);
        await this.lift();
        continue;
      }
      await this.press(tool, "Pressed", stroke[0]);
      for (const place of stroke.slice(1)) await this.press(tool, "Moved", place);
      await this.press(tool, "Released", stroke.at(-1)!);
    }
  }

  /** What the pad sees and what the network answers, with all bits. */
  async state(): Promise<{ pixels?: number[]; probabilities?: number[]; answer: string }> {
    return await this.page.evaluate(() => {
      const host = document.querySelector("[data-glassnet]");
      const { pixels, activations } = host.glassnet;
      return {
        pixels,
        probabilities: activations?.A2.toArray().flat(),
        answer: host.shadowRoot.querySelector(".answer").textContent,
      };
    });
  }

  async do(name: "Undo" | "Clear"): Promise<void> {
    await this.page.getByRole("button", { name }).click();
  }
}

/** What is tried on a pad of its own, one after the other in one browser. */
const tests: [name: string, test: (hand: Hand) => Promise<void>][] = [];
const padTest = (...test: typeof tests[number]) => tests.push(test);

for (const tool of ["mouse", "finger", "pen"] as const) {
  padTest(
    `it answers what lib answers to a 1, a 0 and a 7, drawn by ${tool}`,
    async (hand) => {
      for (const [digit, strokes] of digits) {
        await hand.draw(strokes, tool);
        const { pixels, probabilities, answer } = await hand.state();
        const X = Pixels.fromBytes(Uint8Array.from(pixels!)).toMatrix();
        const { A2 } = forward(shared.parameters, X);
        assertEquals(probabilities, A2.toArray().flat());
        const [label] = argmax(A2);
        assertEquals(answer, `The network says ${label}, with ${percent(A2.get(label, 0))}.`);
        const bars = await hand.page.locator(".percent").allTextContents();
        assertEquals(bars, A2.toArray().flat().map(percent));
        assertEquals(String(label), digit);
        // The same pixels as lib makes of the same path, but for where the browser rounds a place.
        const own = imageOf(strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y }))))!;
        const far = pixels!.filter((byte, p) => Math.abs(byte - own[p]) > 40).length;
        assert(far <= 4, `${far} pixels differ`);
        await hand.do("Clear");
      }
    },
  );
}

/** A drawing with a longer side of this size, in the upper left corner (0) or the lower right one (1). */
function placed(strokes: readonly Place[][], size: number, corner: 0 | 1): Place[][] {
  const sides = [0, 1].map((axis) => {
    const places = strokes.flat().map((place) => place[axis]);
    return { least: Math.min(...places), most: Math.max(...places) };
  });
  const scale = size / Math.max(...sides.map(({ least, most }) => most - least));
  return strokes.map((stroke) =>
    stroke.map((place) =>
      sides.map(({ least, most }, axis) => {
        const free = 0.98 - (most - least) * scale;
        return 0.01 + corner * free + (place[axis] - least) * scale;
      })
    )
  );
}

padTest("it gives a drawing the same answer small, large and in a corner", async (hand) => {
  for (const [digit, strokes] of digits) {
    for (const [size, corner] of [[0.15, 1], [0.3, 0], [0.98, 0]] as const) {
      await hand.draw(placed(strokes, size, corner), "mouse");
      const { answer } = await hand.state();
      assertStringIncludes(answer, `The network says ${digit}`, `size ${size}, corner ${corner}`);
      await hand.do("Clear");
    }
  }
});

padTest("it calls a dot a dot, and an empty pad empty", async (hand) => {
  const picture = async () => (await hand.page.locator(".pad").screenshot()).toString("base64");
  const blank = await picture();
  assertEquals((await hand.state()).answer, empty);
  await hand.draw([[[0.5, 0.5]]], "mouse");
  assertNotEquals(await picture(), blank, "a dot can be seen");
  assertEquals(await hand.state(), { pixels: undefined, probabilities: undefined, answer: dot });
  await hand.draw([[[0.5, 0.5], [0.51, 0.53]]], "finger");
  assertEquals((await hand.state()).answer, dot);
  await hand.do("Clear");
  assertEquals(await hand.state(), { pixels: undefined, probabilities: undefined, answer: empty });
});

padTest("it leaves a second finger out", async (hand) => {
  await hand.draw([seven], "finger");
  const alone = await hand.state();
  await hand.do("Clear");
  for (const [k, place] of seven.entries()) {
    await hand.touch(0, place);
    await hand.touch(1, [0.9 - 0.05 * k, 0.95]);
  }
  await hand.lift();
  assertEquals(await hand.state(), alone);
});

padTest(
  "it leaves out the palm that rests there before, while and after a pen draws",
  async (hand) => {
    const draw = () => hand.draw([seven], "pen");
    await draw();
    const alone = await hand.state();
    await hand.do("Clear");

    await hand.touch(0, [0.8, 0.9]);
    await hand.touch(0, [0.85, 0.93]);
    await draw();
    assertEquals(await hand.state(), alone, "the palm was there first");
    await hand.touch(0, [0.6, 0.97]);
    await hand.lift();
    assertEquals(await hand.state(), alone, "and moved afterwards");

    await hand.touch(0, [0.7, 0.9]);
    await hand.touch(0, [0.9, 0.5]);
    await hand.lift();
    assertEquals(await hand.state(), alone, "it came again between two strokes");

    await hand.do("Clear");
    await hand.draw([seven], "finger");
    assertStringIncludes((await hand.state()).answer, "The network says 7");
  },
);

padTest("it forgets a touch that the system takes back", async (hand) => {
  await hand.touch(0, [0.2, 0.9]);
  await hand.touch(0, [0.8, 0.9]);
  await hand.lift("touchCancel");
  assertEquals((await hand.state()).answer, empty);
});

padTest("only the main button draws", async (hand) => {
  const right = { button: "right", buttons: 2 } as const;
  await hand.press("mouse", "Pressed", [0.2, 0.2], right);
  await hand.press("mouse", "Moved", [0.8, 0.8], right);
  await hand.press("mouse", "Released", [0.8, 0.8], { button: "right" });
  assertEquals((await hand.state()).answer, empty);

  // The right button is pressed while the main one draws; then only the main one is let go.
  await hand.press("mouse", "Pressed", seven[0]);
  for (const place of seven.slice(1)) await hand.press("mouse", "Moved", place);
  const drawn = await hand.state();
  await hand.press("mouse", "Pressed", seven.at(-1)!, { button: "right", buttons: 3 });
  await hand.press("mouse", "Released", seven.at(-1)!, { buttons: 2 });
  await hand.press("mouse", "Moved", [0.95, 0.05], right);
  await hand.press("mouse", "Released", [0.95, 0.05], { button: "right" });
  assertEquals(await hand.state(), drawn);
});

padTest("Undo and Ctrl+Z take back stroke after stroke, and a clearing", async (hand) => {
  const keys = () => hand.page.keyboard.press("Control+z");
  const undo = hand.page.getByRole("button", { name: "Undo" });
  assertEquals(await undo.getAttribute("aria-disabled"), "true");
  const bar = [[0.3, 0.5], [0.7, 0.5]];
  await hand.draw([seven], "mouse");
  const one = await hand.state();
  await hand.draw([bar], "mouse");
  const two = await hand.state();
  assertNotEquals(one.pixels, two.pixels);

  await keys();
  assertEquals(await hand.state(), one);
  await hand.draw([bar], "mouse");
  await hand.do("Clear");
  assertEquals((await hand.state()).answer, empty);
  await hand.do("Undo");
  assertEquals(await hand.state(), two);
  await hand.do("Undo");
  assertEquals(await hand.state(), one);
  await keys();
  assertEquals((await hand.state()).answer, empty);
  assertEquals(await undo.getAttribute("aria-disabled"), "true");
  await keys();
  assertEquals((await hand.state()).answer, empty);
});

/** What a screen reader says next: it says nothing twice, so what was said before is not it. */
async function said(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (words) =>
      document.querySelector("[data-glassnet]").shadowRoot.querySelector('[role="status"]')
        .textContent === words,
    words,
  );
}

padTest("the keys draw a 7, and each step is said", async (hand) => {
  const { page } = hand;
  const { keyboard } = page;
  const times = async (count: number, ...keys: string[]) => {
    for (const key of keys.slice(1)) await keyboard.down(key);
    for (let k = 0; k < count; k++) await keyboard.press(keys[0]);
    for (const key of keys.slice(1)) await keyboard.up(key);
  };
  const picture = async () => (await page.locator(".pad").screenshot()).toString("base64");
  const blank = await picture();
  await keyboard.press("Tab");
  assertEquals(
    await page.evaluate("document.activeElement.shadowRoot.activeElement.className"),
    "pad",
  );
  await said(page, "Pen up: 10 across, 10 down, of 20 each way.");
  assertNotEquals(await picture(), blank, "the pen can be seen");

  await times(5, "ArrowUp");
  await times(4, "ArrowLeft");
  await said(page, "6 across, 5 down.");
  assertEquals((await hand.state()).answer, empty, "a pen that is up draws nothing");
  await keyboard.press("Space");
  await said(page, "Pen down: 6 across, 5 down.");
  await times(8, "ArrowRight");
  await said(page, "Drawing: 14 across, 5 down.");
  // The first step left is straight; then both keys are held.
  await keyboard.down("ArrowLeft");
  await times(4, "ArrowDown");
  await keyboard.up("ArrowLeft");
  await times(7, "ArrowDown");
  await keyboard.press("Space");
  const drawn = await hand.state();
  assertEquals(drawn.answer.slice(0, 19), "The network says 7,");
  await said(page, `Pen up. ${drawn.answer}`);
  const stroke = [
    ...Array.from({ length: 9 }, (_, k) => ({ x: (6 + k) / 20, y: 5 / 20 })),
    { x: 13 / 20, y: 5 / 20 },
    ...Array.from({ length: 4 }, (_, k) => ({ x: (12 - k) / 20, y: (6 + k) / 20 })),
    ...Array.from({ length: 7 }, (_, k) => ({ x: 9 / 20, y: (10 + k) / 20 })),
  ];
  assertEquals(drawn.pixels, [...imageOf([stroke])!], "the image of exactly this stroke");

  await times(20, "ArrowDown");
  await said(page, "Edge of the pad: 9 across, 20 down.");
  assertEquals(await hand.state(), drawn);
  await keyboard.press("Control+z");
  await said(page, empty);
  // The mouse takes over, and Tab lifts the pen.
  await keyboard.press("Enter");
  await hand.draw([seven], "mouse");
  assertEquals((await hand.state()).answer.slice(0, 19), "The network says 7,");
  await hand.do("Clear");
  await page.locator(".pad").focus();
  await keyboard.press("Enter");
  await times(3, "ArrowUp");
  await keyboard.press("Tab");
  await keyboard.press("Shift+Tab");
  const before = await hand.state();
  await times(3, "ArrowRight");
  assertEquals(await hand.state(), before);
});

browserTest("the pad", async (browser, context) => {
  for (const [name, test] of tests) {
    await context.step(name, async () => {
      const { page, errors, close } = await openPage(browser, shared.padHtml, { touch: true });
      await test(await Hand.at(page));
      assertEquals(errors, []);
      await close();
    });
  }
});

/** What a test uses of the page that its functions run in. */
declare const document: {
  querySelector(selector: string): {
    glassnet: { pixels?: number[]; activations?: { A2: Matrix } };
    shadowRoot: { querySelector(selector: string): { textContent: string } };
  };
};
