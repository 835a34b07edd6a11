/** A number with a few digits, as text. */
export function short(text: string | number, digits = 6): string {
  const value = Number(text);
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(text);
}

/** Two different numbers, with as many digits as it takes to see that they are. */
export function apart(one: string | number, other: string | number): [string, string] {
  for (let digits = 6; digits <= 17; digits++) {
    const both: [string, string] = [short(one, digits), short(other, digits)];
    if (both[0] !== both[1]) return both;
  }
  return [String(one), String(other)];
}
