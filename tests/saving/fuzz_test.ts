import { assertEquals } from "@std/assert";
import { temporaryFolder } from "../data/files.ts";
import { parameterCases } from "../../tools/fuzz/parameter_cases.ts";
import { type ParameterVerdict, tryParameters } from "../../tools/fuzz/parameters_run.ts";
import made from "../../tools/fuzz/fixtures/parameter_verdicts.json" with { type: "json" };

const { seed, count } = made;
const verdicts = made.verdicts as ParameterVerdict[];

// `deno task fuzz parameters` does the same with many more, beside Python's safetensors itself; the fixture
// holds what it said of these, and is made anew by `deno task fuzz verdicts`.
Deno.test(`loadParameters() reads what Python reads, or says what is wrong: ${count} files`, async () => {
  using folder = temporaryFolder();
  const cases = parameterCases(seed, count);
  assertEquals([cases.length, verdicts.length], [count, count]);
  const findings: string[] = [];
  for (const [i, { kind, content }] of cases.entries()) {
    const file = folder.path(`${i}.safetensors`);
    Deno.writeFileSync(file, content);
    const { finding } = await tryParameters(file, verdicts[i]);
    if (finding) findings.push(`file ${i} of seed ${seed}, ${kind}: ${finding}`);
  }
  assertEquals(findings, []);
});
