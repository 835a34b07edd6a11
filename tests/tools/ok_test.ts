import { assertEquals } from "@std/assert";
import { undocumented } from "../../tools/ok.ts";

Deno.test("undocumented() names what has no docstring", () => {
  const symbols = [
    { name: "relu", declarations: [{ kind: "function", jsDoc: { doc: "What ReLU is." } }] },
    { name: "bare", declarations: [{ kind: "function" }] },
    { name: "empty", declarations: [{ kind: "function", jsDoc: {} }] },
  ];
  assertEquals(undocumented({ nodes: { "mod.ts": { symbols } } }), ["bare", "empty"]);
});
