import { canvasCsv, gradesCsv, moodleCsv } from "./csv.ts";
import { fileName } from "./harmless.ts";
import { feedbackPage, gradesPage } from "./page.ts";
import type { Points } from "./points.ts";
import type { ClassResult } from "./results.ts";

/** The texts of all files that a grading writes. */
export interface ResultTexts {
  csv: string;
  page: string;
  /** More tables, by the names of their files without `.csv`. */
  tables: { [name: string]: string };
  /** A page for each student, by the names of their files without `.html`. */
  feedback: { [name: string]: string };
}

/** Makes the texts of the results. */
export function resultTexts(
  title: string,
  result: ClassResult,
  points: Points,
  seed: number,
): ResultTexts {
  const taken = new Set<string>();
  const hasIds = result.students.some(({ id }) => id !== undefined);
  return {
    csv: gradesCsv(result, points),
    page: gradesPage(title, result, seed),
    tables: hasIds ? { moodle: moodleCsv(result, points), canvas: canvasCsv(result, points) } : {},
    feedback: Object.fromEntries(
      result.students.map((student) => [
        fileName(student.name, taken),
        feedbackPage(student, result, points),
      ]),
    ),
  };
}
