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
      const added = name === "prediction" ? withoutMarks(tags(html)) : tags(html);
      if (plain.length) assertEquals(added, plain, `${name}: tags were added by ${text}`);
    }
  }
});

/** Without what a question's own marks become, such as `W1` or $W_1$: tags that have no attribute. */
function withoutMarks(tags: string[]): string[] {
  return tags.filter((tag) => !/^\/?(code|i|su[bp])$/.test(tag));
}

/** The tags with the names of their attributes, without what is inside a script. */
function tags(html: string): string[] {
  const outside = html.replace(/(<script\b[^>]*>)[^]*?(<\/script)/g, "$1$2");
  return [...outside.matchAll(/<(\/?[a-z][^\s>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)].map(
    ([, tag, attributes]) =>
      [tag, ...attributes.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[\w-]+(?==)/g)].join(" "),
  );
}
