import { assertEquals } from "@std/assert";
import { formula } from "glassnet";

const latex = (strings: TemplateStringsArray, ...values: unknown[]) =>
  String(formula(strings, ...values));

Deno.test("formula() writes numbers with 4 significant digits and keeps backslashes", () => {
  const result = formula`\frac{1}{${3}} = ${1 / 3}, ${1.5e-9}, ${-Infinity}, ${"x_1"}`;
  assertEquals(
    String(result),
    "\\frac{1}{3} = 0.3333, 1.5 \\cdot 10^{-9}, -\\infty, x_1",
  );
  assertEquals(result.bundle["text/latex"], `$\\displaystyle ${String(result)}$`);
});

Deno.test("formula puts a negative number after an operator in brackets, and no other", () => {
  assertEquals(
    latex`w = ${-0.5} - ${-0.1} \cdot ${-0.3}`,
    "w = -0.5 - (-0.1) \\cdot (-0.3)",
  );
  assertEquals(latex`${1}+${-2}\times${-Infinity}`, "1+(-2)\\times(-\\infty)");
  assertEquals(latex`e^{${-2}} = (${-3}) / ${-4}`, "e^{-2} = (-3) / -4");
});
