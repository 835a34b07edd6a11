import { assertEquals } from "@std/assert";
import { textWidth } from "../../lib/cells/text_width.ts";

Deno.test("textWidth() knows which characters are wide, and which take no room", () => {
  const texts: [string, number][] = [
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["漢字", 4],
    ["한글", 4],
    ["ｱ", 1],
    ["Ａ", 2],
    ["😀", 2],
    ["a\u200b\u0000b", 2],
    ["❤\ufe0f", 1],
  ];
  for (const [text, width] of texts) assertEquals(textWidth(text), width, text);
});

Deno.test("textWidth() changes at these characters, not beside them", () => {
  // All changes of width, in the order of the characters; what NFC takes apart is left out.
  const changes: string[] = [];
  let before = -1;
  for (let code = 0; code < 0xe0200; code++) {
    const character = String.fromCodePoint(code);
    if (character.normalize("NFC") !== character) continue;
    const width = textWidth(character);
    if (width !== before) changes.push(`${code.toString(16)}:${width}`);
    before = width;
  }
  const expected = [
    "0:0 20:1 7f:0 a0:1 300:0 370:1 1100:2 1160:1 200b:0",
    "2010:1 20d0:0 2100:1 2e80:2 303f:1 3040:2 3248:1 3250:2 4dc0:1",
    "4e00:2 a4c7:1 a960:2 a97d:1 ac00:2 d7a4:1 fa0e:2 fb00:1 fe00:0",
    "fe10:2 fe1a:1 fe20:0 fe30:2 fe6c:1 ff01:2 ff61:1 ffe0:2 ffe7:1",
    "1b000:2 1b002:1 1f200:2 1f252:1 1f300:2 1f650:1 20000:2 3fffe:1 e0100:0",
    "e01f0:1",
  ];
  assertEquals(changes, expected.flatMap((line) => line.split(" ")));
});
