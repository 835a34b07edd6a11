/** Whether a sentence says what is wrong, and not only that the numbers differ. */
export function isNamed({ verdict, message }: { verdict: string; message: string }): boolean {
  if (verdict === "mistake" || isGuess(message)) return true;
  if (message.includes("Did you mean")) return true;
  // A Matrix itself says what to write for what it does not have.
  if (/^It threw ArgumentError: A Matrix .* Write /.test(message)) return true;
  // An error of JavaScript, with a sentence of the check's own after it or in its place.
  const told = message.replace(/^It threw .*? It was called with .*?\.( |$)/s, "");
  return verdict === "failed" && told.trim() !== "" && !/^Element|^\S+ is NaN/.test(told);
}

/** Whether a sentence says that it is a guess. */
export function isGuess(message: string): boolean {
  return /\bguess\b/.test(message);
}
