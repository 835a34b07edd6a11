import type { Kernels } from "../matrix/kernels/kernels.ts";
import { Scratch } from "../matrix/kernels/scratch.ts";
import { startKernels } from "../matrix/kernels/start.ts";

/** The kernels of one training with their threads, and its buffers, which are used again. */
export class TrainingMemory {
  readonly kernels: Kernels;
  /** What one iteration computes and the next overwrites. */
  readonly iteration: Scratch;
  /** Two sets: the velocity that is read, and the one that is written. */
  readonly velocity: Scratch;
  /** Two sets: after a step the parameters before it are still there, to go back to. */
  readonly parameters: Scratch;
  /** Ends the threads. */
  readonly close: () => void;

  constructor() {
    const { kernels, close } = startKernels();
    this.kernels = kernels;
    this.close = close;
    this.iteration = this.buffers(1);
    this.velocity = this.buffers(2);
    this.parameters = this.buffers(2);
  }

  /** More buffers, overwritten after so many turns. */
  buffers(turns: number): Scratch {
    return new Scratch(turns, this.kernels);
  }
}
