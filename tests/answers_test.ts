/**
 * What every exported function answers, to the letter: to right arguments what it gives and shows, to
 * wrong ones its sentence. No answer changes by accident, and a change on purpose is seen as a whole
 * in the fixture's difference: `deno run -A tests/answers_test.ts` writes it anew.
 */
import { assertEquals } from "@std/assert";
import { type Call, calls } from "../tools/fuzz/calls.ts";
import { inFolder } from "../tools/fuzz/in_folder.ts";
import { nonsense } from "../tools/fuzz/nonsense.ts";
import { display, pathsIn, replaced, run } from "./call_with.ts";

/** Some of the nonsense: one of a kind is enough for a sentence. */
const kinds = ["undefined", "half", "a text", "a matrix of another shape"];

/** By what was given, what was answered. */
type Answers = Record<string, string>;

const fixture = new URL("fixtures/answers.json", import.meta.url);

/** A text as it is, or if it is long, something short that changes with it. */
async function short(text: string): Promise<string> {
  if (text.length <= 300) return text;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `${text.length} characters, ${new Uint8Array(hash).toHex().slice(0, 16)}`;
}

/** A value as text, with all that is in it. */
const written = (value: unknown) =>
  Deno.inspect(value, { depth: 9, iterableLimit: Infinity, strAbbreviateSize: Infinity });

async function answersOf(name: string, call: Call): Promise<Answers> {
  const answers: Answers = {};
  const result = await run(name, call, call.args());
  answers.right = await short(written(result));
  for (const [type, shown] of Object.entries(await display(result))) {
    const text = typeof shown === "string" ? shown : written(shown);
    // What a page runs is bundled, and tested in a browser: only what it is given is looked at.
    answers[`right, ${type}`] = await short(text.replace(/=>\{.*\}\)\("/s, '=>{})("'));
  }
  const ask = async (given: string, args: unknown[]) => {
    // Without a folder it reads the project's own, where the whole data may lie, or not.
    if (name.startsWith("loadDigits") && /undefined|arguments/.test(given)) return;
    try {
      await run(name, call, args);
    } catch (error) {
      answers[given] = (error as Error).message;
    }
  };
  for (const path of pathsIn(call.args())) {
    for (const kind of kinds) {
      const args = replaced(call.args(), path, nonsense[kind]()) as unknown[];
      await ask(`${kind} as ${path.join(".")}`, args);
    }
  }
  for (let n = 0; n < call.args().length; n++) {
    await ask(`${n} arguments`, call.args().slice(0, n));
  }
  return answers;
}

/** A name has the same answers in every run only if its files have. */
const inOwnFolder = async (name: string, call: Call) => {
  let answers: Answers = {};
  await inFolder(async () => {
    answers = await answersOf(name, call);
  });
  return answers;
};

if (import.meta.main) {
  const all: Record<string, Answers> = {};
  for (const [name, call] of Object.entries(calls)) all[name] = await inOwnFolder(name, call);
  await Deno.writeTextFile(fixture, JSON.stringify(all, null, 1) + "\n");
} else {
  const all: Record<string, Answers> = JSON.parse(await Deno.readTextFile(fixture));
  for (const [name, call] of Object.entries(calls)) {
    Deno.test(`${name}: every answer is as it was`, async () => {
      assertEquals(await inOwnFolder(name, call), all[name]);
    });
  }
}
