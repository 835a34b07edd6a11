import type { PieceName, Written } from "glassnet";

/** What students write: for each piece a right solution, and one for each known mistake, by its name. */
export type Students = Partial<Record<PieceName, { right: Written; [mistake: string]: Written }>>;
