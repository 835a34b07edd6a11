import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { join } from "node:path";
import { chosenBy, readArguments } from "../../tools/shared/arguments.ts";
import { ask } from "../../tools/shared/processes.ts";
import { project } from "../../tools/shared/project.ts";
import { Advice, Help } from "../../tools/shared/task.ts";

const read = (...args: string[]) =>
  readArguments(args, {
    task: "walk",
    does: "Goes for a walk.",
    options: {
      to: { text: "PLACE", help: "where to" },
      seconds: { number: "N", least: 3, most: 20, help: "how long" },
      fast: { help: "run instead" },
    },
    words: { name: "[DOG...]", help: "who comes along", choices: ["rex", "bello"] },
  });

Deno.test("readArguments() gives values in their types, and words", () => {
  const { values, words } = read("rex", "--to=home", "--seconds", "20", "--fast", "bello");
  assertEquals({ ...values }, { to: "home", seconds: 20, fast: true, help: false });
  assertEquals(words, ["rex", "bello"]);
  assertEquals({ ...read().values }, {
    ...{ to: undefined, seconds: undefined, fast: false, help: false },
  });
});

Deno.test("readArguments() says what is wrong with an argument, and what was meant", () => {
  const cases: [args: string[], message: string][] = [
    [["--second", "5"], "deno task walk has no option --second; did you mean --seconds?"],
    [["--xyz"], "deno task walk has no option --xyz. It takes --to, --seconds, --fast, --help."],
    [["-x"], "deno task walk has no option -x. It takes --to, --seconds, --fast, --help."],
    [["belo"], 'deno task walk does not take "belo"; did you mean bello?'],
    [["x"], 'deno task walk does not take "x". It takes rex, bello.'],
    [["--to"], "--to <value>' argument missing. deno task walk --help shows what it takes."],
    [["--fast=yes"], "does not take an argument. deno task walk --help"],
    ...["2", "21", "5.5", "-5", "1e1", " 5", "", "many"].map((text): [string[], string] => [
      [`--seconds=${text}`],
      `--seconds expects a whole number from 3 to 20, but got "${text}".`,
    ]),
  ];
  for (const [args, message] of cases) assertThrows(() => read(...args), Advice, message);
  assertThrows(
    () => readArguments(["a"], { task: "walk", does: "" }),
    Advice,
    'deno task walk does not take "a": --help shows what it takes.',
  );
});

Deno.test("readArguments() shows everything that there is for --help", () => {
  const { message } = assertThrows(() => read("--fast", "--help"), Help);
  assertEquals(message.split("\n"), [
    "deno task walk [DOG...] [options]",
    "",
    "Goes for a walk.",
    "",
    "  [DOG...]     who comes along",
    "  --to PLACE   where to",
    "  --seconds N  how long",
    "  --fast       run instead",
    "  --help       show this text",
  ]);
});

Deno.test("chosenBy() chooses names by what they contain", () => {
  const names = ["02-a.ipynb", "03-b.ipynb", "05-a.ipynb"];
  assertEquals(chosenBy([], names), names);
  assertEquals(chosenBy(["03", "05"], names), names.slice(1));
  assertThrows(
    () => chosenBy(["9", "x"], names),
    Advice,
    'name contains "9" or "x". The notebooks are',
  );
});

const { tasks }: { tasks: Record<string, { command: string }> } = JSON.parse(
  await Deno.readTextFile(join(project, "deno.json")),
);

for (const [name, { command }] of Object.entries(tasks)) {
  Deno.test(`task ${name} explains itself and refuses an unknown option, within its permissions`, async () => {
    const run = (arg: string) =>
      ask(Deno.execPath(), [...command.split(" ").slice(1), arg], { cwd: project });
    const help = await run("--help");
    assert(help.ok && help.out.startsWith(`deno task ${name} `), help.text);
    const { ok, text } = await run("--hlep");
    assert(!ok && !/^\s+at /m.test(text), text);
    assertMatch(text, new RegExp(`deno task ${name} has no option --hlep; did you mean --help\\?`));
  });
}
