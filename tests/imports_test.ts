/** Imports go downwards only, as the map in lib/README.md says: whoever reads it can rely on it. */
import { assert, assertEquals } from "@std/assert";
import { join, relative } from "node:path";
import { fileOf, importsIn } from "../tools/shared/imports.ts";
import { exists, project } from "../tools/shared/project.ts";
import { type Arrow, circles, problems, readMap } from "./imports.ts";

const { imports: names, exclude }: { imports: Record<string, string>; exclude: string[] } = JSON
  .parse(await Deno.readTextFile(join(project, "deno.json")));

/** The files of a folder that can import something. */
async function codeBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(project, folder))) {
    if (isDirectory && name !== "node_modules") files.push(...await codeBelow(`${folder}/${name}`));
    else if (/\.[jt]s$/.test(name)) files.push(`${folder}/${name}`);
  }
  return files.sort();
}

const folders: string[] = [];
for (const folder of ["lib", "tools", "site"]) {
  if (await exists(join(project, folder))) folders.push(folder);
}
const files = (await Promise.all(folders.map(codeBelow))).flat();
const arrows: Arrow[] = [];
for (const from of files) {
  // What is bundled imports nothing any more, and AssemblyScript is a language of its own.
  if (!from.endsWith(".ts") || exclude.some((folder) => from.startsWith(`${folder}/`))) continue;
  for (const one of importsIn(await Deno.readTextFile(join(project, from)))) {
    const to = fileOf(one, from, names);
    // The address of a folder is no import.
    if (to && files.includes(to)) arrows.push({ from, to, how: one.how });
  }
}

Deno.test("imports go downwards only, without circles, as the map of lib says", async () => {
  const map = readMap(await Deno.readTextFile(join(project, "lib", "README.md")));
  assert(map.size > 10, "the map was not found");
  assertEquals(problems(map, files.filter((file) => file.startsWith("lib/")), arrows), []);
});

Deno.test("the imports that are checked are those that Deno finds", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "lib/mod.ts"],
    cwd: project,
  }).output();
  interface Info {
    modules: {
      local?: string;
      dependencies?: { code?: { specifier: string }; type?: { specifier: string } }[];
    }[];
  }
  const { modules }: Info = JSON.parse(new TextDecoder().decode(stdout));
  const seen = new Set(arrows.map(({ from, to, how }) => `${from} ${to} ${how}`));
  let count = 0;
  for (const { local, dependencies = [] } of modules) {
    const from = local && relative(project, local).replaceAll("\\", "/");
    if (!from?.startsWith("lib/")) continue;
    for (const { code, type } of dependencies) {
      const { specifier } = code ?? type!;
      if (!specifier.startsWith("file:")) continue;
      const to = relative(project, new URL(specifier).pathname).replaceAll("\\", "/");
      if (!files.includes(to)) continue;
      assert(seen.has(`${from} ${to} ${code ? "value" : "type"}`), `${from} imports ${to}`);
      count++;
    }
  }
  assert(count > 300, `only ${count} imports`);
});

Deno.test("every way to import a file is seen, and nothing else", () => {
  const text = `
    import { a } from "./a.ts";
    import type { B } from "./b.ts";
    import { type C, type D } from "./c.ts";
    import { type E, e } from "./e.ts";
    import "./f.ts";
    export * from "./g.ts";
    export type { H } from "./h.ts";
    export { i } from "./i.ts";
    // import { no } from "./no.ts";
    const words = 'import { no } from "./no.ts"';
    const j = await import("./j.ts");
    let k: import("./k.ts").K;
    let l: (typeof import("./l.ts"))["l"];
    new Worker(new URL("./m.ts", import.meta.url), { type: "module" });
    new URL("./no.ts", "https://example.org");
  `;
  const how = (kind: string) =>
    importsIn(text).filter((one) => one.how === kind).map(({ of }) => of[2]).join("");
  assertEquals([how("value"), how("type"), how("address")], ["acefgij", "bhkl", "m"]);
  assertEquals(importsIn(text)[0], { of: "./a.ts", how: "value", line: 2 });

  const file = (of: string) => fileOf({ of, how: "value", line: 1 }, "lib/a/b.ts", names);
  assertEquals(file("../c/d.ts"), "lib/c/d.ts");
  assertEquals(file("glassnet"), "lib/mod.ts");
  assertEquals([file("node:path"), file("fast-png"), file("npm:a")], [
    undefined,
    undefined,
    undefined,
  ]);
});

