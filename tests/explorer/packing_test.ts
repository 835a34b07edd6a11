import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { initParameters, Matrix, transpose } from "glassnet";
import { packWeights, unpackWeights } from "../../lib/explorer/moments.ts";
import { packMatrix, unpackMatrix } from "../../lib/explorer/packing.ts";
import { imagesOf, matrixOf } from "../matrix/random_matrix.ts";

Deno.test("unpackMatrix() gives back the bits that packMatrix() was given", () => {
  for (const dtype of ["float64", "float32"] as const) {
    fc.assert(fc.property(matrixOf(3, 5, dtype), (A) => {
      for (const B of [A, transpose(A)]) {
        const back = unpackMatrix(JSON.parse(JSON.stringify(packMatrix(B))));
        assertEquals([back.dtype, back.shape], [dtype, B.shape]);
        assertEquals(back.toArray(), B.toArray());
      }
    }));
  }
});

Deno.test("packMatrix() keeps images compact, one byte a pixel", () => {
  fc.assert(fc.property(imagesOf(12, 4), (X) => {
    const packed = packMatrix(X);
    assertEquals([packed.type, packed.base64.length], ["pixels", 64]);
    const back = unpackMatrix(packed);
    assert(back.pixels);
    assertEquals(back.toArray(), X.toArray());
  }));
});

Deno.test("unpackWeights() gives W1 at every moment, to a step that the eye can't see", async () => {
  const first = initParameters({ seed: 1 }).W1;
  const W1s = [0, 0.01, 0.5, -2].map((change) =>
    new Matrix(10, 784, first.values.map((w, k) => w + change * (k % 3)))
  );
  const packed = packWeights(W1s);
  const back = await unpackWeights(packed);
  assertEquals(back.length, 4);
  back.forEach((W1, moment) => {
    W1.values.forEach((w, k) => {
      assert(Math.abs(w - W1s[moment].values[k]) <= packed.most / 127 / 2 + 1e-6);
    });
  });
});

Deno.test("packWeights() takes little room for what does not change", () => {
  const { W1 } = initParameters({ seed: 1 });
  const size = (count: number) => packWeights(Array(count).fill(W1)).base64.length;
  assert(size(60) < size(1) * 1.2, `${size(60)} and ${size(1)}`);
  assertEquals(packWeights([Matrix.zeros(2, 784)]).most, 1);
});
