/** Goes from equation to equation by itself, slowly enough to look. */
export class Player {
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param step takes one step, and answers whether there is another
   * @param changed is called when it starts and when it stops
   */
  constructor(private readonly step: () => boolean, private readonly changed: () => void) {}

  get isPlaying(): boolean {
    return this.#timer !== undefined;
  }

  toggle(): void {
    if (this.isPlaying) return this.stop();
    this.#timer = setInterval(() => this.step() || this.stop(), 3000);
    this.changed();
  }

  stop(): void {
    if (!this.isPlaying) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.changed();
  }
}
