/**
 * Traces that a machine, a person or a network may leave in a file: paths, tokens, addresses, and what
 * programs write into pictures.
 *
 * @module
 */

// Base64 may contain anything, so a path counts only where a path can begin.
const begin = String.raw`(?:(?<![\w+/=.~})*<])|file:/{2,3})`;

/** What no file may contain. */
export const traces: Record<string, RegExp> = {
  "a folder of somebody's machine": new RegExp(
    begin +
      String
        .raw`/(?:home/\w|Users/\w|ro{2}t/|tm{1}p/|wor{1}k/|var/folders/|private/var/|mnt/[a-z]/)`,
  ),
  "a folder of Windows": /\b[A-Z]:\\{1,4}(?:Users|Windows|Temp)\b/i,
  "a token": new RegExp(
    String.raw`[?&]token=\w{8}|\b(?:ghp|gho|npm|hf)_\w{30}|\bglpat-\w{20}|\bAKIA[0-9A-Z]{16}\b|` +
      String.raw`\bpypi-\w{30}|\b(?:Bearer|Authorization: token) \w{16}|BEGIN [A-Z ]*PRIVATE KEY`,
  ),
  "a signed token": /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  "a person's address":
    /\b[\w.+-]+@(?!example\.)[\w-]+\.(?:[a-z]{2,}\.)*(?:com|org|net|edu|io|dev|de|uk)\b/i,
  "a registry's address":
    /\/\/[^\s"'\/]*(?:pypi|pythonhosted|npmjs|npmmirror|jfrog|artifactory|nexus|verdaccio)[^\s"']*/i,
  // After == comes a version.
  "an address in a private network":
    /(?<!==)\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+\b/,
};

/** What outputs and metadata of a notebook must not contain in addition. */
const inOutputs: Record<string, RegExp> = {
  ...traces,
  "an absolute path": new RegExp(
    begin +
      String.raw`/(?:usr|opt|srv|etc|var|mnt|media|private|proc|nix|snap|app|data|content)/\w`,
  ),
  "a drive of Windows": /\b[A-Z]:\\{1,4}\w/,
  // Except SVG's namespace, which is a name, not a place.
  "an address": /\b\w+:\/\/(?!www\.w3\.org\/2000\/svg)/,
  "this machine's own name": /\blocalhost\b/i,
  // Without zeros in front: labels of a figure may stand side by side, as in 0.090.040.06.
  "an address of a machine":
    /\b(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}\b|(?:[\da-f]{1,4}:+){4,}[\da-f]|\[::1?\]/i,
};

/** The chunks of a PNG that make the picture, and say nothing about who made it, where and when. */
const chunks = "PLTE tRNS sRGB gAMA cHRM sBIT pHYs IHDR IDAT IEND".split(" ");

/** The formats of outputs that are checked here. */
const formats = /^(text\/|image\/(png|svg\+xml)$|application\/(\S+\+)?json$)/;

/** What is found in a text, with some of the text around it. */
function found(text: string, what: Record<string, RegExp>): string[] {
  const problems = Object.entries(what).flatMap(([name, pattern]) => {
    const { index } = pattern.exec(text) ?? {};
    return index === undefined
      ? []
      : [`${name}: ${JSON.stringify(text.slice(Math.max(0, index - 20), index + 60))}`];
  });
  // Base64 may have several lines.
  for (const [base64] of text.matchAll(/\biVBORw0KGgo(?:[\w+/=]|\\?\n|\\n)+/g)) {
    problems.push(...inPng(bytesOf(base64)));
  }
  return problems;
}

function bytesOf(base64: string): Uint8Array {
  const letters = base64.replace(/\\?\n|\\n/g, "").replace(/=.*$/, "");
  return Uint8Array.fromBase64(
    letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)),
  );
}

/** What a PNG contains besides its picture. */
function inPng(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problems: string[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!chunks.includes(type)) return [...problems, `a PNG with a part ${type}`];
  }
  return problems;
}

interface Cell {
  outputs?: { data?: Record<string, unknown> }[];
  metadata: unknown;
}

/** What is wrong with a file, given its name and its bytes. */
export function problemsOf(name: string, bytes: Uint8Array): string[] {
  if (name.endsWith(".png")) return inPng(bytes);
  // Every byte becomes a letter, so that binary files are checked too.
  if (!name.endsWith(".ipynb")) return found(new TextDecoder("latin1").decode(bytes), traces);
  const { cells, ...rest }: { cells: Cell[] } = JSON.parse(new TextDecoder().decode(bytes));
  return [
    ...found(strings(rest), inOutputs),
    ...cells.flatMap(({ outputs = [], metadata, ...cell }, number) =>
      [
        ...found(strings(cell), traces),
        ...found(strings([outputs, metadata]), inOutputs),
        ...outputs.flatMap(({ data = {} }) => Object.keys(data))
          .filter((format) => !formats.test(format))
          .map((format) => `an output of the format ${format}`),
      ].map((problem) => `cell ${number + 1}: ${problem}`)
    ),
  ];
}

/** All texts in a value, names included, without a terminal's colors and with plain slashes. */
function strings(value: unknown): string {
  if (typeof value === "string") {
    // deno-lint-ignore no-control-regex
    return value.replace(/\x1b(?:\[[\d;]*[A-Za-z]|\]8;[^;]*;)/g, " ").replace(
      /\\\/|%2F|&#x2F;/gi,
      "/",
    );
  }
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) {
    return strings(value.join(""));
  }
  return Object.entries(value ?? {}).map(([key, inner]) =>
    Array.isArray(value) ? strings(inner) : `${strings(key)} \n${strings(inner)}`
  ).join(" \n");
}
