/**
 * What a student's notebook may do while it is graded.
 *
 * @module
 */
import { isAbsolute, join, relative, resolve } from "node:path";

/** A question that Deno asks before it does something for a program. */
export interface PermissionRequest {
  /** What it is about: `read`, `write`, `net`, `run`, `env`, `sys`, `ffi` or `import`. */
  permission: string;
  /** The path, host or program; null stands for all of them. */
  value: string | null;
}

/** The folders that decide. */
export interface Rooms {
  /** The student's scratch folder: the only place where files can be written. */
  scratch: string;
  /** What can be read besides: the library, its packages, the data. */
  readable: string[];
  /** What can't be read although it is inside a readable folder: the solutions, the submissions. */
  hidden: string[];
}

/**
 * Whether a notebook gets the access that it asks for while it is graded. It may read the library and
 * write into its scratch folder. It gets no network, no other program, no native code, and nothing
 * unforeseen.
 *
 * @example
 * ```ts
 * import { assert, assertFalse } from "@std/assert";
 * import { allowed } from "./policy.ts";
 *
 * const rooms = { scratch: "/s", readable: ["/lib"], hidden: ["/lib/solutions"] };
 * assert(allowed({ permission: "write", value: "/s/notes.txt" }, rooms));
 * assertFalse(allowed({ permission: "write", value: "/s/../notes.txt" }, rooms));
 * assertFalse(allowed({ permission: "net", value: "example.org:443" }, rooms));
 * ```
 */
export function allowed({ permission, value }: PermissionRequest, rooms: Rooms): boolean {
  const { scratch, readable, hidden } = rooms;
  switch (permission) {
    case "read":
      if (value === null) return false;
      if (within(scratch, value, scratch)) return true;
      // A program that may read a folder may change to it, and then relative paths mean something else.
      if (isFolder(value)) return false;
      return readable.some((folder) => within(folder, value, scratch)) &&
        !hidden.some((folder) => within(folder, value, scratch));
    case "write":
      return value !== null && within(scratch, value, scratch);
    // The kernel is started with an environment that holds nothing private.
    case "env":
      return true;
    default:
      return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

/** Whether `path`, seen from `from`, is `folder` or lies in it. */
function within(folder: string, path: string, from: string): boolean {
  const way = relative(folder, resolve(from, path));
  return way === "" || (way !== ".." && !way.startsWith(join("..", "/")) && !isAbsolute(way));
}
