/** Wrong folders and arguments, and results that must not be overwritten. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { requireWritable, writeResults } from "../../../tools/grade/result_files.ts";
import { grade, namesIn } from "./run_grade.ts";

async function inFolder(work: (base: string) => Promise<void>): Promise<void> {
  const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
  try {
    await Deno.mkdir(join(base, "tmp"));
    await work(base);
  } finally {
    await Deno.remove(base, { recursive: true });
  }
}

/** Grades to the end, and returns what was printed. */
async function said(args: string[], base: string): Promise<{ code: number; text: string }> {
  const child = await grade(args, join(base, "tmp"));
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(!/ at .*\.ts:\d+/.test(text), `a stack trace instead of a sentence: ${text}`);
  return { code, text };
}

/** A notebook with these code cells. */
function notebook(...sources: string[]): string {
  const cells = sources.map((source, k) => ({
    cell_type: "code",
    id: `c${k}`,
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

Deno.test("deno task grade has a sentence for every folder that it can't grade", async (test) => {
  await inFolder(async (base) => {
    const place = (name: string) => join(base, name);
    for (const name of ["nothing", "pictures/2024", "other course/ada", "class", "class/ada"]) {
      await Deno.mkdir(place(name), { recursive: true });
    }
    await Deno.writeTextFile(place("class.zip"), "PK");
    await Deno.writeTextFile(place("pictures/2024/a.png"), "");
    await Deno.writeTextFile(place("other course/ada/history.ipynb"), notebook("1 + 1"));
    await Deno.writeTextFile(place("other course/empty.ipynb"), "");
    await Deno.writeTextFile(place("class/ada/04.ipynb"), notebook("check.dW2(dW2)"));
    const before = await namesIn(base);
    const cases: [string, string[], RegExp][] = [
      ["none named", [], /Name one folder/],
      ["two", [place("class"), place("nothing")], /Name one folder/],
      ["not there", [place("clas")], /There is no folder .*clas:/],
      ["a file", [place("class.zip")], /class\.zip is a file: unpack it, and name the folder/],
      ["empty", [place("nothing")], /There is no notebook in .*nothing/],
      ["no notebook in it", [place("pictures")], /There is no notebook in .*pictures/],
      ["of another course", [place("other course")], /Nothing was written: no notebook in .*other/],
      ["results to a file", [place("class"), "--out", place("class.zip")], /class\.zip is a file/],
      ["below a file", [place("class"), "--out", place("class.zip/a/b")], /class\.zip is a file/],
      [
        "among the work",
        [place("class"), "--out", place("class/grades")],
        /among what the students/,
      ],
      ["into the folder itself", [place("class"), "--out", place("class")], /among what the stud/],
      [
        "a student who is not there",
        [place("class"), "--only", "ada,adda"],
        /no student is called adda\. Did you mean ada\?/,
      ],
      ["no time", [place("class"), "--seconds", "0"], /--seconds expects .*, but got "0"/],
      [
        "unknown option",
        [place("class"), "--output", "a"],
        /no option --output; did you mean --out\?/,
      ],
    ];
    for (const [name, args, sentence] of cases) {
      await test.step(name, async () => {
        const { code, text } = await said(args, base);
        assertEquals(code, 1, text);
        assertMatch(text, sentence);
        assertEquals(await namesIn(base), before, "something was made");
      });
    }
  });
});

Deno.test("deno task grade keeps earlier results, and notices the folder of a single student", async () => {
  await inFolder(async (base) => {
    const [folder, out] = [join(base, "ada"), join(base, "ada-grades")];
    await Deno.mkdir(folder);
    await Deno.writeTextFile(join(folder, "04-backward.ipynb"), notebook("check.dW2(dW2)"));
    await Deno.mkdir(out);
    await Deno.writeTextFile(join(out, "grades.csv"), "mine");
    await Deno.writeTextFile(join(out, "grades-2.html"), "mine");
    const { code, text } = await said([folder], base);
    assertEquals(code, 0, text);
    const names = ["feedback-3", "grades-2.html", "grades-3.csv", "grades-3.html", "grades.csv"];
    assertEquals(await namesIn(out), names);
    assertEquals(await Deno.readTextFile(join(out, "grades.csv")), "mine");
    assertStringIncludes(text, "Earlier results were not changed: grades, grades-2");
    assertMatch(text, /has the name of an exercise, 04-backward\..*grade the folder above/);
  });
});

Deno.test("writeResults() gives each of many gradings files of its own", async () => {
  await inFolder(async (base) => {
    const out = join(base, "a", "b");
    await requireWritable(out);
    assertEquals(await namesIn(base), ["tmp"], "looking made something");
    const texts = Array.from({ length: 20 }, (_, k) => ({
      csv: `csv ${k}`,
      page: `page ${k}`,
      tables: { moodle: `moodle ${k}` },
      feedback: { Ada: `Ada ${k}` },
    }));
    const written = await Promise.all(texts.map((text) => writeResults(out, text)));
    for (const [k, { csv, page, feedback }] of written.entries()) {
      assertEquals(await Deno.readTextFile(join(feedback, "Ada.html")), `Ada ${k}`);
      const moodle = csv.replace(/grades(?=[^/]*$)/, "moodle");
      assertEquals(await Deno.readTextFile(moodle), `moodle ${k}`);
      assertEquals(await Deno.readTextFile(csv), texts[k]!.csv);
      assertEquals(await Deno.readTextFile(page), texts[k]!.page);
    }
    assertEquals((await namesIn(out)).length, 80);
  });
});
