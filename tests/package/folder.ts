import { join } from "node:path";

/** A new folder with some files in it; `using` removes it. */
export function folderWith(files: Record<string, string>): { path: string } & Disposable {
  // Deno takes a folder below the project's for a part of it.
  const path = Deno.makeTempDirSync({ prefix: "glassnet-" });
  for (const [name, text] of Object.entries(files)) Deno.writeTextFileSync(join(path, name), text);
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

/** What a program prints in a folder, as text without colors, and whether it ended well. */
export async function runIn(
  cwd: string,
  command: string,
  ...args: string[]
): Promise<{ success: boolean; out: string; err: string }> {
  const env = { NO_COLOR: "1", RUST_BACKTRACE: "0" };
  const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd, env }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  return { success, out, err };
}
