/**
 * No committed file contains a path of the machine that made it, a token, or the address of a person or a
 * package registry: no source, no output of a notebook, and no picture in one.
 */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { join, relative } from "node:path";
import { notebooks, project } from "../../tools/shared/project.ts";
import { committedFiles } from "./committed_files.ts";
import { problemsOf } from "./traces.ts";

Deno.test("no committed file contains a path, a token or an address", async () => {
  const problems: string[] = [];
  let count = 0;
  for await (const path of committedFiles()) {
    const name = relative(project, path);
    problems.push(...problemsOf(name, await Deno.readFile(path)).map((what) => `${name}: ${what}`));
    count++;
  }
  assertGreater(count, 100);
  assertEquals(problems, []);
});

const slash = "/";
const colon = ":";

/** Traces, written so that this file contains none of them. */
const samples: Record<string, string> = {
  "a path in a home": `${slash}home/ada/glassnet/lib/mod.ts`,
  "a temporary path": `"${slash}tmp/glassnet-1234"`,
  "a path as an address": `file${colon}//${slash}root/x.ts`,
  "a path of Windows": `C:${"\\"}Users\\ada`,
  "a token in an address": `lab?${"token"}=0123456789abcdef`,
  "a token of GitHub": `gh${"p_"}${"a1".repeat(18)}`,
  "a token in a header": `Bea${"rer"} 0123456789abcdef`,
  "a signed token": `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOiIxMjM0NTY3ODkwIn0"}.x`,
  "a person's address": `ada${"@"}school.org`,
  "a registry": `https${colon}//registry.${"npm"}js.org/x`,
  "an address in a private network": `192.168${"."}0.12`,
};

/** What is fine in a source, but not in an output or in metadata. */
const machineSamples: Record<string, string> = {
  "an address with a port": "http://127.0.0.1:8888/lab",
  "an address of the network": "ws://hub.school:8000/api",
  "an IP address": "8.8.4.4",
  "an IPv6 address": "fe80::1ff:fe23:4567:890a",
  "this machine's name": "localhost:8888",
  "a path of the system": `${slash}usr/lib/python3/x.py`,
  "a path in color": `\x1b[36m${slash}home/ada/x.ts\x1b[39m`,
  "a path in JSON": `"\\${slash}home\\/ada\\/x.ts"`,
  "a path in a link": `${"%2F"}home%2Fada`,
  "a drive of Windows": String.raw`D:\glassnet\x.ts`,
};

/** An empty PNG with a remark. */
const remark = [0, 0, 0, 1, ...new TextEncoder().encode("tEXtA"), 0, 0, 0, 0];
const png = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, ...remark);

/** Every place of a notebook where a trace may be. */
const places: Record<string, (text: string) => Record<string, unknown>> = {
  "a print": (text) => ({ outputs: [{ output_type: "stream", text: ["before\n", text] }] }),
  "a result": (text) => ({ outputs: [{ data: { "text/plain": [`"${text}"`] } }] }),
  "an output's HTML": (text) => ({ outputs: [{ data: { "text/html": [`<b>${text}</b>`] } }] }),
  "an attribute": (text) => ({ outputs: [{ data: { "text/html": [`<a title="${text}">`] } }] }),
  "a figure": (text) => ({
    outputs: [{ data: { "application/vnd.plotly.v1+json": { layout: { title: { text } } } } }],
  }),
  "an error's message": (text) => ({ outputs: [{ ename: "Error", evalue: text, traceback: [] }] }),
  "an error's traceback": (text) => ({
    outputs: [{ ename: "Error", evalue: "", traceback: ["Error", `    at f (${text}:3:4)`] }],
  }),
  "an output's metadata": (text) => ({ outputs: [{ data: {}, metadata: { text } }] }),
  "a name in an output's metadata": (text) => ({ outputs: [{ metadata: { [text]: 1 } }] }),
  "a cell's metadata": (text) => ({ metadata: { tags: [], from: text } }),
};

Deno.test("a trace in any place of a notebook is found", async (test) => {
  const name = "05-training.ipynb";
  const { cells, ...rest } = JSON.parse(await Deno.readTextFile(join(notebooks, name)));
  const notebook = { ...rest, cells: cells.slice(0, 3) };
  const problems = (notebook: unknown) =>
    problemsOf(name, new TextEncoder().encode(JSON.stringify(notebook)));
  const withCell = (cell: Record<string, unknown>) =>
    problems({ ...notebook, cells: [...notebook.cells, { source: "", outputs: [], ...cell }] });
  assertEquals(withCell({}), []);

  for (const [what, text] of Object.entries({ ...samples, ...machineSamples })) {
    await test.step(what, () => {
      for (const [where, cell] of Object.entries(places)) {
        assertGreater(withCell(cell(text)).length, 0, where);
      }
      const metadata = { ...notebook.metadata, signature: text };
      assertGreater(problems({ ...notebook, metadata }).length, 0, "the notebook's metadata");
      if (what in samples) assertGreater(withCell({ source: text }).length, 0, "a source");
    });
  }
  await test.step("a remark in a picture, in one line of base64 or in many, or in HTML", () => {
    const base64 = png.toBase64();
    const lines = base64.replace(/.{16}/g, "$&\n");
    for (const text of [base64, lines, lines.split(/(?<=\n)/)]) {
      assert(withCell({ outputs: [{ data: { "image/png": text } }] }).join().includes("tEXt"));
    }
    const img = `<img src="data:image/png;base64,${base64}">`;
    assert(withCell({ outputs: [{ data: { "text/html": [img] } }] }).join().includes("tEXt"));
  });
  await test.step("a picture in a format that is not checked", () => {
    for (const format of ["image/jpeg", "application/pdf"]) {
      assert(withCell({ outputs: [{ data: { [format]: "" } }] }).join().includes(format));
    }
  });
});

Deno.test("a trace in another file is found", () => {
  for (const [what, text] of Object.entries(samples)) {
    assertEquals(problemsOf("x.ts", new TextEncoder().encode(`at ${text}`)).length, 1, what);
  }
  assertEquals(problemsOf("x.png", png), ["a PNG with a part tEXt"]);
});
