import { assertEquals } from "@std/assert";
import { digitMosaic, Matrix, reluGraph, show } from "glassnet";
import { someDigits } from "../figures/some_digits.ts";
import { inNotebook } from "./fake_jupyter.ts";

Deno.test("show() sends a figure for Plotly's renderer, and its alternative text", async () => {
  const figure = reluGraph();
  const [{ type, content }] = await inNotebook(() => show(figure));
  assertEquals(type, "display_data");
  assertEquals(Object.keys(content.data!), ["application/vnd.plotly.v1+json", "text/plain"]);
  assertEquals(content.data!["text/plain"], figure.layout.meta.alt);
});

Deno.test("show() packs long lists of numbers and leaves the figure as it was", async () => {
  const figure = digitMosaic(someDigits(2));
  const before = structuredClone(figure);
  const [{ content }] = await inNotebook(() => show(figure));
  const plotly = content.data!["application/vnd.plotly.v1+json"] as {
    data: { z: { dtype: string } }[];
  };
  assertEquals(plotly.data[0].z.dtype, "u1");
  assertEquals(figure, before);
});

Deno.test("show() shows several things in their order, each in its own way", async () => {
  const messages = await inNotebook(() => show(reluGraph(), Matrix.from([[1]]), "text"));
  assertEquals(messages.map(({ content }) => Object.keys(content.data!).sort()), [
    ["application/vnd.plotly.v1+json", "text/plain"],
    ["text/html", "text/plain"],
    ["text/plain"],
  ]);
});

Deno.test("a figure and a show() without await show themselves if they are a cell's last line", async () => {
  type Shown = Record<symbol, () => Record<string, unknown>>;
  const lastLine = (value: unknown) => (value as Shown)[Symbol.for("Jupyter.display")]();
  const figure = reluGraph();
  const [{ content }] = await inNotebook(() => show(figure));
  assertEquals(lastLine(figure), content.data);
  await inNotebook(async () => {
    const promise = show(figure);
    assertEquals(lastLine(promise), { "text/plain": "Put await in front: await show(...)" });
    await promise;
  });
});

Deno.test("show() prints the alternative text in a plain script", async () => {
  const lines: unknown[] = [];
  const { log } = console;
  console.log = (line: unknown) => lines.push(line);
  try {
    await show(reluGraph(), 7);
  } finally {
    console.log = log;
  }
  assertEquals(lines, [reluGraph().layout.meta.alt, 7]);
});
