/**
 * Everything in the project that installs a package takes only files whose hashes are committed. This
 * finds the calls and the lists by itself.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { basename, dirname, join, relative } from "node:path";
import { exists, project } from "../../tools/shared/project.ts";
import { committedFiles } from "./committed_files.ts";

/** The files that call pip without hashes, and who does so. */
const byHand: Record<string, string> = {
  "docs/for-schools.md": "a teacher tries repo2docker",
  "requirements.in": "a contributor pins anew",
  "tests/explorer/fixtures/make_centred.py": "a contributor makes the fixture anew",
  "tests/saving/fixtures/make_pytorch.py": "a contributor makes the fixture anew",
};

/** All texts of the project by their names, without notebooks, pictures and this test. */
const texts = new Map<string, string>();
for await (const path of committedFiles()) {
  const name = relative(project, path).replaceAll("\\", "/");
  if (/\.(ipynb|png|wasm|csv|js|safetensors)$/.test(name)) continue;
  if (path === import.meta.filename) continue;
  texts.set(name, (await Deno.readTextFile(path)).replaceAll("\r\n", "\n"));
}

/** A call of pip, up to the end of its command. */
const pip = /\bpip["\',\s]+(?:install|download|wheel)\b(?:(?!&&|;|\n\n)[^])*/g;

/** A line that asks for a package in a certain version, as a list for pip has it. */
const pin = /^[\w.-]+(?:\[[\w,-]+\])?==\S/m;

/** The entries of a list for pip that are not pinned by hash. */
function withoutHash(list: string): string[] {
  return list.replace(/^\s*#.*$/gm, "").replaceAll(/ *\\\n\s*/g, " ").split("\n").filter((line) =>
    line.trim() && !/^-r \S+$/.test(line) &&
    !/^[\w.-]+(\[[\w,-]+\])?==[\w.+]+( ; [^\\]+?)?( --hash=sha256:[0-9a-f]{64})+$/.test(line)
  );
}

Deno.test("every call of pip takes only packages with hashes", () => {
  const calls = [...texts].flatMap(([name, text]) =>
    [...text.matchAll(pip)].map(([call]) => ({ name, call }))
  );
  const programs = ["python.ts", "Dockerfile"];
  const found = new Set(calls.map(({ name }) => basename(name)));
  assertEquals(programs.filter((name) => !found.has(name)), [], "the search finds too little");

  const unsafe = calls.filter(({ call }) => !call.includes("--require-hashes"))
    .map(({ name, call }) => `${name}: ${call}`);
  const known = Object.keys(byHand);
  assertEquals(
    unsafe.filter((line) => !known.some((name) => line.startsWith(`${name}:`))),
    // A hub of another version than ours is the school's choice.
    ['tools/class/Dockerfile: pip install --no-cache-dir "jupyterhub==$JUPYTERHUB"'],
  );
});

Deno.test("every list of Python packages has a hash for each of them", () => {
  const lists = [...texts].filter(([name, text]) => name.endsWith(".txt") && pin.test(text));
  assertEquals(lists.map(([name]) => name).sort(), [
    ".binder/requirements.txt",
    "requirements.txt",
    "site/lab/requirements.txt",
    "tools/bench/requirements.txt",
    "tools/bench/torch.txt",
    "tools/bench/torch_cpu.txt",
    "tools/class/requirements.txt",
    "tools/grade/nbgrader/requirements.txt",
  ], "a new list belongs here, and into what installs it");
  for (const [name, text] of lists) assertEquals(withoutHash(text), [], name);
  assertEquals(withoutHash("a==1.0\nb>=2 \\\n  --hash=sha256:00\n# c==1\n").length, 2);
});

Deno.test("every lock of Deno's and of npm's has a hash for each package", () => {
  const locks = [...texts].filter(([name]) => /\.lock$|package-lock\.json$/.test(name));
  assertEquals(locks.map(([name]) => name).sort(), [
    "deno.lock",
    "tools/bench/javascript_peers.lock",
    "tools/class/proxy/package-lock.json",
  ]);
  for (const [name, text] of locks) {
    const { npm, packages = npm, remote, jsr } = JSON.parse(text);
    assertEquals([remote, jsr], [undefined, undefined], `${name} locks what this does not check`);
    for (const [of, entry] of Object.entries<{ integrity?: string }>(packages)) {
      // npm's first entry is the project itself.
      if (of) assertMatch(entry.integrity ?? "none", /^sha512-[\w+/]{86}==$/, `${name}: ${of}`);
    }
  }
});

Deno.test("every npm package is asked for in one version, which a lock has", () => {
  const locked = ["deno.lock", "tools/bench/javascript_peers.lock"].flatMap((name) =>
    Object.keys(JSON.parse(texts.get(name)!).specifiers)
  );
  const asked = [...texts].flatMap(([name, text]) =>
    [...text.matchAll(/["`(]npm:\/?((?:@[\w-]+\/)?[\w.-]+@[^/"`)]+)/g)]
      .map(([, specifier]) => ({ name, specifier: `npm:${specifier}` }))
  ).filter(({ name }) => !/\.lock$|^tests\/tools\/grade\//.test(name));
  assert(asked.length > 10);
  for (const { name, specifier } of asked) {
    assert(locked.includes(specifier), `${name} asks for ${specifier}`);
  }
  const peers = texts.get("tools/bench/javascript_peers.ts")!;
  for (const [, specifier] of peers.matchAll(/fetched\("([^"]+)"\)/g)) {
    assert(locked.includes(`npm:${specifier}`), specifier);
  }
});

Deno.test("npm installs only what a lock beside its package.json has", async () => {
  for (const [name, text] of texts) {
    for (const [call] of text.matchAll(/\bnpm["', [\]]+(?:i|install|add)\b.*/g)) {
      // What is installed offline is a tarball of our own.
      assert(name.endsWith(".md") || call.includes("--offline"), `${name}: ${call}: use npm ci`);
    }
    const { dependencies } = basename(name) === "package.json" ? JSON.parse(text) : {};
    if (!dependencies) continue;
    const beside = join(project, dirname(name), "package-lock.json");
    assert(await exists(beside), `${name} has no package-lock.json`);
    const { packages } = JSON.parse(await Deno.readTextFile(beside));
    assertEquals(packages[""].dependencies, dependencies, `${name}: run npm install there`);
    for (const [of, version] of Object.entries(dependencies)) {
      assertEquals(packages[`node_modules/${of}`]?.version, version, `${name}: ${of}`);
    }
  }
});

Deno.test("every task uses the lock, unless it fetches nothing", () => {
  // `lab` and `test` start in any Deno, import no package, and go on in the pinned Deno.
  const { tasks }: { tasks: Record<string, { command: string }> } = JSON.parse(
    texts.get("deno.json")!,
  );
  for (const [name, { command }] of Object.entries(tasks)) {
    const how = ["lab", "test"].includes(name) ? " --no-lock " : " --frozen ";
    assert(command.includes(how), `task ${name} lacks${how}: ${command}`);
  }
  const without = [...texts].filter(([name, text]) =>
    /^(lib|tools)\//.test(name) && text.includes('"--no-lock"')
  );
  assertEquals(without.map(([name]) => name).sort(), [
    "lib/host/deno_apart.ts", // with --cached-only, or for a glassnet from a server
    "tools/grade/wall/process.ts", // with --no-remote and --no-npm
    "tools/ok.ts", // starts `test`
    "tools/shared/pinned_deno.ts", // npm's own hash of the one version
  ]);
});
