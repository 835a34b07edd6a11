import { CellSession, type Output } from "../../lib/cells/mod.ts";

/** Runs `use` with a session that has Glassnet, and in which `Deno.jupyter` is the session's. */
export async function withSession<Result>(
  output: (output: Output) => void,
  use: (session: CellSession) => Promise<Result>,
): Promise<Result> {
  const session = new CellSession({
    modules: {
      glassnet: () => import("glassnet"),
      "glassnet/kernels": () => import("glassnet/kernels"),
      "@std/assert": () => import("@std/assert"),
    },
    output,
  });
  const whole = globalThis.Deno;
  const deno = Object.create(whole, { jupyter: { value: session.jupyter } });
  Object.defineProperty(globalThis, "Deno", { value: deno, configurable: true, writable: true });
  try {
    return await use(session);
  } finally {
    Object.defineProperty(globalThis, "Deno", { value: whole, configurable: true, writable: true });
    session.close();
  }
}
