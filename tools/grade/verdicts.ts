import { verdicts as ofChecks } from "../../lib/exercises/verdicts.ts";
import type { PieceResult } from "./results.ts";

/** How each verdict is shown: as the checks show it in the students' notebooks. */
export const verdicts: Record<PieceResult["verdict"], { sign: string; word: string }> = {
  ...ofChecks,
  missing: { sign: "–", word: "not in the notebook" },
  unreadable: { sign: "⊘", word: "notebook not readable" },
  unjudged: { sign: "?", word: "could not be judged" },
};
