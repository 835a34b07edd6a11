import { files } from "./deno_files.ts";

/** What stands in a deno.lock. */
type Lock = Record<string, Record<string, unknown> | undefined>;

/** Where a lock lists packages and modules. */
const lists = ["specifiers", "jsr", "npm", "redirects", "remote"];

/**
 * Undoes what Deno's kernel does to the project's lock when a cell imports a package, such as
 * `npm:left-pad`: it adds the package, and has no setting against that. `GLASSNET_LOCK` names a copy from
 * when the kernel was set up. If the lock has changed in any other way, it is left alone.
 *
 * @param lock the project's own, unless a test has another one
 */
export async function putLockBack(
  lock: string | URL = new URL("../../deno.lock", import.meta.url),
): Promise<void> {
  const copy = Deno.env.get("GLASSNET_LOCK");
  if (!copy) return;
  try {
    // Not async: each such read would keep a thread of Deno's for some seconds after every cell.
    const [before, now] = [copy, lock].map((path) => Deno.readTextFileSync(path));
    if (before === now || !onlyAdded(JSON.parse(before), JSON.parse(now))) return;
    const path = typeof lock === "string" ? lock : files.pathOf(lock);
    const bytes = new TextEncoder().encode(before);
    await files.write(path, (add) => add(bytes), { replace: true, lasting: false });
  } catch {
    // A lock that cannot be read or written stays as Deno left it.
  }
}

/** Whether a lock is an earlier one with more packages, and nothing else. */
function onlyAdded(before: Lock, now: Lock): boolean {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].every((part) =>
    lists.includes(part)
      ? Object.entries(before[part] ?? {}).every(([name, what]) => same(now[part]?.[name], what))
      : same(before[part], now[part])
  );
}
