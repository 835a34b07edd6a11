/** Deno's side of Jupyter, or undefined in a plain script, where asking for it throws. */
export function jupyter(): typeof Deno.jupyter | undefined {
  try {
    return Deno.jupyter;
  } catch {
    return undefined;
  }
}
