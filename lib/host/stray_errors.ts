/**
 * Shows errors that end no cell, since nothing waits for them: those of promises, timers and listeners.
 * Left alone, a kernel shows them nowhere and is held up, and a page's worker shows them nowhere.
 *
 * @param print writes on a cell's stderr
 * @param inspect gives an error as the console shows it
 */
export function showStrayErrors(
  print: (text: string) => void,
  inspect: (error: unknown) => string,
): void {
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    print(`An error in a promise that nothing awaits: ${inspect(event.reason)}\n`);
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    // A page does not give away the error of another page's script.
    const error = event.error ?? event.message;
    print(`An error outside of every cell, as in a timer: ${inspect(error)}\n`);
  });
}
