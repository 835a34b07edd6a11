/**
 * Deno's Jupyter kernel gives a notebook every permission. But if `DENO_PERMISSION_BROKER_PATH` is set,
 * Deno asks the program that listens there before each access, whatever its flags say, and ends itself
 * if nobody answers. The grading is that program: the decisions are made outside the kernel, out of
 * reach of the code that runs in it.
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

/** The maximum number of refusals that are remembered; a notebook can cause any number. */
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
        // The folder of a program says more about this machine than about the notebook.
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
