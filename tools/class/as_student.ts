import { ask } from "../shared/processes.ts";

/**
 * Whether a program succeeds under a user number that no account has. Only root can try that.
 *
 * `setpriv` itself starts its command with all that root may, so `env` stands between the two: it may no
 * more than a student, and finds the program only if a student does.
 */
export async function asStudent(
  command: string,
  args: string[],
  options: Deno.CommandOptions = {},
): Promise<boolean> {
  const student = ["--reuid=50000", "--regid=50000", "--clear-groups", "env"];
  return (await ask("setpriv", [...student, command, ...args], { cwd: "/", ...options })).ok;
}
