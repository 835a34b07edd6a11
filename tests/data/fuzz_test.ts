import { assertEquals } from "@std/assert";
import { fuzzCache } from "../../tools/fuzz/cache_run.ts";
import { csvCases } from "../../tools/fuzz/csv_cases.ts";
import { readCase, type Verdict } from "../../tools/fuzz/reading.ts";
import { temporaryFolder } from "./files.ts";
import made from "../../tools/fuzz/fixtures/verdicts.json" with { type: "json" };

const { seed, count } = made;
const verdicts = made.verdicts as Verdict[];

// `deno task fuzz csv` does the same with many more, beside pandas itself; the fixture holds what pandas
// said of these, and is made anew by `deno task fuzz verdicts`.
Deno.test(`readDigits() reads what pandas reads, or says where it can't: ${count} files`, async () => {
  using folder = temporaryFolder();
  const cases = csvCases(seed, count);
  assertEquals([cases.length, verdicts.length], [count, count]);
  const findings: string[] = [];
  for (const [i, { kind, content }] of cases.entries()) {
    const file = folder.path(`${i}.csv`);
    Deno.writeFileSync(file, content);
    const { finding } = await readCase(cases[i], file, verdicts[i]);
    if (finding) findings.push(`file ${i} of seed ${seed}, ${kind}: ${finding}`);
  }
  assertEquals(findings, []);
});

// `deno task fuzz cache` does the same with many more.
Deno.test("readDigits() takes a cache that is whole, and makes any other again: 260 caches", async () => {
  const findings: string[] = [];
  const counts = await fuzzCache({
    seed: 1,
    count: 260,
    onFinding: (words) => findings.push(words),
  });
  assertEquals(findings, []);
  assertEquals(counts.get("nothing")!["taken as it is"], 20);
});
