/** A layer below lib's files that knows what would be on the disk if the power were cut. */

type Step =
  | { what: "create" | "remove"; name: string; file: number }
  | { what: "write"; file: number; bytes: Uint8Array }
  | { what: "sync"; file: number }
  | { what: "rename"; name: string; to: string }
  | { what: "sync the folder" };

/**
 * Writes, and returns every content that the file could have after a power cut at each moment: what was
 * not synced may be there, or a part of it, or nothing. A folder's changes get to the disk in their
 * order, or, as long as the folder is not synced, not at all.
 *
 * @param path the file, which may be there already
 * @param write writes it
 * @returns for each moment the contents, undefined for a file that is not there; the last is that after
 * `write` has ended
 */
export async function powerCuts(
  path: string,
  write: () => Promise<unknown>,
): Promise<(Uint8Array | undefined)[][]> {
  const before = await Deno.readFile(path).catch(() => undefined);
  const steps = await recorded(write);
  return Array.from({ length: steps.length + 1 }, (_, k) => after(steps.slice(0, k), path, before));
}

/** What is done to files while `write` runs. */
async function recorded(write: () => Promise<unknown>): Promise<Step[]> {
  const steps: Step[] = [];
  const { open, rename, remove } = Deno;
  let files = 0;
  Deno.open = async (path, options) => {
    const opened = await open(path, options);
    if (!options?.write) {
      const { isDirectory } = await opened.stat();
      const sync = opened.sync.bind(opened);
      opened.sync = () => {
        if (isDirectory) steps.push({ what: "sync the folder" });
        return sync();
      };
      return opened;
    }
    const file = ++files;
    steps.push({ what: "create", name: `${path}`, file });
    const [writeSome, sync] = [opened.write.bind(opened), opened.sync.bind(opened)];
    opened.write = async (bytes) => {
      const count = await writeSome(bytes);
      steps.push({ what: "write", file, bytes: bytes.slice(0, count) });
      return count;
    };
    opened.sync = () => {
      steps.push({ what: "sync", file });
      return sync();
    };
    return opened;
  };
  Deno.rename = async (name, to) => {
    await rename(name, to);
    steps.push({ what: "rename", name: `${name}`, to: `${to}` });
  };
  Deno.remove = async (name, options) => {
    await remove(name, options);
    steps.push({ what: "remove", name: `${name}`, file: 0 });
  };
  try {
    await write();
  } finally {
    Object.assign(Deno, { open, rename, remove });
  }
  return steps;
}

/** The contents that a file may have if the power is cut after these steps. */
function after(steps: Step[], path: string, before?: Uint8Array): (Uint8Array | undefined)[] {
  const written = new Map<number, Uint8Array[]>([[0, before ? [before] : []]]);
  const synced = new Map<number, number>([[0, 1]]); // how many of the writes are on the disk
  const changes: Step[] = []; // of the folder
  let safe = 0; // how many of the changes are on the disk
  for (const step of steps) {
    if (step.what === "write") written.get(step.file)!.push(step.bytes);
    else if (step.what === "sync") synced.set(step.file, written.get(step.file)!.length);
    else if (step.what === "sync the folder") safe = changes.length;
    else {
      if (step.what === "create") written.set(step.file, []);
      changes.push(step);
    }
  }
  const contents: (Uint8Array | undefined)[] = [];
  for (let k = safe; k <= changes.length; k++) {
    const names = new Map<string, number>(before ? [[path, 0]] : []);
    for (const change of changes.slice(0, k)) {
      if (change.what === "create") names.set(change.name, change.file);
      if (change.what === "remove") names.delete(change.name);
      if (change.what !== "rename") continue;
      names.set(change.to, names.get(change.name)!);
      names.delete(change.name);
    }
    const file = names.get(path);
    if (file === undefined) {
      contents.push(undefined);
      continue;
    }
    const parts = written.get(file)!;
    for (let count = synced.get(file) ?? 0; count <= parts.length; count++) {
      const whole = Uint8Array.from(parts.slice(0, count).flatMap((part) => [...part]));
      contents.push(whole);
      // The last write may have got there in part.
      if (count > (synced.get(file) ?? 0)) contents.push(whole.subarray(0, whole.length - 1));
    }
  }
  return contents;
}
