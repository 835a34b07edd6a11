import { assertEquals } from "@std/assert";
import { Pace, paceText } from "../../lib/notebook/pace.ts";

Deno.test("Pace judges by the last three seconds", () => {
  const pace = new Pace();
  assertEquals(pace.speed(0, 1000), undefined);
  // Ten a second, then a hundred a second
  for (let second = 1; second <= 5; second++) {
    assertEquals(pace.speed(10 * second, 1000 + 1000 * second), 10);
  }
  for (let second = 1; second <= 3; second++) pace.speed(50 + 100 * second, 6000 + 1000 * second);
  assertEquals(pace.speed(450, 10_000), 100);
});

Deno.test("Pace says nothing if nothing has moved", () => {
  const pace = new Pace();
  pace.speed(7, 0);
  assertEquals(pace.speed(7, 500), undefined);
  assertEquals(pace.speed(8, 0), undefined);
});

Deno.test("paceText() writes speeds and times as people do", () => {
  assertEquals(paceText(17.345, 173.45), "17.3 iterations/s, 10 s left");
  assertEquals(paceText(0.5, 1), "0.5 iterations/s, 2 s left");
  assertEquals(paceText(12345.6, 1), "12346 iterations/s, 1 s left");
  assertEquals(paceText(1, 125), "1 iterations/s, 2 min 5 s left");
  assertEquals(paceText(1, 7380), "1 iterations/s, 2 h 3 min left");
});
