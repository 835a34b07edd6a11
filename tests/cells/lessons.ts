import { assertEquals } from "@std/assert";
import type { Output } from "../../lib/cells/mod.ts";
import { withSession } from "./deno_session.ts";
import { type CodeCell, codeCells } from "./notebook_file.ts";
import { type Stored, stored } from "./outputs.ts";

/** What a cell gave. */
export interface CellRun {
  ok: boolean;
  outputs: Stored[];
}

/** Runs a notebook's cells in this process, and hands on each with what it gave. */
export async function runInDeno(
  path: string,
  use: (cell: CodeCell, run: CellRun, number: number) => Promise<unknown> | unknown,
): Promise<void> {
  const outputs: Output[] = [];
  const folder = Deno.cwd();
  // A notebook's paths start at its folder.
  Deno.chdir(new URL(`../../${path.slice(0, path.lastIndexOf("/"))}`, import.meta.url));
  try {
    await withSession((output) => outputs.push(output), async (session) => {
      for (const [i, cell] of codeCells(path).entries()) {
        outputs.length = 0;
        const { ok } = await session.run(cell.source);
        await use(cell, { ok, outputs: stored(outputs) }, i + 1);
      }
    });
  } finally {
    Deno.chdir(folder);
  }
}

/** The name of a cell's test. */
export function nameOf(cell: CodeCell, number: number): string {
  return `[${number}] ${cell.source.split("\n")[0].slice(0, 60)}`;
}

/**
 * Compares what a cell gave with what it is to give, byte for byte. A cell that is tagged `varies` only
 * has to run.
 */
export function assertGives(
  { tags }: CodeCell,
  { ok, outputs }: CellRun,
  expected: Stored[],
): void {
  const raises = expected.some(({ output_type }) => output_type === "error");
  assertEquals(ok, !raises, JSON.stringify(outputs.at(-1)));
  if (!tags.includes("varies")) assertEquals(outputs.map(comparable), expected.map(comparable));
}

/** Without what a notebook's file does not keep. */
function comparable({ display_id: _id, execution_count: _count, ...output }: Stored): Stored {
  return JSON.parse(JSON.stringify(output));
}

/** What the checks of a cell found. */
export function verdicts(outputs: Stored[]): unknown[] {
  return outputs.flatMap(({ data }) => {
    const result = (data as Stored | undefined)?.["application/vnd.glassnet.check+json"];
    return result ? [(result as { verdict: string }).verdict] : [];
  });
}
