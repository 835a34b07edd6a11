/**
 * The links, tasks and paths in README and in the other pages exist, and their tables fit a terminal.
 */
import { assertEquals, assertGreater } from "@std/assert";
import { dirname, join, relative, resolve } from "node:path";
import { exists, project } from "../tools/shared/project.ts";
import { committedFiles } from "./tools/committed_files.ts";

const longestReadme = 200;
const widestTable = 100;

const { tasks }: { tasks: Record<string, unknown> } = JSON.parse(
  await Deno.readTextFile(join(project, "deno.json")),
);

/** Paths in folders that are committed. Others, such as `data/train.csv`, are made by the reader. */
const pathsInCode = /(?<![\w./@-])(?:lib|tools|tests|docs|notebooks|\.ci|\.binder)(?:\/[\w.-]+)+/g;

/** What is wrong with a page. `name` is its path in the project, which its links start from. */
async function problemsOf(name: string, text: string): Promise<string[]> {
  const problems: string[] = [];
  const { prose, code } = partsOf(text);

  for (const [, link] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path, heading] = link.split("#");
    const target = path ? resolve(project, dirname(name), path) : join(project, name);
    if (!await exists(target)) problems.push(`a link to ${link}`);
    else if (heading) {
      const linked = path ? await Deno.readTextFile(target) : text;
      if (!headingsOf(linked).includes(heading)) problems.push(`a link to ${link}`);
    }
  }
  for (const [call, task] of code.matchAll(/\bdeno(?:@[\d.]+)? task (\w+)/g)) {
    if (!(task in tasks)) problems.push(call);
  }
  // The changelog names what there was before.
  const paths = name === "CHANGELOG.md" ? [] : code.match(pathsInCode) ?? [];
  for (const path of paths) {
    if (!await exists(join(project, path))) problems.push(path);
  }
  // The README of a room names the files of that room.
  const files = /^(lib|tools)\//.test(name) ? code.matchAll(/^`([\w/]+\.(?:ts|py))`$/gm) : [];
  for (const [, file] of files) {
    const places = [dirname(name), "."].map((folder) => join(project, folder, file));
    if (!(await Promise.all(places.map(exists))).includes(true)) problems.push(file);
  }

  const lines = text.trimEnd().split("\n");
  if (name === "README.md" && lines.length > longestReadme) problems.push(`${lines.length} lines`);
  for (const line of lines) {
    if (line.startsWith("|") && line.length > widestTable) problems.push(`a wide table: ${line}`);
  }
  return problems;
}

/** The code of a page, in spans and in blocks, and the page without it. */
function partsOf(text: string): { prose: string; code: string } {
  const code: string[] = [];
  const prose = text.replace(/^```[^]*?^```|`[^`]+`/gm, (part) => {
    code.push(part);
    return "";
  });
  return { prose, code: code.join("\n") };
}

/** The names of a page's headings in links, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-")
  );
}

Deno.test("what the pages name exists, and their tables fit a terminal", async () => {
  const problems: string[] = [];
  let pages = 0;
  for await (const path of committedFiles()) {
    if (!path.endsWith(".md")) continue;
    const name = relative(project, path).replaceAll("\\", "/");
    const found = await problemsOf(name, await Deno.readTextFile(path));
    problems.push(...found.map((problem) => `${name}: ${problem}`));
    pages++;
  }
  assertGreater(pages, 5);
  assertEquals(problems, []);
});

Deno.test("each kind of mistake in a page is found", async () => {
  const cases: [page: string, problems: string[]][] = [
    ["[x](lib/mod.ts) `deno task lab` `tests/network`, [y](docs/for-schools.md#binder)", []],
    ["[x](https://deno.com) `data/train.csv` `node_modules/x`", []],
    ["[x](lib/no.ts)", ["a link to lib/no.ts"]],
    ["![x](docs/no.png)", ["a link to docs/no.png"]],
    ["[x](docs/for-schools.md#no)", ["a link to docs/for-schools.md#no"]],
    ["# One & two\n[x](#one--two) [y](#three)", ["a link to #three"]],
    ["`deno task no`", ["deno task no"]],
    ["```sh\nnpx -y deno@2.8.1 task no\n```", ["deno@2.8.1 task no"]],
    ["`deno test -P tests/no_test.ts`", ["tests/no_test.ts"]],
    ["```sh\ndeno run tools/no.ts\n```", ["tools/no.ts"]],
    [`| ${"x".repeat(97)} |`, [`a wide table: | ${"x".repeat(97)} |`]],
    ["x\n".repeat(201), ["201 lines"]],
  ];
  for (const [page, problems] of cases) {
    assertEquals(await problemsOf("README.md", page), problems, page);
  }
  assertEquals(await problemsOf("docs/page.md", "[x](../lib/mod.ts)"), []);
  assertEquals(await problemsOf("docs/page.md", "[x](lib/mod.ts)"), ["a link to lib/mod.ts"]);
  const room = "`split.ts` `tools/ok.ts` `no.ts`";
  assertEquals(await problemsOf("lib/data/README.md", room), ["no.ts"]);
});
