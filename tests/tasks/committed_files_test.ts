/**
 * No committed file holds a path of the machine that made it, a token, an address of a person or of a
 * package registry: neither a source, nor an output of a notebook, nor what is inside its pictures.
 */
import { assert, assertEquals } from "@std/assert";
import { join, relative } from "node:path";
import { exists, project } from "../../lib/tasks/project.ts";

// In base64 anything may stand, so a path counts only where a path can begin.
const begin = String.raw`(?:(?<![\w+/=.~})*])|file:/{2,3})`;

/** What no file may hold. */
const traces: Record<string, RegExp> = {
  "a folder of somebody's machine": new RegExp(
    begin +
      String
        .raw`/(?:home/\w|Users/\w|ro{2}t/|tm{1}p/|wor{1}k/|var/folders/|private/var/|mnt/[a-z]/)`,
  ),
  "a folder of Windows": /\b[A-Z]:\\{1,4}(?:Users|Windows|Temp)\b/i,
  "a token": /[?&]token=\w{8}|\b(?:ghp|gho|npm)_\w{30}|\bAKIA[0-9A-Z]{16}\b|\bpypi-\w{30}/,
  "a signed token": /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  "a person's address":
    /\b[\w.+-]+@(?!example\.)[\w-]+\.(?:[a-z]{2,}\.)*(?:com|org|net|edu|io|dev|de|uk)\b/i,
  "a registry's address":
    /\/\/[^\s"'\/]*(?:pypi|pythonhosted|npmjs|npmmirror|jfrog|artifactory|nexus|verdaccio)[^\s"']*/i,
  "an address in a private network": /\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+\b/,
};

/** What no output of a notebook may hold beside that. */
const inOutputs: Record<string, RegExp> = {
  ...traces,
  "an address of this machine": /\b127\.0\.0\.1\b|\blocalhost\b/,
  "where a file lies": /file:\/\/\//,
};

/** The parts of a PNG that hold the picture, and nothing about who made it where and when. */
const chunks = new Set([
  "IHDR",
  "PLTE",
  "tRNS",
  "sRGB",
  "gAMA",
  "cHRM",
  "sBIT",
  "pHYs",
  "IDAT",
  "IEND",
]);

/** What is found in a text, with a little of what stands around it. */
function found(text: string, what: Record<string, RegExp>): string[] {
  const problems = Object.entries(what).flatMap(([name, pattern]) => {
    const { index } = pattern.exec(text) ?? {};
    return index === undefined
      ? []
      : [`${name}: ${JSON.stringify(text.slice(Math.max(0, index - 20), index + 60))}`];
  });
  for (const [, base64] of text.matchAll(/\b(iVBORw0KGgo[\w+/]+=*)/g)) {
    problems.push(...inPng(Uint8Array.fromBase64(base64)));
  }
  return problems;
}

/** What a PNG says beside its picture. */
function inPng(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problems: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!chunks.has(type)) problems.push(`a PNG with a part ${type}`);
  }
  return problems;
}

/** What is wrong with a file, given its name and its bytes. */
function problemsOf(name: string, bytes: Uint8Array): string[] {
  if (name.endsWith(".png")) return inPng(bytes);
  // Every byte becomes a letter, so that what is inside a binary file is looked at too.
  const text = new TextDecoder("latin1").decode(bytes);
  if (!name.endsWith(".ipynb")) return found(text, traces);
  const { cells, ...rest } = JSON.parse(new TextDecoder().decode(bytes));
  return [
    ...found(JSON.stringify(rest), inOutputs),
    ...cells.flatMap(({ outputs = [], ...cell }, number: number) =>
      [...found(strings(cell), traces), ...found(strings(outputs), inOutputs)]
        .map((problem) => `cell ${number + 1}: ${problem}`)
    ),
  ];
}

/** All texts of a value, as they are and not as JSON writes them. */
function strings(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) {
    return value.join("");
  }
  return Object.values(value ?? {}).map(strings).join("\n");
}

/** What is committed: all but what `.gitignore` names. */
async function* files(folder = project): AsyncGenerator<string> {
  const made = ["node_modules", ".venv", ".glassnet", ".git", ".ipynb_checkpoints", "__pycache__"];
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (made.includes(name) || /\.(tmp|cache)$/.test(name)) continue;
    if (isDirectory) yield* files(path);
    else if (isFile && !(folder.endsWith("data") && /^(?!sample).*\.csv$/.test(name))) yield path;
  }
}

Deno.test("no committed file holds a path, a token or an address", async () => {
  const problems: string[] = [];
  let count = 0;
  for await (const path of files()) {
    const name = relative(project, path);
    problems.push(...problemsOf(name, await Deno.readFile(path)).map((what) => `${name}: ${what}`));
    count++;
  }
  assert(count > 100 && await exists(join(project, "notebooks")));
  assertEquals(problems, []);
});

Deno.test("a path, a token, an address and a remark in a picture are found", () => {
  const slash = "/";
  const samples = [
    `at ${slash}home/ada/glassnet/lib/mod.ts`,
    `"${slash}tmp/glassnet-1234"`,
    `file://${slash}root/x.ts`,
    `C:${"\\"}Users`,
    `http://127.0.0.1:8888/lab?${"token"}=0123456789abcdef`,
    `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOiIxMjM0NTY3ODkwIn0"}.x`,
    `ada${"@"}school.org`,
    `https://registry.${"npm"}js.org/x`,
    `192.168${"."}0.12`,
  ];
  for (const sample of samples) {
    assertEquals(found(sample, traces).length, 1, sample);
    const notebook = { cells: [{ outputs: [{ text: ["before\n", sample] }] }] };
    const bytes = new TextEncoder().encode(JSON.stringify(notebook));
    assert(problemsOf("x.ipynb", bytes).length > 0, sample);
  }
  const text = [0, 0, 0, 1, ...new TextEncoder().encode("tEXtA"), 0, 0, 0, 0];
  const png = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, ...text);
  assertEquals(problemsOf("x.png", png), ["a PNG with a part tEXt"]);
  assertEquals(found(`"image/png": "${png.toBase64()}"`, traces), ["a PNG with a part tEXt"]);
});
