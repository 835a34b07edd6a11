import { assertEquals } from "@std/assert";
import { HeaderError, readHeader } from "../../lib/saving/header.ts";
import { SafetensorsFile } from "../../lib/saving/safetensors_file.ts";
import { temporaryFolder } from "../data/files.ts";
import made from "./fixtures/headers.json" with { type: "json" };
import { file } from "./made_files.ts";

type Verdict = Record<string, [dtype: string, shape: string[]]> | null;
const headers = made as unknown as [text: string, size: number, verdict: Verdict][];

/** What we make of a header, as make_headers.py says it of Python. */
function verdict(text: string, size: number): Verdict {
  try {
    const { tensors } = readHeader(text, size);
    return Object.fromEntries(
      // Numbers above 2^53 are no longer exact here; only a tensor without numbers has them.
      [...tensors].map(([name, { dtype, shape }]) => [name, [dtype, shape.map((n) => `${n}`)]]),
    );
  } catch (error) {
    if (error instanceof HeaderError || error instanceof SyntaxError) return null;
    throw error;
  }
}

const rounded = (verdict: Verdict) =>
  verdict &&
  Object.fromEntries(
    Object.entries(verdict).map(([name, [dtype, shape]]) => [
      name,
      [dtype, shape.map((n) => `${Number(n)}`)],
    ]),
  );

Deno.test(`readHeader() reads ${headers.length} headers exactly where Python reads them`, () => {
  for (const [text, size, theirs] of headers) {
    assertEquals(
      verdict(text, size),
      rounded(theirs),
      `${size} bytes behind ${text.slice(0, 300)}`,
    );
  }
  const read = headers.filter(([, , theirs]) => theirs).length;
  assertEquals(read > 60 && headers.length - read > 200, true, `${read} of ${headers.length}`);
});

Deno.test("a file is opened exactly where its header is read", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  for (const [text, size, theirs] of headers.filter((_, i) => i % 5 === 0)) {
    Deno.writeFileSync(path, file(text, size));
    let names: string[] | null;
    try {
      using opened = await SafetensorsFile.open(path);
      names = opened.names.sort();
    } catch (error) {
      assertEquals((error as Error).name, "DataError", text);
      names = null;
    }
    assertEquals(names, theirs && Object.keys(theirs).sort(), text);
  }
});
