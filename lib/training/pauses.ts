/** Milliseconds between two pauses. */
const BETWEEN = 50;

/** Lets other things happen, such as a click on stop or a redrawn bar, some 20 times a second. */
export function pauses(): () => Promise<void> | undefined {
  let next = performance.now() + BETWEEN;
  return () => {
    if (performance.now() < next) return;
    return new Promise((resolve) =>
      setTimeout(() => {
        next = performance.now() + BETWEEN;
        resolve();
      }, 0)
    );
  };
}
