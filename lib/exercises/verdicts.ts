/** The five answers of a check. */
export type Verdict = "right" | "mistake" | "wrong" | "unwritten" | "failed";

/** What each is called, its sign, and its color: neither signs nor colors look alike to anybody. */
export const verdicts: Record<Verdict, { sign: string; word: string; color: string }> = {
  right: { sign: "✓", word: "right", color: "#009e73" },
  mistake: { sign: "✗", word: "a known mistake", color: "#d55e00" },
  wrong: { sign: "≠", word: "not right", color: "#d55e00" },
  unwritten: { sign: "○", word: "not written yet", color: "#888888" },
  failed: { sign: "!", word: "did not work", color: "#cc79a7" },
};
