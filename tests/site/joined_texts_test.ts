import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Output } from "../../lib/cells/output.ts";
import { JoinedTexts } from "../../site/kernel/joined_texts.ts";

type Given = [id: string, output: Output];

/** Everything in order, with neighboring texts of a cell's stream in one. */
function joined(outputs: Given[]): string[] {
  const found: string[] = [];
  let last = "";
  for (const [id, output] of outputs) {
    const key = output.output_type === "stream" ? `${id} ${output.name}: ` : "";
    const text = output.output_type === "stream" ? output.text : JSON.stringify([id, output]);
    if (key && key === last) found[found.length - 1] += text;
    else found.push(key + text);
    last = key;
  }
  return found;
}

const stream = fc.record({
  output_type: fc.constant("stream" as const),
  name: fc.constantFrom("stdout" as const, "stderr" as const),
  text: fc.string(),
});
const display = fc.record({
  output_type: fc.constant("display_data" as const),
  data: fc.record({ "text/plain": fc.string() }),
  metadata: fc.constant({}),
});
const step = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom("a", "b"), stream) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("a", "b"), display) },
  { weight: 1, arbitrary: fc.constantFrom("microtask" as const, "turn" as const) },
);

Deno.test("what cells print and show reaches the page whole, in order, under its own cell", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 120, size: "max" }), async (steps) => {
      const [given, sent]: Given[][] = [[], []];
      const texts = new JoinedTexts((...message) => sent.push(message));
      for (const what of steps) {
        if (what === "microtask") await null;
        else if (what === "turn") await new Promise((go) => setTimeout(go));
        else {
          given.push(structuredClone(what) as Given);
          texts.add(...what as Given);
          // What is no text never waits, and never overtakes a text.
          if (what[1].output_type !== "stream") assertEquals(joined(sent), joined(given));
        }
      }
      texts.flush();
      assertEquals(joined(sent), joined(given));
    }),
    { numRuns: 60 },
  );
});

Deno.test("20,000 lines without a pause are few messages, and the first of them go at once", async () => {
  const sent: Given[] = [];
  const texts = new JoinedTexts((...message) => sent.push(message));
  const begun = performance.now();
  for (let i = 0; i < 20_000; i++) {
    texts.add("a", { output_type: "stream", name: "stdout", text: `line ${i}\n` });
    if (i === 20) assertEquals(sent.length, 21);
  }
  // One more in 10 ms, however long that takes, and no text is endless.
  const most = 32 + (performance.now() - begun) / 10 + 200_000 / 2 ** 16 + 2;
  assert(sent.length <= most, `${sent.length} messages, and not at most ${most}`);
  // What waits comes by itself.
  while (!JSON.stringify(sent.at(-1)).includes("line 19999")) {
    await new Promise((go) => setTimeout(go, 5));
  }
  const whole = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join("");
  assertEquals(joined(sent), [`a stdout: ${whole}`]);
});