const map = readMap(`
- [\`ground\`](ground) imports nothing: a floor.
- [\`hall\`](hall) imports \`ground\`: a \`word\`,
  and another one.
- [\`attic\`](attic) imports \`hall\` and
  \`ground\`: old things.
- [\`mod.ts\`](mod.ts) imports \`attic\`: the door.
`);
const house = [
  "lib/ground/a.ts",
  "lib/ground/b.ts",
  "lib/hall/a.ts",
  "lib/attic/a.ts",
  "lib/mod.ts",
];
const arrow = (from: string, to: string, how: Arrow["how"] = "value"): Arrow => ({ from, to, how });

Deno.test("a map is read, and a house that keeps to it is fine", () => {
  assertEquals([...map], [
    ["ground", []],
    ["hall", ["ground"]],
    ["attic", ["hall", "ground"]],
    ["mod.ts", ["attic"]],
  ]);
  const fine = [
    arrow("lib/ground/a.ts", "lib/ground/b.ts"),
    arrow("lib/ground/b.ts", "lib/ground/a.ts", "type"),
    arrow("lib/hall/a.ts", "lib/ground/a.ts"),
    arrow("lib/attic/a.ts", "lib/ground/a.ts", "address"),
    arrow("lib/mod.ts", "lib/hall/a.ts"),
    arrow("tools/a.ts", "lib/hall/a.ts"),
  ];
  assertEquals(problems(map, house, fine), []);
});

Deno.test("an import upwards is a problem, of whatever kind", () => {
  for (const how of ["value", "type", "address"] as const) {
    assertEquals(problems(map, house, [arrow("lib/ground/a.ts", "lib/hall/a.ts", how)]), [
      "lib/ground/a.ts imports lib/hall/a.ts: ground may not import hall",
    ]);
    assertEquals(problems(map, house, [arrow("lib/hall/a.ts", "lib/mod.ts", how)]), [
      "lib/hall/a.ts imports lib/mod.ts: hall may not import mod.ts",
    ]);
  }
});

Deno.test("lib imports nothing outside of it", () => {
  assertEquals(problems(map, house, [arrow("lib/hall/a.ts", "tools/a.ts", "type")]), [
    "lib/hall/a.ts imports tools/a.ts, outside of lib",
  ]);
  assertEquals(problems(map, house, [arrow("lib/mod.ts", "site/a.ts")]), [
    "lib/mod.ts imports site/a.ts, outside of lib",
  ]);
});

Deno.test("circles between rooms are problems, and those by values in a room", () => {
  const rooms = [
    arrow("lib/hall/a.ts", "lib/ground/a.ts"),
    arrow("lib/ground/b.ts", "lib/hall/a.ts", "type"),
  ];
  assertEquals(problems(map, house, rooms), [
    "lib/ground/b.ts imports lib/hall/a.ts: ground may not import hall",
    "a circle of rooms: ground, hall",
  ]);
  const inside = [
    arrow("lib/ground/a.ts", "lib/ground/b.ts"),
    arrow("lib/ground/b.ts", "lib/ground/a.ts"),
  ];
  assertEquals(problems(map, house, inside), [
    "a circle of files: lib/ground/a.ts, lib/ground/b.ts",
  ]);
  assertEquals(circles([["a", "b"], ["b", "c"], ["c", "a"], ["c", "d"], ["d", "d"], ["e", "a"]]), [
    ["a", "b", "c"],
    ["d"],
  ]);
});

Deno.test("a room that the map does not name is a problem, and one that is not there", () => {
  assertEquals(problems(map, [...house, "lib/ground/cellar/a.ts", "lib/other.ts"], []), [
    "lib/README.md does not name ground/cellar",
    "lib/README.md does not name other.ts",
  ]);
  assertEquals(problems(map, house.filter((file) => file !== "lib/hall/a.ts"), []), [
    "lib/README.md names hall, which is not there",
  ]);
});

Deno.test("a map that contradicts itself is a problem", () => {
  const upside = readMap("- [`hall`] imports `ground`: a\n- [`ground`] imports `cellar`: b\n");
  assertEquals(problems(upside, ["lib/hall/a.ts", "lib/ground/a.ts"], []), [
    "lib/README.md lets hall import ground, which stands below it",
    "lib/README.md lets ground import cellar, which it lacks",
  ]);
});
