/** Every notebook runs without the kernel, and gives what the kernel gave. */
import { testNotebook } from "../cells/lessons.ts";
import { notebookPaths } from "../cells/notebook_file.ts";

for (const path of notebookPaths()) testNotebook(path);
