import { host } from "../host/host.ts";
import type { Companion } from "../training/companions.ts";
import { progressBar } from "./progress_bar.ts";
import { stopButton } from "./stop_button.ts";

/**
 * Shows a training while it runs, and lets the stop button end it: the option `live` of `train`. With
 * a `signal` of its own, what stops a training is up to its user.
 */
export const live: Companion = {
  names: ["live"],
  join(_digits, options) {
    const inNotebook = host().notebook() !== undefined;
    const { live = inNotebook && !options.onProgress, iterations, signal } = options;
    // Nothing moves in a training without iterations.
    const onProgress = live !== false && iterations !== 0
      ? progressBar(typeof live === "string" ? live : "")
      : undefined;
    // Unseen by its user, a kernel would die of the stop button, also if nothing is shown.
    if (signal || (live === false && !inNotebook)) return { onProgress };
    const end = Promise.withResolvers<void>();
    let stop: AbortSignal | undefined;
    const button = stopButton((signal) => {
      stop = signal;
      return end.promise;
    });
    return {
      options: { ...options, signal: stop },
      onProgress,
      leave() {
        end.resolve();
        return button;
      },
    };
  },
};
