/** The time that a speed is measured over: long enough to be steady, short enough to follow a change. */
const milliseconds = 3000;

/** The speed of something, measured over its last seconds. */
export class Pace {
  readonly #seen: { done: number; time: number }[] = [];

  /**
   * Takes a report of the progress.
   *
   * @returns steps per second; undefined before there is anything to judge by
   */
  speed(done: number, time: number): number | undefined {
    this.#seen.push({ done, time });
    while (this.#seen.length > 2 && this.#seen[1].time <= time - milliseconds) this.#seen.shift();
    const first = this.#seen[0];
    return done > first.done && time > first.time
      ? 1000 * (done - first.done) / (time - first.time)
      : undefined;
  }
}

/** A speed and what it means for the rest, such as `"17.4 iterations/s, 25 s left"`. */
export function paceText(speed: number, left: number): string {
  const digits = speed >= 100 ? String(Math.round(speed)) : String(Number(speed.toPrecision(3)));
  return `${digits} iterations/s, ${duration(left / speed)} left`;
}

/** Seconds in the units that a person would use. */
function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
