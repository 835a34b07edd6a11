/** Where a student's notebook lies in each of the layouts that grading reads. */

/** The name of the exercise that is handed in. */
export const exercise = "04-backward.ipynb";

/** For the student of a number: the path of the notebook, and the name in the results. */
export const layouts: Record<string, (k: number) => { path: string; student: string }> = {
  plain: (k) => ({ path: `student ${two(k)}.ipynb`, student: `student ${two(k)}` }),
  moodle: (k) => ({
    path: `Student ${two(k)}_${1000 + k}_assignsubmission_file_/${exercise}`,
    student: `Student ${two(k)}`,
  }),
  canvas: (k) => ({
    path: `student${two(k)}_${1000 + k}_${5000 + k}_${exercise}`,
    student: `student${two(k)}`,
  }),
  nbgrader: (k) => ({
    path: `submitted/student${two(k)}/04-backward/${exercise}`,
    student: `student${two(k)}`,
  }),
  jupyterhub: (k) => ({
    path: `student${two(k)}/glassnet/notebooks/exercises/${exercise}`,
    student: `student${two(k)}`,
  }),
};

function two(k: number): string {
  return String(k).padStart(2, "0");
}
