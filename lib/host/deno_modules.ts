import { fileURLToPath } from "node:url";

/** The folder in which lib lies, also on a server. */
export const project = new URL("../../", import.meta.url);

/** Whether the modules come from a server. */
export const isRemote = project.protocol !== "file:";

/** A module of lib by its path in there. */
export function addressIn(module: string): URL {
  return new URL(`lib/${module}`, project);
}

/** Whether a module of lib can be loaded without asking for permission. */
export function mayLoad(module: string): boolean {
  // A module loads its neighbours.
  const folder = new URL(".", addressIn(module));
  const permission = isRemote
    ? { name: "import", host: project.host } as unknown as Deno.PermissionDescriptor
    : { name: "read", path: fileURLToPath(folder) } as const;
  return Deno.permissions.querySync(permission).state === "granted";
}
