import { assertEquals } from "@std/assert";
import { gradeTwice } from "../../../tools/attacks/hostile_class.ts";
import { onWindows } from "../../../tools/shared/project.ts";

/** The others are run by `deno task attacks --class`. */
const layouts = { moodle: 10, jupyterhub: 8 };

for (const [layout, of] of Object.entries(layouts)) {
  Deno.test({
    name:
      `honest students get what they wrote, to the byte, beside hostile ones on a failing machine: ${layout}`,
    ignore: onWindows,
    fn: async () => {
      const { honest, files, killed } = await gradeTwice({ layout, students: 6, hostile: 2 }, 3);
      assertEquals(honest, { right: 4, of: 4 });
      assertEquals(files, { different: [], of });
      assertEquals(killed.gradings, 1);
    },
  });
}
