import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { pinnedJupyter } from "../../../tools/jupyter/jupyter.ts";
import { runner } from "../../../tools/notebooks/notebooks.ts";
import { ask } from "../../../tools/shared/processes.ts";
import { project } from "../../../tools/shared/project.ts";
import { pinnedDeno } from "../../../tools/shared/pinned_deno.ts";
import { blocks, page, writeOwnExercise } from "./own_exercise.ts";

interface Cell {
  cell_type: string;
  source: string | string[];
}

Deno.test("docs/writing-an-exercise.md leads from nothing to a graded class", async () => {
  // Inside the project, as on the page, and beside nobody's own folder.
  const root = await Deno.makeTempDir({ dir: join(project, ".glassnet"), prefix: "page-" });
  const run = async (command: string) => {
    const [, , , , task, ...args] = command.split(" ");
    const deno = await pinnedDeno();
    const { tasks } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
    const script = /tools\/\S+\.ts/.exec(tasks[task!].command)![0];
    const { code, stdout, stderr } = await new Deno.Command(deno, {
      args: ["run", "--quiet", "--frozen", "-P=programs", join(project, script), ...args],
      cwd: project,
      env: { INIT_CWD: root, NO_COLOR: "1" },
    }).output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 0, said);
    return said;
  };
  const write = async (path: string, text: string) => {
    await Deno.mkdir(dirname(join(root, path)), { recursive: true });
    await Deno.writeTextFile(join(root, path), text);
  };
  /** What a notebook shows that is run in the lab's kernel, in its folder. */
  const shown = async (notebook: string) => {
    await write("my-exercises/copy.ipynb", notebook);
    const path = join(root, "my-exercises/copy.ipynb");
    const jupyter = await pinnedJupyter();
    const { ok, text } = await ask(jupyter.python, [runner, path], { env: jupyter.env });
    assert(ok, text);
    return await Deno.readTextFile(path);
  };
  try {
    await writeOwnExercise(join(root, "my-exercises"));

    assertStringIncludes(await run(blocks(/^3/)[0]!.text), "01-tanh.ipynb is made");
    const made = await Deno.readTextFile(join(root, "my-exercises/01-tanh.ipynb"));
    assertEquals(made.includes("SOLUTION") || made.includes("Math.tanh"), false, made);
    assertStringIncludes(made, 'throw notWritten(\\"tanh\\")');

    const answered = (answer: string) => {
      const student = JSON.parse(made) as { cells: Cell[] };
      for (const cell of student.cells) {
        if ([cell.source].flat().join("").includes('notWritten("tanh")')) cell.source = answer;
      }
      return JSON.stringify(student);
    };
    const solution = blocks(/^2/)[2]!.text;
    const sentence = /^it says: (.*)$/m.exec(page)![1]!;
    assertStringIncludes(await shown(answered(solution)), "tanh is right on all 2 trials");
    assertStringIncludes(await shown(answered(blocks(/^4/)[0]!.text)), sentence);
    const unwritten = await shown(made);
    assertStringIncludes(unwritten, "not written yet");
    // The first cell does not show what the file holds.
    assertEquals(unwritten.includes("This is the sigmoid"), false, unwritten);
    await write("handed-in/ada/01-tanh.ipynb", answered(solution));
    await write("handed-in/ben/01-tanh.ipynb", answered(blocks(/^4/)[0]!.text));
    await write("handed-in/cleo/01-tanh.ipynb", made);
    const said = await run(blocks(/^5/)[0]!.text);
    assertStringIncludes(said, "ada, 01-tanh.ipynb: 1 of 1 right");
    assertStringIncludes(said, "ben, 01-tanh.ipynb: 0 of 1 right");
    const html = await Deno.readTextFile(join(root, "handed-in-grades/grades.html"));
    assertStringIncludes(html.replace(/\s+/g, " "), sentence);
    assertStringIncludes(html, "not written yet");

    // 7: in German, with the first cell as it is made for the students: their notebook stands beside the exercise.
    const [catalogue, firstCell, listed] = blocks(/^7/).map(({ text }) => text);
    await write("my-exercises/tanh.de.ts", catalogue + "\n");
    const german = JSON.parse(answered(blocks(/^4/)[0]!.text)) as { cells: Cell[] };
    german.cells.find(({ cell_type }) => cell_type === "code")!.source = firstCell!
      .replaceAll('"../', '"./');
    const inGerman = await shown(JSON.stringify(german));
    assertStringIncludes(inGerman, "ein bekannter Fehler");
    assertStringIncludes(inGerman, "Das ist die Sigmoidfunktion");
    assertStringIncludes(inGerman, "Tipp 1");
    const missing = [...page.matchAll(/^It says: (.*)$/gm)].map(([, text]) => text!)[0]!;
    assertStringIncludes(await run(listed!), missing);

    // 8: trials by the student's seed.
    const [trials, checked] = blocks(/^8/).map(({ text }) => text);
    const seeded = blocks(/^1/)[0]!.text
      .replace(/^ {2}trials: .*?^ {2}\],$/ms, trials!)
      .replace("import { exercise,", "import { exercise, initParameters,");
    await write("my-exercises/tanh.ts", seeded + "\n");
    assertStringIncludes(await run(blocks(/^3/)[0]!.text), "01-tanh.ipynb is up to date");
    const asAda = answered(solution).replace(
      "await check.tanh(tanh);",
      checked!.replaceAll('"', '\\"'),
    );
    assertStringIncludes(await shown(asAda), "tanh is right on all 3 trials");
    assertStringIncludes(await run(blocks(/^5/)[0]!.text), "ada, 01-tanh.ipynb: 1 of 1 right");
    const again = await run(`${blocks(/^5/)[0]!.text} --only ada`);
    assertStringIncludes(again, "1/1 ada, 01-tanh.ipynb: 1 of 1 right");
    const watched = "npx -y deno@2.8.1 task progress handed-in --exercises my-exercises --once";
    const seen = await run(watched);
    assertStringIncludes(seen, "ada      …");
    assertStringIncludes(seen, "cleo     ○");

    // 9: hints that have to be earned.
    const later = JSON.parse(made) as { cells: Cell[] };
    later.cells.find(({ cell_type }) => cell_type === "code")!.source = blocks(/^9/)[0]!.text
      .replaceAll('"../', '"./');
    const closed = await shown(JSON.stringify(later));
    assertStringIncludes(closed, "Hint 1 of 3 opens after 2 tries of tanh.");
    assertEquals(closed.includes("Which number does tanh make of 0"), false, closed);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
