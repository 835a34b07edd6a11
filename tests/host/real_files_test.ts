/** Disks that are full or read-only, and files that are not permitted, as the system makes them. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { namesIn, temporaryFolder } from "../data/files.ts";

/** Without them root obeys the modes of files, too. */
const rights = "-dac_override,-dac_read_search";

/** Runs a command on disks of its own, of which one is full and one is read-only, without root's rights. */
const apart = [
  "sh",
  "-c",
  `mount -t tmpfs -o size=4k none "$0/full" && head -c 4096 /dev/zero > "$0/full/t" &&
mount -t tmpfs -o ro none "$0/read-only" &&
exec setpriv --bounding-set=${rights} --inh-caps=${rights} -- "$@"`,
];

async function run(folder: string, ...command: string[]) {
  const { success, stdout, stderr } = await new Deno.Command("unshare", {
    args: ["--map-root-user", "--mount", ...apart, folder, ...command],
  }).output();
  const said = new TextDecoder();
  return { success, out: said.decode(stdout), text: said.decode(stderr) };
}

const why = await (async () => {
  if (Deno.build.os !== "linux") return "needs Linux";
  using folder = temporaryFolder();
  for (const name of ["full", "read-only"]) Deno.mkdirSync(folder.path(name));
  const { success } = await run(folder.path("."), "true").catch(() => ({ success: false }));
  return success ? undefined : "needs unshare, setpriv and namespaces of a user's own";
})();

/** What a path is, and what is said of it by all that reads, or by all that writes. */
const cases: Record<"read" | "write", Record<string, string>> = {
  read: {
    "forbidden": "cannot be read: you lack the permission.",
    "closed/t": "cannot be read: you lack the permission.",
    "forbidden/t": "cannot be read: a part of the path is a file",
    ["n".repeat(300)]: "cannot be read: the name is too long.",
    "folder": "folder: name a file in it.",
    "pipe": "a device or a pipe",
    "loop": "cannot be read: it is a link to itself.",
  },
  write: {
    "full/t": "cannot be written: the disk is full.",
    "full/new": "cannot be written: the disk is full.",
    "read-only/new": "cannot be written: this disk is read-only.",
    "unwritable/new": "cannot be written: you may not write there.",
    "closed/t": "cannot be written: you may not write there.",
    "unchangeable": "cannot be written: the file is read-only.",
  },
};

Deno.test({
  name: `a file that can't be read or written is named, with what to do${
    why ? ` (skipped: ${why})` : ""
  }`,
  ignore: why !== undefined,
  fn: async (test) => {
    using folder = temporaryFolder();
    const all = ["full", "read-only", "closed", "folder", "unwritable"];
    for (const name of all) Deno.mkdirSync(folder.path(name));
    for (const name of ["forbidden", "closed/t", "unchangeable"]) {
      Deno.writeTextFileSync(folder.path(name), "kept");
    }
    await new Deno.Command("mkfifo", { args: [folder.path("pipe")] }).output();
    Deno.symlinkSync(folder.path("loop"), folder.path("loop"));
    const modes = { forbidden: 0, closed: 0, unwritable: 0o555, unchangeable: 0o444 };
    for (const [name, mode] of Object.entries(modes)) Deno.chmodSync(folder.path(name), mode);
    const before = namesIn(folder.path("."));
    try {
      for (const [how, words] of Object.entries(cases)) {
        const paths = Object.keys(words).map((name) => folder.path(name));
        const script = fileURLToPath(new URL("real_files.ts", import.meta.url));
        const deno = [Deno.execPath(), "run", "--quiet", "--frozen", "--no-check", "-A", script];
        const { out, text } = await run(folder.path("."), ...deno, how, ...paths);
        await test.step(how, () => {
          const said = JSON.parse(out || text);
          for (const [name, sentence] of Object.entries(words)) {
            for (const one of said[folder.path(name)]) {
              assertStringIncludes(one, sentence);
              assertStringIncludes(one, `DataError of ${folder.path(name)}: ${folder.path(name)}`);
            }
          }
        });
      }
      assertEquals(namesIn(folder.path(".")), before);
    } finally {
      Deno.chmodSync(folder.path("closed"), 0o755);
    }
  },
});
