import { assertEquals, assertMatch } from "@std/assert";
import { pythonIn } from "../../lib/cells/python.ts";

Deno.test("a line of TypeScript that can't be read is not taken for Python", () => {
  const lines = [
    'console.log("this is" "not it");',
    "const letters = 'b' 'f';",
    'const mails = ["a@b" "c@d"];',
    "const rows = [{ a: 1 } { b: 2 }];",
    "const rows = Matrix.from([[1, 2] [3, 4]]);",
    "const first = ([a]: number[] => a;",
    "} else if (a) { b() } else { c() d() }",
    "!isRight && (f(;",
    "finally {",
    "let password = 3 4;",
    "x = = 3; // what lambda is, and what it is not",
  ];
  for (const line of lines) assertEquals(pythonIn(line), undefined, line);
});

Deno.test("a line of Python is named, whatever texts stand before", () => {
  const lines: [line: string, says: RegExp][] = [
    ['print("a", A @ B)', /matmul/],
    ['name = "this" and that', /&&/],
    ['print(f"loss {loss}")', /\$\{loss\}/],
    ["print('x', y[1:2])", /slice/],
    ["rate = 0.1 if epoch < 3 else 0.01", /condition \? a : b/],
    ["!ls ../data", /IPython/],
    ["%matplotlib inline", /IPython/],
  ];
  for (const [line, says] of lines) assertMatch(pythonIn(line) ?? "", says, line);
});
