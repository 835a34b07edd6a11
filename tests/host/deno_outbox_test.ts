import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Outbox } from "../../lib/host/deno_outbox.ts";

/** What has been sent, and how many at most in one turn of the event loop. */
class Sent {
  readonly messages: { type: string; content: { name?: string; text?: string } }[] = [];
  mostInATurn = 0;
  #inThisTurn = 0;

  readonly send = (type: string, content: object) => {
    this.messages.push({ type, content });
    if (this.#inThisTurn++ === 0) setTimeout(() => this.#inThisTurn = 0);
    this.mostInATurn = Math.max(this.mostInATurn, this.#inThisTurn);
    return Promise.resolve();
  };

  /** Everything in order, with neighboring texts of a stream in one. */
  joined(): string[] {
    const found: string[] = [];
    for (const { type, content: { name, text } } of this.messages) {
      if (type !== "stream") found.push(type);
      else if (found.at(-1)?.startsWith(`${name}:`)) found[found.length - 1] += text;
      else found.push(`${name}:${text}`);
    }
    return found;
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ print: fc.constantFrom("stdout", "stderr"), length: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ print: fc.constant("stdout"), length: fc.nat(200_000) }) },
  { weight: 2, arbitrary: fc.constant({ post: true }) },
  { weight: 1, arbitrary: fc.constantFrom({ pause: "microtask" }, { pause: "turn" }) },
);

Deno.test("whatever is printed and sent, it all leaves in order, and never too much at once", async () => {
  const run = async (steps: (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) => {
    const [sent, plain] = [new Sent(), new Sent()];
    const outbox = new Outbox(sent.send);
    for (const [k, what] of steps.entries()) {
      if ("print" in what) {
        const text = `${k}`.padEnd(what.length, "x");
        plain.messages.push({ type: "stream", content: { name: what.print, text } });
        outbox.print(what.print as "stdout", text);
      } else if ("post" in what) {
        plain.messages.push({ type: `message ${k}`, content: {} });
        outbox.post(`message ${k}`, {});
      } else if (what.pause === "turn") await new Promise((resolve) => setTimeout(resolve));
      else await undefined;
    }
    await outbox.empty();
    assertEquals(sent.joined(), plain.joined());
    assert(sent.mostInATurn <= 100, `${sent.mostInATurn} messages in one turn`);
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { size: "+2" }), run), { seed: 3, numRuns: 25 });
  // The timer that lets more messages go ends by itself.
  await new Promise((resolve) => setTimeout(resolve, 100));
});

Deno.test("20,000 short lines leave in few messages, before the turn ends", async () => {
  const sent = new Sent();
  const outbox = new Outbox(sent.send);
  for (let k = 0; k < 20_000; k++) outbox.print("stdout", `line ${k}\n`);
  await undefined;
  assertEquals(sent.joined(), [
    `stdout:${Array.from({ length: 20_000 }, (_, k) => `line ${k}\n`).join("")}`,
  ]);
  assert(sent.messages.length < 10, `${sent.messages.length} messages`);
  await new Promise((resolve) => setTimeout(resolve, 100));
});

Deno.test("a message that can't be sent fails for the one who gave it, and no other", async () => {
  const outbox = new Outbox((type) =>
    type === "bad" ? Promise.reject(new TypeError("bad")) : Promise.resolve()
  );
  const results = await Promise.allSettled(
    ["good", "bad", "good"].map((type) => outbox.post(type, {})),
  );
  assertEquals(results.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  await outbox.empty();
  await new Promise((resolve) => setTimeout(resolve, 50));
});

Deno.test("when nothing can wait, all leaves at once, the texts of a stream joined", async () => {
  const sent = new Sent();
  const outbox = new Outbox(sent.send);
  for (let k = 0; k < 40; k++) void outbox.post(`message ${k}`, {});
  outbox.print("stdout", "one\n");
  void outbox.post("display", {});
  for (const text of ["two\n", "x".repeat(70_000), "\nthree\n"]) outbox.print("stdout", text);
  outbox.print("stderr", "four\n");
  assertEquals(sent.messages.length, 32);
  outbox.flush();
  assertEquals(sent.messages.slice(40).map(({ content: { text } }) => text), [
    ...["one\n", undefined, `two\n${"x".repeat(70_000)}\nthree\n`, "four\n"],
  ]);
  await outbox.empty();
  await new Promise((resolve) => setTimeout(resolve, 100));
});
