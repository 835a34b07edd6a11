import { project } from "../../tools/shared/project.ts";

/** Debian's and Fedora's account without rights, `nobody`. */
const NOBODY = 65_534;

/** What a line of the shell prints if another account of this machine runs it. */
export async function asAnother(line: string): Promise<string> {
  const { stdout } = await new Deno.Command("setpriv", {
    args: [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", "sh", "-c", line],
    clearEnv: true,
    env: { PATH: "/usr/bin:/bin" },
    cwd: "/",
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout);
}

/** Why nothing can be tried as another account here, if that is so. */
export const whyNoOther: string | undefined = await (async () => {
  if (Deno.build.os !== "linux") return "needs Linux";
  if (Deno.uid() !== 0) return "needs root";
  const said = await asAnother(`cat '${project}/LICENSE'`).catch(() => undefined);
  if (said === undefined) return "needs setpriv";
  return said === "" ? "needs a project in a folder that others can pass" : undefined;
})();
