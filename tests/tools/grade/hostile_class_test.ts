import { assertEquals } from "@std/assert";
import { gradeTwice } from "../../../tools/attacks/hostile_class.ts";
import { onWindows } from "../../../tools/shared/project.ts";

Deno.test({
  name:
    "honest students get what they wrote, to the byte, beside hostile ones on a failing machine",
  ignore: onWindows,
  fn: async () => {
    const class_ = { layout: "moodle", students: 6, hostile: 2 };
    const { honest, files, killed } = await gradeTwice(class_, 3);
    assertEquals(honest, { right: 4, of: 4 });
    assertEquals(files, { different: [], of: 10 });
    assertEquals(killed.gradings, 1);
  },
});
