import { basename } from "node:path";
import { ask } from "../shared/processes.ts";
import { onWindows } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";

/**
 * Refuses a folder with names that are not UTF-8, as some programs unpack them: Deno leaves those out, and
 * a student would be missing without a word.
 *
 * @param seen what Deno finds there
 * @throws {Advice} if there are such names
 */
export async function requireReadableNames(folder: string, seen: Deno.DirEntry[]): Promise<void> {
  if (onWindows) return;
  const { out } = await ask("find", [folder, "-mindepth", "1", "-maxdepth", "1", "-print0"]);
  const known = new Set(seen.map(({ name }) => name));
  // Bytes that are not UTF-8 come as this character.
  const damaged = out.split("\0").map((path) => basename(path))
    .filter((name) => name.includes("\ufffd") && !known.has(name));
  if (!damaged.length) return;
  throw new Advice(
    `These names in ${folder} are not UTF-8, so they can't be read: ${
      damaged.join(", ")
    }. Rename them, ` +
      "or unpack the archive once more with a program that knows its encoding.",
  );
}
