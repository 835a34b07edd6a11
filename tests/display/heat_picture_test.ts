import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { inflateSync } from "node:zlib";
import { Matrix } from "glassnet";
import { heatPicture } from "../../lib/display/heat_picture.ts";
import { imageLayout, layoutOf, picturesLayout } from "../../lib/display/layout.ts";
import { shadingOf } from "../../lib/display/colors.ts";
import { Raster } from "../../lib/display/raster.ts";
import { colorOf } from "../../lib/matrix/colors.ts";

Deno.test("a Raster is a PNG file whose pixels can be read back", () => {
  const rgb = Uint8Array.from({ length: 3 * 2 * 3 }, (_, k) => k * 10);
  const raster = new Raster(3, 2, 255);
  for (let k = 0; k < 6; k++) {
    const [red, green, blue] = rgb.subarray(3 * k);
    raster.fill(k % 3, Math.floor(k / 3), 1, 1, [red, green, blue]);
  }
  const file = Uint8Array.fromBase64(raster.toPng());
  assertEquals(raster.src, `data:image/png;base64,${raster.toPng()}`);
  const view = new DataView(file.buffer);
  assertEquals([view.getUint32(16), view.getUint32(20)], [3, 2]);
  const length = view.getUint32(33);
  const lines = inflateSync(file.subarray(41, 41 + length));
  assertEquals([...lines.subarray(1, 10), ...lines.subarray(11, 20)], [...rgb]);
  // The check sum of an empty last chunk is the same in every PNG file.
  assertEquals([...file.subarray(-4)], [0xae, 0x42, 0x60, 0x82]);
});

Deno.test("colorOf() is white at 0, blue below, orange above, pink for what is no number", () => {
  const shading = shadingOf(Matrix.from([[-2, 1]]));
  assertEquals(colorOf(0, shading), [255, 255, 255]);
  assertEquals(colorOf(-2, shading), [5, 48, 97]);
  assertEquals(colorOf(2, shading), [127, 39, 4]);
  assertEquals(colorOf(9, shading), colorOf(2, shading));
  assertEquals(colorOf(NaN, shading), [255, 158, 207]);
  assertEquals(colorOf(1, shadingOf(Matrix.from([[1]]), "pixels")), [0, 0, 0]);
  assertEquals(colorOf(0, shadingOf(Matrix.from([[0]]))), [255, 255, 255]);
});

Deno.test("a layout finds the cell that it placed", () => {
  const shapes: [number, number][] = [[10, 784], [784, 6], [10, 5], [10, 10], [10, 1], [10, 41000]];
  for (const [rows, cols] of shapes) {
    for (const image of [0, Math.min(cols, 6) - 1]) {
      const layout = layoutOf({ rows, cols }, image);
      let drawn = 0;
      for (let y = -1; y <= layout.height; y++) {
        for (let x = -1; x <= layout.width; x++) {
          const cell = layout.cellAt(x, y);
          if (!cell) continue;
          drawn++;
          assertEquals(layout.place(cell.row, cell.col), { x, y });
        }
      }
      assertEquals(drawn, rows * (rows === 784 ? 1 : Math.min(cols, cols === 784 ? 784 : 60)));
    }
  }
});

Deno.test("a layout shows a row of W1 and a column of X as the same picture", () => {
  const [W1, X] = [picturesLayout(10), imageLayout(2)];
  assertEquals(W1.place(0, 405), X.place(405, 2));
  assertEquals(X.place(405, 1), undefined);
  assertEquals(layoutOf({ rows: 10, cols: 41000 }, 40999).place(0, 40999), { x: 59, y: 0 });
});

Deno.test("heatPicture() says in words what it shows", () => {
  const { src, alt, width, height } = heatPicture("Z1", Matrix.from([[-1, 0.5], [2, 0]]));
  assert(src.startsWith("data:image/png;base64,iVBOR"));
  assertEquals([width, height], [36, 36]);
  assertStringIncludes(alt, "Heat map of Z1, 2 x 2");
  assertStringIncludes(alt, "-1 to 2");
});
