import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { host } from "../host/host.ts";
import { DataError } from "./errors.ts";

/** What the letters are in code that stand for the characters which no path has. */
const escapes: Record<string, string> = {
  ...{ "\t": "t", "\n": "n", "\r": "r", "\b": "b", "\f": "f", "\v": "v" },
};

/**
 * A path. A `file:` address is one, too.
 *
 * @throws {ArgumentError} if it is not a text, or a backslash in it was lost
 */
export function requirePath(call: string, path: unknown): string {
  if (typeof path !== "string" || path === "" || path.includes("\0")) {
    throw new ArgumentError(
      `${call} expected a path, such as "data/train.csv", but found ${found(path)}.` +
        (typeof path === "object" && path !== null && !Array.isArray(path) &&
            !(path instanceof Promise)
          ? " The path comes first."
          : ""),
    );
  }
  const escape = Object.keys(escapes).find((character) => path.includes(character));
  if (escape !== undefined) {
    const letter = escapes[escape];
    const name = escape === "\t" ? "a tab" : escape === "\n" ? "a line end" : "one character";
    throw new ArgumentError(
      `${call} expected a path, but found ${
        found(path)
      }. In a text, a backslash and ${letter} are ` +
        `${name}: write / instead, as in "data/train.csv", or \\\\.`,
    );
  }
  if (!/^file:/i.test(path)) return path;
  const url = URL.canParse(path) ? new URL(path) : undefined;
  if (url && url.pathname !== "/" && /^(localhost)?$/.test(url.host)) {
    return host().files.pathOf(url);
  }
  throw new ArgumentError(
    `${call} expected a path, such as "data/train.csv", but found the address ${found(path)}.`,
  );
}

/** The error for a file that is not there, with what may be wrong with its path. */
export async function missingFile(file: string, cause: unknown, more = ""): Promise<DataError> {
  const hint = await pathHint(file) ??
    `Check the path: a notebook's paths start at the notebook's folder.${more}`;
  return new DataError(`there is no such file. ${hint}`, { file }, { cause });
}

/** What is wrong with a path that leads nowhere, if its look says it. */
async function pathHint(path: string): Promise<string | undefined> {
  if (path.startsWith("~")) {
    return "Only a shell knows what ~ means: write your home folder's whole path in its place.";
  }
  const forward = path.replaceAll("\\", "/");
  if (forward !== path && await isThere(forward)) return `Write it with /: "${forward}" is there.`;
  if (path.includes("\\") && !/^[A-Za-z]:/.test(path)) {
    return "Write / between folders and file, as in data/train.csv: it works on every system.";
  }
  if (/^(\.\.[^./\\]|[A-Za-z]:[^/\\])/.test(path)) {
    return 'Was there a backslash? In a text it is lost: write / instead, as in "../data/train.csv".';
  }
  if (/^["'\s]|["'\s]$/.test(path)) {
    return "The path begins or ends with a quotation mark or a space.";
  }
  if (/%[0-9a-f]{2}/i.test(path)) {
    return "%20 and the like belong into addresses: write a space itself.";
  }
  if (/^(\/kaggle|\/content|(\.\.)?\/input)\//.test(path)) {
    return "That is a path on Kaggle or Colab. The lessons' files are in data/.";
  }
  for (const other of [`${path}.csv`, `${path}.gz`, `../${path}`, `../../${path}`]) {
    if (await isThere(other)) return `Did you mean ${other}?`;
  }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  return await host().files.exists(path).catch(() => false);
}
