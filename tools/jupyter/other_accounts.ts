/**
 * Whether others have accounts on this machine, who could read what a kernel sends.
 *
 * @module
 */

/** The numbers that Linux gives to people; above them is `nobody`. */
const [first, last] = [1000, 60_000];

/**
 * The people with an account in a list like `/etc/passwd`, without its owner.
 *
 * @param own the number of one's own account
 */
export function othersIn(passwd: string, own: number): string[] {
  return passwd.split("\n").flatMap((line) => {
    const [name = "", , number, , , , shell = ""] = line.split(":");
    const isPerson = Number(number) >= first && Number(number) <= last;
    return isPerson && Number(number) !== own && !/(nologin|false)$/.test(shell) ? [name] : [];
  });
}

/** What to say when the lab starts, if others can read along. */
export async function whoCanReadAlong(): Promise<string | undefined> {
  if (Deno.build.os !== "linux" || Deno.env.get("GLASSNET_KERNELS_APART")) return undefined;
  const passwd = await Deno.readTextFile("/etc/passwd").catch(() => "");
  const [one, ...more] = othersIn(passwd, Deno.uid()!);
  if (one === undefined) return undefined;
  const who = more.length ? `${one}, ...` : one;
  return `Other accounts on this machine (${who}) can read what your cells print. ` +
    "GLASSNET_KERNELS_APART=1 prevents that: see docs/security.md.";
}
