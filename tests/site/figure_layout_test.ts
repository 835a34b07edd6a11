/** How the page lays a figure out where there is much room, and where there is little. */
import { assert, assertEquals } from "@std/assert";
import { heatmap, lossCurves, Matrix } from "glassnet";
import { layoutFor, type PageFigure } from "../../site/book/figure_layout.ts";

const title = "The loss of a network with ten hidden units that learned from 41,000 images";
const history = [{ iteration: 0, loss: 2.3 }, { iteration: 1, loss: 2.2 }];
const curves = lossCurves({ "alpha = 0.10": history }, { title }) as unknown as PageFigure;
const numbers = heatmap(Matrix.from([[1, 2], [3, 4]])) as unknown as PageFigure;

/** What a layout says of titles, as the lines that can be seen. */
interface Titled {
  title: { text: string };
  margin: { t: number };
  xaxis: { title: { text: string } };
  yaxis: { title: { text: string } };
  legend: { orientation: string; y: number };
}

Deno.test("layoutFor() keeps a figure's width where it fits, else takes what room there is", () => {
  const layout = { ...curves.layout, width: 700 };
  assertEquals(layoutFor({ ...curves, layout }, 700), layout);
  const fluid = { ...layout, width: undefined, autosize: true };
  assertEquals(layoutFor({ ...curves, layout }, 699), fluid);
});

Deno.test("layoutFor() makes no numbers or words inside a figure smaller: it scrolls", () => {
  assertEquals(layoutFor(numbers, 358), numbers.layout);
  const fluid = { ...numbers, layout: { ...numbers.layout, width: undefined } };
  assertEquals(layoutFor(fluid, 358).width, 560);
});

Deno.test("layoutFor() breaks long titles on a phone, loses no word, and puts the legend below", () => {
  const before = curves.layout as unknown as Titled;
  const after = layoutFor(curves, 358) as unknown as Titled;
  for (
    const [text, whole, most] of [
      [after.title.text, before.title.text, 40],
      [after.xaxis.title.text, before.xaxis.title.text, 36],
      [after.yaxis.title.text, before.yaxis.title.text, 36],
    ] as const
  ) {
    const lines = text.split("<br>");
    assertEquals(lines.join(" "), whole);
    assert(lines.every(({ length }) => length <= most), text);
  }
  assertEquals(after.title.text.split("<br>").length, 2);
  assert(after.margin.t >= 38 + 20 * 2, "there is room for both lines of the title");
  assertEquals(after.legend.orientation, "h");
  assert(after.legend.y < 0);
});
