import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  backward,
  forward,
  functionGraph,
  initParameters,
  matmulPicture,
  Matrix,
  matrixGraph,
  numberGraph,
  update,
  wishList,
} from "glassnet";

const toy = {
  W1: Matrix.from([[1, 1], [2, -1]]),
  b1: Matrix.from([[-1], [-1]]),
  W2: Matrix.from([[1, 2], [2, -1]]),
  b2: Matrix.from([[2], [0]]),
};
const [X, Y] = [Matrix.from([[1], [2]]), Matrix.from([[1], [0]])];

/** The texts that stand in a figure: in its circles, and beside its lines. */
function texts({ data, layout }: ReturnType<typeof numberGraph>): string[] {
  const inside = data.flatMap((trace) => (trace as { text?: string[] }).text ?? []);
  return [...inside, ...(layout.annotations ?? []).map(({ text }) => text ?? "")];
}

// Solved with a pencil before any of it was computed: docs/teaching/pencil.md shows how.
Deno.test("numberGraph() says what the pencil says, forward and back", () => {
  const { alt } = numberGraph(toy, X, Y).layout.meta;
  for (
    const said of [
      ...["X is 1, 2.", "Z1 is 2, −1.", "A1 is 2, 0.", "Z2 is 4, 4.", "A2 is 0.5, 0.5."],
      ...["The loss is 0.693.", "dZ2 is −0.5; 0.5.", "dW2 is −1, 0; 1, 0.", "db2 is −0.5; 0.5."],
      ...["dZ1 is 0.5; 0.", "dW1 is 0.5, 1; 0, 0.", "db1 is 0.5; 0."],
    ]
  ) assertStringIncludes(alt, said);
});

Deno.test("numberGraph() hides what is computed after the chosen equation", () => {
  const { alt } = numberGraph(toy, X, Y, { through: "A1" }).layout.meta;
  assertStringIncludes(alt, "A1 is 2, 0.");
  assert(!alt.includes("Z2"), alt);
  const seen = texts(numberGraph(toy, X, Y, { through: "A1" })).join(" ");
  assert(!/0\.693|−0\.5/.test(seen), seen);
});

Deno.test("numberGraph() refuses a network that is too large to be drawn", () => {
  const large = { ...initParameters({ hidden: 2 }) };
  const found = assertThrows(
    () => numberGraph(large, Matrix.zeros(784, 1), Matrix.zeros(10, 1)),
    ArgumentError,
  );
  assertStringIncludes(found.message, "W1 2 x 784");
});

Deno.test("matrixGraph() makes dZ1 from dA1 and dZ2, and nothing from the gradients of parameters", () => {
  const { layout } = matrixGraph();
  const arrows = (layout.annotations ?? []).filter(({ axref }) => axref === "x");
  const back = arrows.filter(({ arrowcolor }) => arrowcolor === "#b34700");
  // Seven arrows back: A2 to dZ2, dZ2 to dA1, dW2, db2; dA1 to dZ1; dZ1 to dW1, db1.
  assertEquals(back.length, 7);
  // The four branches end in the lowest row, where no arrow begins.
  const lowest = Math.min(...arrows.map(({ y }) => Number(y)));
  assertEquals(arrows.filter(({ y }) => y === lowest).length, 4);
  assert(arrows.every(({ ay }) => Number(ay) > lowest));
});

Deno.test("matrixGraph() names only what is computed up to the chosen equation", () => {
  const { alt } = matrixGraph({ through: "dZ2" }).layout.meta;
  assertStringIncludes(alt, "A2 minus Y gives dZ2");
  assert(!alt.includes("dW2"), alt);
});

Deno.test("functionGraph() puts a walk on the first curve", () => {
  const { data } = functionGraph({ "x^2": (x) => x * x }, {
    from: -2,
    to: 2,
    walks: { steps: [2, 1, 0] },
  });
  const { x, y } = data[1] as { x: number[]; y: number[] };
  assertEquals([x, y], [[2, 1, 0], [4, 1, 0]]);
});

Deno.test("functionGraph() refuses an empty range, and having nothing to draw", () => {
  assertThrows(() => functionGraph({ f: Math.exp }, { from: 1, to: 1 }), ArgumentError);
  assertThrows(() => functionGraph({}, { from: 0, to: 1 }), ArgumentError);
});

Deno.test("wishList() points against the gradient", () => {
  const { layout } = wishList(Matrix.from([[0, 0.25], [0, -0.25]]), { column: 1 });
  assertEquals((layout.annotations ?? []).map(({ ay, y }) => [ay, y]), [[0, -0.25], [0, 0.25]]);
  assertThrows(() => wishList(Matrix.zeros(2, 1), { column: 1 }), ArgumentError);
});

Deno.test("matmulPicture() marks one row, one column and the cell where they meet", () => {
  const [A, B] = [Matrix.from([[1, 2, 3], [4, 5, 6]]), Matrix.from([[1, 4], [0, 1], [2, 0]])];
  const { layout } = matmulPicture(A, B, { row: 1, column: 1 });
  assertStringIncludes(layout.meta.alt, "4 times 4 plus 5 times 1 plus 6 times 0 is 21");
  const marked = (layout.shapes ?? []).filter(({ fillcolor }) => fillcolor !== "#ffffff");
  assertEquals(marked.length, 3 + 3 + 1);
  assertThrows(() => matmulPicture(A, B, { row: 2 }), ArgumentError);
});

// docs/teaching/pencil-solution.md, parts C and D.
Deno.test("the pencil exercise comes out as its solution says", () => {
  const rows = (parts: Record<string, Matrix>, ...names: string[]) =>
    names.map((name) => parts[name].toArray());
  const gradientsOf = (X: Matrix, Y: Matrix) => backward(toy, forward(toy, X), X, Y);
  const next = update(toy, gradientsOf(X, Y), 0.1) as unknown as Record<string, Matrix>;
  assertEquals(rows(next, "W2", "b2", "W1", "b1"), [
    ...[[[1.1, 2], [1.9, -1]], [[2.05], [-0.05]]],
    ...[[[0.95, 0.9], [2, -1]], [[-1.05], [-1]]],
  ]);
  const second = gradientsOf(Matrix.from([[4], [5]]), Matrix.from([[0], [1]]));
  assertEquals(rows({ ...second }, "dZ2", "dW2", "db2", "dZ1", "dW1", "db1"), [
    ...[[[0.5], [-0.5]], [[4, 1], [-4, -1]], [[0.5], [-0.5]]],
    ...[[[-0.5], [1.5]], [[-2, -2.5], [6, 7.5]], [[-0.5], [1.5]]],
  ]);
  const both = gradientsOf(Matrix.from([[1, 4], [2, 5]]), Matrix.from([[1, 0], [0, 1]]));
  assertEquals(rows({ ...both }, "dW2", "db2", "dW1", "db1"), [
    ...[[[1.5, 0.5], [-1.5, -0.5]], [[0], [0]]],
    ...[[[-0.75, -0.75], [3, 3.75]], [[0], [0.75]]],
  ]);
});
