/**
 * The npm package of the core, installed in an empty Node project.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { project } from "../../tools/shared/project.ts";
import { makePackage } from "../../tools/package/package.ts";
import { folderWith, runIn } from "./folder.ts";

const readme = await Deno.readTextFile(join(project, "tools", "package", "README.md"));
const [, example] = /```js\n(.*?)```/s.exec(readme)!;

const typed = `
import { Matrix, type Parameters, train, type Training } from "glassnet";
const digits = { X: Matrix.from([[1, 0], [0, 1]]), labels: Uint8Array.of(0, 1), count: 2 };
const training: Training = await train(digits, { iterations: 5, learningRate: (k) => 1 / (k + 1) });
const { W1 }: Parameters = training.parameters;
const shape: string = W1.shape;
console.log(shape);
`;

Deno.test("an empty Node project runs the npm package's README, and its types are checked", async () => {
  using folder = folderWith({
    "package.json": JSON.stringify({ name: "empty", private: true, type: "module" }),
    "train.js": example,
    "typed.ts": typed,
    "wrong.ts": typed.replace("iterations: 5", 'iterations: "five"'),
  });
  const tarball = await makePackage(join(folder.path, "made"));
  const npm = await runIn(folder.path, "npm", "install", "--offline", "--no-audit", tarball);
  assert(npm.success, npm.err);

  const { success, out, err } = await runIn(folder.path, "node", "train.js");
  assert(success, err);
  assertEquals(out, "Uint8Array(2) [ 0, 1 ]");
  assertEquals(err, "");

  const check = (script: string) => runIn(folder.path, Deno.execPath(), "check", "--quiet", script);
  const right = await check("typed.ts");
  assert(right.success, right.err);
  const wrong = await check("wrong.ts");
  assert(!wrong.success);
  assertStringIncludes(wrong.err, "Type 'string' is not assignable to type 'number'");
});
