import type { CheckResult } from "./check_result.ts";
import type { PieceName } from "./piece.ts";

/** The latest check of each piece in this process: in a notebook, since the kernel was started. */
export const latest = new Map<PieceName, CheckResult>();
