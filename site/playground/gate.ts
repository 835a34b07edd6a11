/** Lets a training pass between two updates, or makes it wait. */
export class Gate {
  /** How many may pass; Infinity while the gate is open. */
  #permits = 0;
  #wake?: () => void;
  #arrival = Promise.withResolvers<void>();

  /** Whether everything passes. */
  get isOpen(): boolean {
    return this.#permits === Infinity;
  }

  /** Resolves as soon as somebody waits here. */
  get arrival(): Promise<void> {
    return this.#arrival.promise;
  }

  /** Lets everything pass from now on. */
  open(): void {
    this.#permits = Infinity;
    this.#wake?.();
  }

  /** Lets one more pass. */
  openOnce(): void {
    this.#permits++;
    this.#wake?.();
  }

  /** Lets nothing pass from now on. */
  close(): void {
    this.#permits = 0;
  }

  /** Passes, at once or when the gate is opened. */
  pass(): Promise<void> | undefined {
    if (this.#permits > 0) {
      this.#permits--;
      return;
    }
    return new Promise((resolve) => {
      this.#arrival.resolve();
      this.#wake = () => {
        this.#wake = undefined;
        this.#arrival = Promise.withResolvers();
        if (this.#permits > 0) this.#permits--;
        resolve();
      };
    });
  }
}
