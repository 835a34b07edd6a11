/** The maximum time for one case. The slowest take a hundredth of a second on an idle machine. */
const SECONDS = 60;

/**
 * Ends this process if one step takes longer than a minute, and says which. An endless loop can't be
 * ended from within, so another thread watches.
 *
 * @returns an object whose `step` must be called at the beginning of each step
 */
export function watchdog(): { step: (what: string) => void } & Disposable {
  const thread = new Worker(
    URL.createObjectURL(
      new Blob([`
    let timer;
    onmessage = ({ data }) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        console.error("This took longer than ${SECONDS} s: " + data);
        Deno.kill(Deno.pid, "SIGKILL");
      }, ${SECONDS} * 1000);
    };
  `]),
    ),
    { type: "module" },
  );
  return {
    step: (what) => thread.postMessage(what),
    [Symbol.dispose]: () => thread.terminate(),
  };
}
