import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ArgumentError, initParameters, Matrix, shapeTable, table } from "glassnet";

const text = ({ bundle }: { bundle: Record<string, unknown> }) => `${bundle["text/plain"]}`;
const html = ({ bundle }: { bundle: Record<string, unknown> }) => `${bundle["text/html"]}`;

Deno.test("table() sets numbers on the right and words on the left", () => {
  const rows = [{ name: "a", loss: 0.123456 }, { name: "long", loss: 12 }];
  assertEquals(text(table(rows)), "name    loss\na     0.1235\nlong      12");
  assertStringIncludes(html(table(rows)), '<td style="text-align: right">0.1235</td>');
});

Deno.test("table() takes the columns of the first row and leaves a missing value blank", () => {
  assertEquals(text(table([{ a: 1, b: "x" }, { a: 2 }])), "a  b\n1  x\n2");
});

Deno.test("table() keeps what looks like HTML as text", () => {
  const result = html(table([{ "<b>": "a < b & c" }], { caption: "<i>" }));
  assertStringIncludes(result, "&lt;b&gt;");
  assertStringIncludes(result, "a &lt; b &amp; c");
  assertStringIncludes(result, "<caption>&lt;i&gt;</caption>");
});

Deno.test("table() throws if there is no row", () => {
  assertThrows(() => table([]), ArgumentError, "at least one row");
});

Deno.test("shapeTable() shows the symbolic and the actual shape side by side", () => {
  const X = Matrix.zeros(784, 41);
  const rows = text(shapeTable({ X, ...initParameters() })).split("\n").slice(1)
    .map((line) => line.split(/ {2,}/));
  assertEquals(rows[0], ["matrix", "what it holds", "in symbols", "in numbers", "as expected"]);
  assertEquals(rows[1], ["X", "the images, one a column", "784 x m", "784 x 41", "yes"]);
  assertEquals(rows.slice(1).map((row) => row[0]), ["X", "W1", "b1", "W2", "b2"]);
});

Deno.test("shapeTable() marks a matrix that has another shape", () => {
  const result = shapeTable({ ...initParameters(), dW1: Matrix.zeros(10, 10) });
  assertStringIncludes(text(result), "no: it is 10 x 10");
  assertEquals(html(result).split("border: 2px").length - 1, 1); // one row
});

Deno.test("shapeTable() follows another number of hidden units", () => {
  const result = text(shapeTable(initParameters({ hidden: 128 })));
  assertStringIncludes(result, "128 x 784");
  assertEquals(result.includes("no:"), false);
});

Deno.test("shapeTable() throws if a symbol is unknown or there is none", () => {
  const other = { W3: Matrix.zeros(1, 1) } as Record<string, Matrix>;
  assertThrows(() => shapeTable(other), ArgumentError, "but found W3");
  assertThrows(() => shapeTable({}), ArgumentError, "at least one row");
});
