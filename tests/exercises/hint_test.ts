import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ArgumentError, hint, hints } from "glassnet";

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
