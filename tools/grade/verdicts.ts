import type { PieceResult } from "./results.ts";

/**
 * How each verdict is shown. The signs tell them apart without the colors, and are those that the
 * checks show in the students' notebooks, where `wrong` has the sign of `mistake`.
 */
export const verdicts: Record<PieceResult["verdict"], { sign: string; words: string }> = {
  right: { sign: "✓", words: "right" },
  mistake: { sign: "✗", words: "a recognized mistake" },
  wrong: { sign: "?", words: "wrong, not recognized" },
  failed: { sign: "!", words: "no result" },
  unwritten: { sign: "○", words: "not written yet" },
  missing: { sign: "–", words: "not in the notebook" },
};
