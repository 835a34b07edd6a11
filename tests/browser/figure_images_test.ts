import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { figureBundle } from "../../lib/figures/figure.ts";
import { Painter } from "../../tools/notebooks/figure_images.ts";
import { reluGraph } from "glassnet";
import { findChromium, Lab } from "./lab.ts";

const chromium = await findChromium();

Deno.test({
  name: "a figure with a PNG is seen before anything has run, and moves once it is pointed at",
  ignore: !chromium,
  async fn() {
    const data = figureBundle(reluGraph());
    const painter = new Painter();
    const picture = await painter.answer(JSON.stringify(data["application/vnd.plotly.v1+json"]));
    await painter.close();
    if (!("png" in picture)) throw new Error(JSON.stringify(picture));
    const output = {
      output_type: "display_data",
      data: { ...data, "image/png": picture.png },
      metadata: {},
    };
    const cells = [
      { cell_type: "code", source: "1", metadata: {}, outputs: [output], execution_count: 1 },
    ];
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const path = join(folder, "figure.ipynb");
    const kernelspec = { name: "glassnet", display_name: "Glassnet", language: "typescript" };
    const metadata = { kernelspec };
    await Deno.writeTextFile(
      path,
      JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 4 }),
    );
    const lab = await Lab.start([path], { chromium: chromium! });
    try {
      const notebook = await lab.open("figure.ipynb");
      const image = notebook.find(".jp-RenderedPlotly img");
      await image.waitFor();
      const { x, y, width, height } = (await image.boundingBox())!;
      assertEquals([width, height], [picture.width, picture.height]);
      const area = (await notebook.find(".jp-OutputArea-output").boundingBox())!;
      assert(width <= area.width, `${width} pixels in ${area.width}`);
      assertEquals(await notebook.find(".js-plotly-plot").count(), 0);

      await notebook.page.mouse.move(x + width / 2, y + height / 2);
      await notebook.find(".js-plotly-plot .main-svg").first().waitFor();
      assertEquals(notebook.pageErrors, []);
    } finally {
      await lab.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
