import { assertEquals, assertThrows } from "@std/assert";
import { ArgumentError, digitImage, type Figure } from "glassnet";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(3);
const trace = ({ data }: Figure) =>
  data[0] as { z: number[][]; customdata: number[][]; texttemplate: string };

Deno.test("digitImage() shows all pixels and names each by its column in the CSV", () => {
  const { z, customdata, texttemplate } = trace(digitImage(digits, 1));
  assertEquals(z.flat(), [...digits.X.pixels!.image(1)]);
  assertEquals(customdata.flat(), Array.from({ length: 784 }, (_, p) => p));
  assertEquals(texttemplate, "");
});

Deno.test("digitImage() writes the numbers of a crop into its cells", () => {
  const crop = { row: 2, column: 3, rows: 4, columns: 5 };
  const { z, customdata, texttemplate } = trace(digitImage(digits, 0, { crop }));
  assertEquals([z.length, z[0].length], [4, 5]);
  assertEquals(customdata[0][0], 2 * 28 + 3);
  assertEquals(z[3][4], (5 * 28 + 7) % 256);
  assertEquals(texttemplate, "%{z}");
});

Deno.test("digitImage() throws if the image or a part of the crop is not there", () => {
  assertThrows(() => digitImage(digits, 3), ArgumentError, "There is no image 3");
  assertThrows(
    () => digitImage(digits, 0, { crop: { row: 20, column: 0, rows: 9, columns: 1 } }),
    ArgumentError,
    "expected rows within 0 to 27, but found 9 rows from row 20 on",
  );
  assertThrows(
    () => digitImage(digits, 0, { crop: { row: 0, column: -1, rows: 1, columns: 1 } }),
    ArgumentError,
    "columns within 0 to 27",
  );
});
