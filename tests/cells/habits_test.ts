/** What a cell is told that imports, uses or indexes what there is not. */
import { assertEquals, assertGreater, assertMatch } from "@std/assert";
import * as glassnet from "glassnet";
import { requireExports } from "../../lib/cells/imported_names.ts";
import type { Output } from "../../lib/cells/mod.ts";
import { exportedNames } from "../exported_options.ts";
import { withSession } from "./deno_session.ts";

/** What the last of some cells printed, and its error. */
async function said(sources: string[], others: string[] = []): Promise<string> {
  const outputs: Output[] = [];
  await withSession((output) => outputs.push(output), async (session) => {
    for (const source of sources) {
      outputs.length = 0;
      await session.run(source, others);
    }
  });
  return outputs.map((output) =>
    output.output_type === "error"
      ? `${output.ename}: ${output.evalue}`
      : output.output_type === "stream"
      ? output.text
      : ""
  ).join("");
}

Deno.test("a misspelt import says which name is meant, and a right one nothing", async () => {
  const imports = (names: string) => said([`import { ${names} } from "glassnet";`]);
  assertEquals(
    await imports("matmull"),
    'SyntaxError: "glassnet" has no matmull to import. Did you mean matmul?',
  );
  assertMatch(await imports("relu, one_hot as y"), /no one_hot to import\. Did you mean oneHot\?$/);
  assertMatch(await imports("backprop"), /Did you mean backward\?$/);
  assertMatch(await imports("gradient_descent"), /Did you mean train\?$/);
  assertMatch(await imports("xyzzyplugh"), /no xyzzyplugh to import\.$/);
  assertMatch(await imports("Matirx"), /no Matirx to import\. Did you mean Matrix\?$/);
  assertMatch(
    await said(['import glassnet from "glassnet";']),
    /Import by name, as in: import \{ /,
  );
  assertEquals(await imports("matmul, train as fit, Matrix"), "");
});

Deno.test("a type is imported like a function, with the word type and without it", async () => {
  const all = await exportedNames();
  const types = all.filter((name) => !(name in glassnet));
  assertGreater(types.length, 90);
  requireExports("glassnet", glassnet, types);
  assertEquals(await said(["import { type Digits, Parameters, relu } from 'glassnet';"]), "");
});

Deno.test("a name that is not defined says where it is, or what is meant", async () => {
  const others = [
    "const m = X.cols;\nconst { W1, b1 } = p;",
    "function half(x: number) {}",
    "const (",
  ];
  const says = (source: string) => said(['import { relu } from "glassnet";', source], others);
  assertEquals(
    await says("1 / m"),
    "ReferenceError: m is not defined. Another cell of the notebook declares it: " +
      "const m = X.cols; Run that cell first.",
  );
  assertMatch(await says("W1"), /declares it: const \{ W1, b1 \} = p; Run that cell first\.$/);
  assertMatch(await says("half(2)"), /declares it: function half/);
  const importing = [...others, 'import {\n  add,\n  tanh,\n} from "other";'];
  assertMatch(
    await said(["tanh(2)"], importing),
    /declares it: import \{ tanh \} from "other"; Run that cell first\.$/,
  );
  assertMatch(
    await says("softmax"),
    /It is in "glassnet": import \{ softmax \} from "glassnet"\.$/,
  );
  assertMatch(await says("np.dot(1, 2)"), /np is NumPy.*matmul\(A, B\)/);
  assertMatch(await says("print(1)"), /console\.log/);
  assertMatch(await says("rellu(1)"), /Did you mean relu\?$/);
  assertEquals(await says("qqqqq"), "ReferenceError: qqqqq is not defined");
  assertEquals(await says("typeof qqqqq"), "");
});

Deno.test("a shape that is indexed as in NumPy is warned of, before it is used", async () => {
  const before = 'import { Matrix } from "glassnet"; const A = Matrix.zeros(784, 9);';
  const warned = /A\.shape\[1\] is one character.*rows is A\.rows, that of columns A\.cols\./;
  assertMatch(await said([before, "const m = A.shape[1];"]), warned);
  assertMatch(await said([before, "const f = () => 1 / A.shape[1];"]), warned);
  assertMatch(await said([before, "data.X.shape[0]"]), /rows is data\.X\.rows/);
  assertEquals(await said([before, "A.shape; A.shape.length; A.cols"]), "");
  assertEquals(await said([before, "[1, 2][1]"]), "");
});
