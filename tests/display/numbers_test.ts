import { assertEquals } from "@std/assert";
import { factorText, numberText } from "../../lib/display/numbers.ts";

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
    [0.0001, "0.0001"],
    [0.000099, "9.9e-5"],
    [999000, "999000"],
    [1e6, "1e+6"],
    [12345678, "1.23e+7"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ];
  for (const [value, text] of cases) assertEquals(numberText(value), text);
  assertEquals(numberText(0.123456, 5), "0.12346");
});

Deno.test("numberText() keeps whole numbers whole, and small ones without an exponent, if asked to", () => {
  const numbers = [41000, 123456789, 0.123456, -2.5, 1.23456e-7, 0, NaN, 1e21];
  assertEquals(
    numbers.map((value) => numberText(value, 4, { whole: true, large: Infinity })),
    ["41000", "123456789", "0.1235", "-2.5", "1.235e-7", "0", "NaN", "1e+21"],
  );
  assertEquals(numberText(0.0000123, 3, { small: 0 }), "0.0000123");
});

Deno.test("factorText() puts a negative number in brackets", () => {
  assertEquals([factorText(-0.5), factorText(0.5)], ["(-0.5)", "0.5"]);
});
