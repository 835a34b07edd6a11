/**
 * Deno's Jupyter kernel gives a notebook every permission. But a Deno that finds
 * `DENO_PERMISSION_BROKER_PATH` in its environment asks the program that listens there before each
 * access, whatever its flags say, and it ends itself when nobody answers. The grading is that program:
 * the decisions are made outside the kernel, out of reach of what runs in it.
 *
 * @module
 */
import { createServer, type Server, type Socket } from "node:net";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { onWindows } from "../shared/project.ts";
import type { PermissionRequest } from "./policy.ts";

/** The environment variable in which Deno looks for a broker. */
export const brokerVariable = "DENO_PERMISSION_BROKER_PATH";

/** Answers a kernel's questions until it is closed. */
export interface Broker {
  /** Where it listens: the value for {@link brokerVariable}. */
  path: string;
  /** What it has refused so far, each kind of thing once: "net example.org:443". */
  refused: Set<string>;
  /** Stops listening. A kernel that still asks ends itself. */
  close(): Promise<void>;
}

/** As many refusals are remembered; a notebook can make any number of them. */
const mostRefusals = 20;

/**
 * Listens for the questions of one kernel.
 *
 * @param folder a folder with a short path, since a socket's path may have only about 100 characters
 * @param decide the answer to each question
 */
export async function openBroker(
  folder: string,
  decide: (request: PermissionRequest) => boolean,
): Promise<Broker> {
  const name = crypto.randomUUID().slice(0, 8);
  const path = onWindows ? `\\\\.\\pipe\\glassnet-${name}` : join(folder, `${name}.sock`);
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A kernel that is killed leaves its connection broken.
    socket.on("error", () => socket.destroy());
    createInterface(socket).on("line", (line) => {
      const { id, permission, value } = JSON.parse(line);
      const granted = decide({ permission, value });
      if (!granted && refused.size < mostRefusals) {
        // Which folder a program lies in says more of this machine than of the notebook.
        const what = permission === "run" ? basename(value ?? "any program") : value ?? "anything";
        refused.add(`${permission} ${what.slice(0, 200)}`);
      }
      socket.write(JSON.stringify({ id, result: granted ? "allow" : "deny" }) + "\n");
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(path, listening);
  });
  return {
    path,
    refused,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
