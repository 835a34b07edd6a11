/** Each of the fourteen equations has all of its pieces in the lessons. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";

interface Cell {
  cell_type: string;
  source: string[];
  outputs?: { data?: Record<string, unknown> }[];
}

const names = ["Z1", "A1", "Z2", "A2", "dZ2", "dW2", "db2", "dZ1", "dW1", "db1"];
const updated = ["newW2", "newb2", "newW1", "newb1"];

/** The cells of each equation: from its heading to the next heading of the same rank. */
const sections = new Map<number, Cell[]>();
for (const path of await lessonNotebooks()) {
  let section: Cell[] | undefined;
  for (const cell of (JSON.parse(await Deno.readTextFile(path)) as { cells: Cell[] }).cells) {
    const heading = cell.cell_type === "markdown" && /^## (.*)/.exec(cell.source[0])?.[1];
    if (heading) {
      const number = Number(/^Equation (\d+):/.exec(heading)?.[1]);
      section = number ? [] : undefined;
      if (number) sections.set(number, section!);
    }
    section?.push(cell);
  }
}

Deno.test("the lessons have fourteen equations", () => {
  assertEquals([...sections.keys()], Array.from({ length: 14 }, (_, k) => k + 1));
});

for (const [number, cells] of sections) {
  const name = [...names, ...updated][number - 1];
  Deno.test(`equation ${number} has formula, line, shape, picture, number by hand, Try, prediction and answer`, () => {
    const text = (type: string) =>
      cells.filter(({ cell_type }) => cell_type === type).map(({ source }) => source.join(""))
        .join("\n\n");
    const [prose, code] = [text("markdown"), text("code")];
    const outputs = cells.flatMap(({ outputs = [] }) => outputs).map(({ data }) => data ?? {});
    const picture = (data: Record<string, unknown>) => "application/vnd.plotly.v1+json" in data;

    assert(/\$\$[^]*?(=|:=)[^]*?\$\$/.test(prose), "formula");
    assertEquals(code.match(new RegExp(`^const ${name} = .*;$`, "gm"))?.length, 1, "one line");
    assert(code.includes(`assertEquals(${name}.shape, "`), "shape checked");
    assertGreater(outputs.filter(picture).length, 0, "picture");
    assert(outputs.some((data) => "text/latex" in data), "a number worked out");
    assert(prose.includes("**Try.**"), "Try");
    const html = outputs.map((data) => [data["text/html"] ?? ""].flat().join("")).join("");
    assert(/^prediction\("\d\d [\w-]+"\)$/m.test(code), "prediction");
    assert(
      /<details><summary>What you should see<\/summary><p><b>.+<\/b><\/p><p>./.test(html),
      "answer",
    );
  });
}
