/**
 * What the workers behind the wall have in common: how they get their work and how they speak to the main
 * thread, so that the student's code can't do the same.
 *
 * @module
 */

// Taken before the student's code runs, which may change whatever it reaches.
const scope = globalThis as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
};
const send = scope.postMessage.bind(globalThis);
const { parse, stringify } = JSON;
const { hasOwn, prototype } = Object;

/** Speaks to the main thread. */
export interface Channel {
  /** A step begins: its time runs from now on. */
  begin(): void;
  /** Hands on a message. */
  tell(message: object): void;
  /** All is done. */
  done(): void;
  /** The student's code wants to end the process. */
  left(): void;
}

/** Waits for the work, and does it. */
export function whenAsked<Work>(work: (work: Work, channel: Channel) => Promise<void>): void {
  scope.onmessage = ({ data }) => {
    scope.onmessage = null;
    const { password } = data as { password: string };
    // The password is never part of an object that the student's code could get to see.
    const channel: Channel = {
      begin: () => send(`${password}b`),
      tell(message) {
        // Then a message may say something else than it should. What is no message is noticed.
        if (hasOwn(prototype, "toJSON")) send(`${password}m`);
        send(`${password}m${stringify(message)}`);
      },
      done: () => send(`${password}d`),
      left: () => send(`${password}l`),
    };
    work(parse(data.work), channel).then(channel.done, channel.left);
  };
}
