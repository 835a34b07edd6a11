import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";

/**
 * Whether the pinned kernel loses nothing. It matters on the day when somebody changes the pin: the
 * kernels of Deno 2.8.2 to 2.9.6 fail.
 */
Deno.test("the kernel delivers 100 results, 100 displays, 100 prints, and a caret", async (test) => {
  const jupyter = await pinnedJupyter();
  const script = join(import.meta.dirname!, "hundred_cells.py");
  const { ok, out, text } = await ask(jupyter.python, [script], { env: jupyter.env });
  await stopEverything();
  assert(ok, text);
  const { cells, lost, syntaxError } = JSON.parse(out);

  for (const kind of ["result", "display", "print"]) {
    await test.step(`no ${kind} is lost`, () => {
      assertEquals(cells, 100);
      assertEquals(lost[kind], [], `the cells that lost their ${kind}`);
    });
  }
  await test.step("a syntax error says where it is", () => {
    assert(/let digit = = 7;/.test(syntaxError), `No such line in: "${syntaxError}"`);
    assert(/^\W*[~^]+\s*$/m.test(syntaxError), `No caret under the line in: "${syntaxError}"`);
  });
});
