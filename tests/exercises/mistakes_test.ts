import { assertEquals } from "@std/assert";
import "glassnet";
import { pieces } from "../../lib/exercises/pieces.ts";
import { checkAll } from "../../lib/exercises/run_pieces.ts";
import { mistakes as of02 } from "./mistakes_02.ts";
import { mistakes as of03 } from "./mistakes_03.ts";
import { mistakes as of04 } from "./mistakes_04.ts";
import { mistakes as of05 } from "./mistakes_05.ts";
import { mistakes as of06 } from "./mistakes_06.ts";

const all = { ...of02, ...of03, ...of04, ...of05, ...of06 };

for (const piece of pieces) {
  Deno.test(`check.${piece.name}() names every known mistake, and finds a right one right`, async () => {
    const written = Object.entries(all[piece.name] ?? {});
    assertEquals(
      written.map(([id]) => id).sort(),
      ["right", ...piece.wrong.map(({ id }) => id)].sort(),
      "what is tried here, and what is known",
    );
    const checked = await checkAll(piece, written.map(([, fn]) => fn));
    assertEquals(
      checked.map(({ verdict, mistake, message }) =>
        verdict === "right" || verdict === "mistake" ? mistake ?? verdict : `${verdict}: ${message}`
      ),
      written.map(([id]) => id),
    );
  });
}
