/**
 * Whose a file is, by its name, as Moodle and Canvas write it.
 *
 * @module
 */

/** A student. */
export interface Named {
  /** Who handed it in: the name of the student's folder, or of the file if there is no folder. */
  student: string;
  /** The number by which Moodle or Canvas knows the student. */
  id?: string;
  /** Whether Canvas says that it came late. */
  late?: boolean;
}

/**
 * Moodle names a student's folder `Name_12345_assignsubmission_file_`; before a file's own name, it puts the
 * same. The first number is Moodle's: what follows the student has named.
 */
export function studentOf(name: string): Named {
  const moodle = /^(.*?)_(\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?$/.exec(name);
  return moodle ? { student: moodle[1]!, id: moodle[2]! } : { student: name };
}

/**
 * Canvas puts all files into one folder: `lovelaceada_4711_90210_04-backward.ipynb`, with `LATE` after the
 * name if it came late. The first number is the student's, the second the file's. Two students may have one
 * name.
 */
export function canvasFiles(top: Deno.DirEntry[]): Map<string, Named> {
  const files = new Map<string, Named>();
  for (const { name } of top) {
    const [, student, late, id] = /^([^_]+)_(LATE_)?(\d+)_\d+_.+\.\w+$/.exec(name) ?? [];
    if (student && id) files.set(name, { student, id, ...(late ? { late: true } : {}) });
  }
  const ids = Map.groupBy(files.values(), ({ student }) => student);
  for (const [name, one] of files) {
    const { student, id } = one;
    if (new Set(ids.get(student)!.map(({ id }) => id)).size > 1) {
      files.set(name, { ...one, student: `${student} (${id})` });
    }
  }
  return files;
}
