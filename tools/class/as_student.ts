/**
 * Runs a program as a student would, to see what other accounts can reach.
 *
 * @module
 */

/** Whether a program succeeds under a user number that no account has. Needs root. */
export async function asStudent(
  command: string,
  args: string[],
  { cwd = "/", env }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("setpriv", {
      // setpriv itself starts a program with root's rights to look it up, so env does it here.
      args: ["--reuid=50000", "--regid=50000", "--clear-groups", "env", command, ...args],
      cwd,
      env,
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false; // Not even allowed to start.
  }
}
