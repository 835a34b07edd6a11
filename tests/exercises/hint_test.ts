import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  check,
  hint,
  hints,
  language,
  type Matrix,
  notWritten,
  openHints,
  relu,
  scale,
} from "glassnet";

Deno.test("hints() opens one after the other without a script", () => {
  const { html, text } = hints("dW2");
  assertEquals(html.match(/<details/g)?.length, 3);
  // The second lies inside the first, the third inside the second.
  assertEquals(html.match(/<\/details><\/details><\/details>$/)?.length, 1);
  assertEquals(html.includes("<script"), false);
  assertStringIncludes(text, "Hint 3: ");
});

Deno.test("hint() gives one hint, and says which there are", () => {
  assertStringIncludes(hint("softmax", 2).html, "Hint 2 of 3");
  assertStringIncludes(hint("findTheBug", 1).html, "Hint 1 of 3");
  assertThrows(() => hint("softmax", 4 as never), ArgumentError, "1, 2 or 3");
  assertThrows(() => hint("dW3" as never, 1), ArgumentError, "The exercises are transpose, add");
});

Deno.test("openHints({ tries }) opens a hint after so many new tries that were not right", async () => {
  const given = () =>
    (hints("relu").bundle["application/vnd.glassnet.hints+json"] as { open: number } | undefined)
      ?.open ?? 0;
  openHints({ tries: 2 });
  try {
    assertStringIncludes(hints("relu").text, "Hint 1 of 3 opens after 2 tries of relu. So far: 0.");
    assertEquals(hints("relu").html.includes("<details"), false);
    // Right, or not written: no try.
    await check.relu((Z: Matrix) => relu(Z));
    await check.relu((_: Matrix): Matrix => {
      throw notWritten("relu");
    });
    const wrong = (Z: Matrix) => Z;
    await check.relu(wrong);
    await check.relu(wrong);
    assertStringIncludes(hints("relu").text, "So far: 1.");
    assertEquals(given(), 0);
    await check.relu((Z: Matrix) => scale(Z, 2));
    assertEquals(given(), 1);
    assertStringIncludes(hint("relu", 1).text, "Hint 1 of 3: ");
    assertStringIncludes(hint("relu", 2).text, "Hint 2 of 3 opens after 4 tries of relu.");
    assertStringIncludes(hints("relu").html, "Hint 2 of 3 opens after 4 tries of relu.");
    assertEquals(hints("relu").html.match(/<details/g)?.length, 1);
    // Another exercise has tries of its own; a question counts, too.
    assertStringIncludes(hints("dW2").text, "So far: 0.");
    await check.findTheBug({ a: "nothing" });
    await check.findTheBug({ a: "nothing" });
    assertStringIncludes(hints("findTheBug").text, "So far: 1.");
    language("de");
    assertStringIncludes(hints("dW2").text, "Tipp 1 von 3 öffnet sich nach 2 Versuchen zu dW2.");
    language("en");
    openHints({});
    assertEquals(given(), 0, "without tries, what is open says nothing");
    assertEquals(hints("relu").html.match(/<details/g)?.length, 3);
  } finally {
    openHints({});
    language("en");
  }
});

Deno.test("openHints({ from }) keeps all hints closed before that day, and opens them then", () => {
  const clock = (minutes: number) => {
    const at = new Date(Date.now() + minutes * 60_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  };
  const [yesterday, justNow, soon, tomorrow] = [-24 * 60, -1, 2, 24 * 60].map(clock);
  try {
    openHints({ from: soon });
    const says = `The hints open on ${soon.replace("T", " ")}. Run this cell again then.`;
    assertEquals(hints("dW2").text, says);
    assertEquals(hint("dW2", 3).text, says);
    openHints({ from: tomorrow.slice(0, 10) });
    assertStringIncludes(hints("dW2").text, `The hints open on ${tomorrow.slice(0, 10)}.`);
    for (const from of [justNow, justNow.replace("T", " "), yesterday.slice(0, 10)]) {
      openHints({ from });
      assertStringIncludes(hints("dW2").text, "Hint 3: ");
    }
    openHints({ from: yesterday, tries: 1 });
    assertStringIncludes(hints("dW2").text, "Hint 1 of 3 opens after 1 try of dW2");
  } finally {
    openHints({});
  }
});

Deno.test("openHints() refuses days that there are not, and tries that can't be counted", () => {
  for (const from of ["tomorrow", "2026-02-31", "2026-13-01", "1.12.2026", 20261201, null]) {
    assertThrows(() => openHints({ from } as never), ArgumentError, 'such as "2026-12-01"');
  }
  for (const tries of [-1, 1.5, NaN, "2"]) {
    assertThrows(() => openHints({ tries } as never), ArgumentError, "a whole number from 0");
  }
  assertThrows(() => openHints({ after: 2 } as never), ArgumentError, "no option after");
  assertStringIncludes(hints("dW2").text, "Hint 3: ");
});
