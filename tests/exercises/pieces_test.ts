import { assert, assertEquals } from "@std/assert";
import { matches, ran } from "../../lib/exercises/judge.ts";
import { pieces } from "../../lib/exercises/pieces.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";

for (const piece of pieces) {
  Deno.test(`${piece.name}: no two known mistakes look alike in the trials, and none is right`, async () => {
    const trials = await trialsOf(piece);
    const resultsOf = (way: (...args: never[]) => unknown) => trials.map((args) => ran(way, args));
    const all = [{ id: "right", ways: [piece.right] }, ...piece.wrong].flatMap(({ id, ways }) =>
      ways.map((way, k) => ({ name: `${id} ${k}`, id, results: resultsOf(way) }))
    );
    const alike = all.flatMap((one) =>
      all.filter((other) =>
        one.id !== other.id && matches((trial) => one.results[trial], other.results)
      )
        .map((other) => `${other.name} is taken for ${one.name}`)
    );
    assertEquals(alike, []);
    // What throws everywhere could never be recognized.
    const mute = all.filter(({ results }) => !results.some((result) => "value" in result));
    assertEquals(mute.map(({ name }) => name), []);
  });
}

Deno.test("each piece has its own names for mistakes, three hints, and sentences that end", () => {
  for (const { name, wrong, hints, call } of pieces) {
    const ids = wrong.map(({ id }) => id);
    assertEquals(new Set(ids).size, ids.length, name);
    assertEquals(hints.length, 3);
    assert(call.startsWith(`${name}(`), call);
    for (const { id, says } of wrong) {
      assert(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), id);
      assert(/[.?]$/.test(says), `${name} ${id}: ${says}`);
    }
  }
});
