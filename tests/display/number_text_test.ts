import { assertEquals } from "@std/assert";
import { factorText, numberText } from "../../lib/display/number_text.ts";

Deno.test("numberText() keeps a few significant digits", () => {
  const cases: [number, string][] = [
    [0, "0"],
    [-0, "0"],
    [0.12345, "0.123"],
    [-4.5678, "-4.57"],
    [1.2e-7, "1.2e-7"],
    [0.0000123, "1.23e-5"],
    [0.000123, "0.000123"],
    [123456, "123000"],
    [12345678, "1.23e+7"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ];
  for (const [value, text] of cases) assertEquals(numberText(value), text);
  assertEquals(numberText(0.123456, 5), "0.12346");
});

Deno.test("factorText() puts a negative number in brackets", () => {
  assertEquals([factorText(-0.5), factorText(0.5)], ["(-0.5)", "0.5"]);
});
