import * as glassnet from "glassnet";
import { assert, assertEquals } from "@std/assert";
import { makers, pages, payloads, shownOf, withoutText } from "./smuggled.ts";

Deno.test("every export of mod.ts is tried for smuggling, or makes no HTML of a text", () => {
  const tried = [...Object.keys(makers), ...withoutText].sort();
  assertEquals(Object.keys(glassnet).sort(), tried, "put a new export into makers or withoutText");
});

Deno.test("no text becomes a tag, an attribute or a script of the HTML that shows it", () => {
  for (const [name, make] of Object.entries({ ...makers, ...pages })) {
    const plain = tags(shownOf(() => make("3")).html ?? "");
    for (const text of payloads) {
      const { html } = shownOf(() => make(text));
      if (html === undefined) continue;
      assert(!html.includes(text) || !/[<>"]/.test(text), `${name} shows this as it is: ${text}`);
      if (plain.length) assertEquals(tags(html), plain, `${name}: tags were added by ${text}`);
    }
  }
});

/** A question's own marks, such as `W1` between dollars, may become these, without any attribute. */
const marks = ["code", "/code", "i", "/i", "sub", "/sub", "sup", "/sup"];

/** The tags with the names of their attributes, without what is inside a script, and without marks. */
function tags(html: string): string[] {
  const outside = html.replace(/(<script\b[^>]*>)[^]*?(<\/script)/g, "$1$2");
  return [...outside.matchAll(/<(\/?[a-z][^\s>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)].map(
    ([, tag, attributes]) =>
      [tag, ...attributes.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[\w-]+(?==)/g)].join(" "),
  ).filter((tag) => !marks.includes(tag));
}
