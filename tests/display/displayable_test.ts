import { assertEquals, assertStringIncludes } from "@std/assert";
import { Displayable, formula, initParameters, Matrix, oneHot, stepper, table } from "glassnet";
import { display, escape } from "../../lib/display/displayable.ts";

Deno.test("a Displayable shows its bundle in a notebook, and its text elsewhere", () => {
  const bundle = { "text/html": "<b>7</b>", "text/plain": "7" };
  const shown = new Displayable(bundle);
  assertEquals([shown.bundle, shown[display]()], [bundle, bundle]);
  assertEquals([String(shown), Deno.inspect(shown)], ["7", "7"]);
});

Deno.test("whatever shows itself says the same in a terminal as in a notebook without HTML", () => {
  const walk = stepper(initParameters({ inputs: 2 }), Matrix.from([[0.2], [1]]), oneHot([7]));
  const shown = [walk, walk.next(), walk.watch("W1", 0, 1), walk.goTo("dW1").check(), walk.run()];
  for (const thing of [...shown, table([{ a: 1 }]), formula`x = ${1}`]) {
    assertEquals(thing instanceof Displayable, true);
    assertEquals(thing[display]()["text/plain"], Deno.inspect(thing));
    assertEquals(String(thing), Deno.inspect(thing));
  }
  assertStringIncludes(String(walk.step), "14 of 14");
});

Deno.test("escape() makes text harmless in HTML, and leaves an apostrophe readable", () => {
  assertEquals(
    escape(`<a href="x">He's & co</a>`),
    "&lt;a href=&quot;x&quot;&gt;He's &amp; co&lt;/a&gt;",
  );
});
