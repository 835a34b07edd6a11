/** What a teacher sees of a class while it works. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { sources, studentText } from "../../tools/exercises/exercises.ts";
import { pinnedDeno } from "../../tools/shared/pinned_deno.ts";
import { onWindows, project } from "../../tools/shared/project.ts";

type Cell = {
  source: string | string[];
  metadata: { glassnet?: { piece: string; role: string } };
  outputs?: unknown[];
};

/** A student's notebook 04: what its checks have said, what is written, and what else its outputs hold. */
async function notebook(
  said: Record<string, [verdict: string, message: string]>,
  written: string[] = [],
  more: Record<string, unknown> = {},
): Promise<string> {
  const text = await studentText(join(sources, "04-backward.ipynb"));
  const made = JSON.parse(text) as { cells: Cell[] };
  for (const cell of made.cells) {
    const { piece = "", role } = cell.metadata.glassnet ?? {};
    if (role === "answer" && written.includes(piece)) cell.source = `const ${piece} = () => 1;`;
    if (role !== "check" || !said[piece]) continue;
    const [verdict, message] = said[piece];
    const check = { piece, verdict, mistake: null, message };
    const data = { "application/vnd.glassnet.check+json": check, ...more };
    cell.outputs = [{ output_type: "execute_result", data, metadata: {} }];
  }
  return JSON.stringify(made);
}

async function inClass(
  files: Record<string, string>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  try {
    for (const [path, text] of Object.entries(files)) await save(join(folder, path), text);
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function save(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}

async function progress(...args: string[]): Promise<Deno.ChildProcess> {
  const task = join(project, "tools/progress/progress.ts");
  // It may write nothing, and run nothing but what looks for npm.
  const allowed = ["--allow-read", "--allow-env", "--allow-sys"];
  return new Deno.Command(await pinnedDeno(), {
    args: ["run", "--quiet", "--frozen", "--no-prompt", ...allowed, task, ...args],
    cwd: project,
    env: { npm_command: "" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function once(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await (await progress(...args, "--once")).output();
  return { code, text: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

const tooLarge: [string, string] = ["mistake", "This is m times too large: the 1/m is missing."];

Deno.test("deno task progress shows who has what right, tried and not begun, and what many are told", async () => {
  const home = "glassnet/notebooks/exercises/04-backward.ipynb";
  const hints = { "application/vnd.glassnet.hints+json": { piece: "dW2", open: 2 } };
  const files = {
    [`ada/${home}`]: await notebook({ dZ2: ["right", "Right."], dW2: ["right", "Right."] }),
    [`ben/${home}`]: await notebook({ dZ2: ["right", "Right."], dW2: tooLarge }, ["dW2"], hints),
    [`cem/${home}`]: await notebook({ dW2: tooLarge, db2: ["unwritten", "x"] }, ["db2"]),
    [`dan/${home}`]: await notebook({}),
    // What a student's file says can't clear the terminal, and is no verdict.
    [`e\u001b[2Jva/${home}`]: await notebook({ dZ2: ["best", "x"], dW2: ["failed", "\u001b[2J!"] }),
    [`fay/${home}`]: '{"cells": [',
    "teacher/notes.md": "no student",
  };
  await inClass(files, async (folder) => {
    const { code, text } = await once(folder);
    assertEquals(code, 0, text);
    const rows = text.split("\n");
    const columns = (name: string) =>
      rows.find((row) => row.startsWith(name))!.slice(name.length).trim().split(/\s+/).join(" ");
    assertEquals(
      columns("04-backward"),
      "dZ2 dW2 db2 dZ1 dW1 db1 squaredErrorGradient saved hints",
    );
    assertEquals(columns("ada"), "✓ ✓ ○ ○ ○ ○ ○ now");
    assertEquals(columns("ben"), "✓ ✗ ○ ○ ○ ○ ○ now dW2 2");
    assertEquals(columns("cem"), "○ ✗ … ○ ○ ○ ○ now");
    assertEquals(columns("dan"), "○ ○ ○ ○ ○ ○ ○ now");
    assertEquals(columns("e [2Jva"), "○ ! ○ ○ ○ ○ ○ now");
    assertEquals(columns("right"), "2 1 0 0 0 0 0 of 5");
    assertStringIncludes(text, `2 students: dW2: ${tooLarge[1]}`);
    assertStringIncludes(text, "… written, not checked");
    assertStringIncludes(text, "04-backward.ipynb: the file breaks off in the middle");
    assert(!text.includes("\u001b"), "an escape sequence came through");
    assert(!text.includes("teacher"), "a home without notebooks was shown");
  });
});

Deno.test("deno task progress shows the exercises that are named, and says when nobody has begun", async () => {
  const files = { "ada/04.ipynb": await notebook({}), "ben/04.ipynb": await notebook({}) };
  await inClass(files, async (folder) => {
    assertStringIncludes((await once(folder)).text, "Nobody has begun yet: 2 notebooks.");
    assertStringIncludes((await once(folder, "05")).text, "Nobody has begun yet: 0 notebooks.");
    const wrong: [string[], string][] = [
      [[folder, "09"], 'No notebook\'s name contains "09"'],
      [[join(folder, "nowhere")], "There is no folder"],
      [[], "Name the folder with the students' notebooks"],
    ];
    for (const [args, sentence] of wrong) {
      const { code, text } = await once(...args);
      assertEquals(code, 1);
      assertStringIncludes(text, sentence);
    }
  });
});

Deno.test("deno task progress waits for the first notebook, shows what is saved, and ends with Ctrl-C", async () => {
  await inClass({ "ada/notes.md": "" }, async (folder) => {
    const child = await progress(folder, "--seconds", "1", "--minutes", "1");
    const said = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const until = async (part: string) => {
      while (!text.includes(part)) {
        const { value, done } = await said.read();
        if (done) throw new Error(`it ended, and said: ${text}`);
        text += value;
      }
    };
    await until("There is no notebook in");
    await save(join(folder, "ada/04.ipynb"), await notebook({ dZ2: tooLarge }));
    await until("ada          ✗");
    await save(join(folder, "ada/04.ipynb"), await notebook({ dZ2: ["right", "Right."] }));
    await until("ada          ✓");
    child.kill(onWindows ? "SIGTERM" : "SIGINT");
    await said.cancel();
    const { code } = await child.status;
    assertEquals(code, onWindows ? 1 : 130);
    await child.stderr.cancel();
  });
});
