/** The exercises in the real nbgrader, in the steps of docs/nbgrader.md. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { delimiter, dirname, join } from "node:path";
import { pinnedJupyter } from "../../../tools/jupyter/jupyter.ts";
import { ask, stopEverything } from "../../../tools/shared/processes.ts";
import { notebooks, project } from "../../../tools/shared/project.ts";
import {
  nbgraderEnvironment,
  pins,
  place,
} from "../../../tools/grade/nbgrader/nbgrader_environment.ts";

const environment = await nbgraderEnvironment();
if (!environment) {
  const why = "nbgrader can't be installed: the package index is out of reach";
  if (Deno.env.get("CI") === "true") throw new Error(`${why}. In CI its test must run.`);
  console.log(`Skipped: ${why}.`);
}

const assignment = "04-backward";
const pieces = ["dZ2", "dW2", "db2", "dZ1", "dW1", "db1", "squaredErrorGradient"];

interface Notebook {
  cells: { source: string | string[]; metadata: { glassnet?: { piece: string; role: string } } }[];
}

async function read(path: string): Promise<Notebook> {
  return JSON.parse(await Deno.readTextFile(path));
}

function cellOf(notebook: Notebook, piece: string, role: string) {
  return notebook.cells.find(({ metadata: { glassnet } }) =>
    glassnet?.piece === piece && glassnet.role === role
  )!;
}

/** Runs a program in the course's folder and returns what it printed. */
async function run(command: string, args: string[], course: string): Promise<string> {
  const jupyter = (name: string) => join(place, "jupyter", name);
  const { ok, out, text } = await ask(command, args, {
    cwd: course,
    env: {
      // nbgrader starts the programs beside it by their bare names.
      PATH: dirname(environment!.python) + delimiter + Deno.env.get("PATH"),
      // Nothing goes into the user's own folders.
      JUPYTER_CONFIG_DIR: jupyter("config"),
      JUPYTER_DATA_DIR: jupyter("data"),
      JUPYTER_RUNTIME_DIR: jupyter("runtime"),
      IPYTHONDIR: jupyter("ipython"),
    },
  });
  assert(ok, `${command} ${args.join(" ")}: ${text}`);
  return out;
}

Deno.test({
  name: "nbgrader's requirements.txt pins with hashes all that it needs, and nothing else",
  ignore: !environment,
  fn: async () => {
    const script = join(project, "tests", "tools", "requirements.py");
    assertEquals(await run(environment!.python, [script, pins], project), "");
  },
});

Deno.test({
  name: "nbgrader gives a point for each right piece, and the check's sentence for a wrong one",
  ignore: !environment,
  fn: async (test) => {
    const { python, nbgrader } = environment!;
    await pinnedJupyter(); // writes the kernel's description
    const course = await Deno.makeTempDir({ dir: place, prefix: "course-" });
    try {
      const exercises = join(notebooks, "exercises");
      const solved = join(exercises, "source", `${assignment}.ipynb`);
      await Deno.copyFile(
        join(project, "tools/grade/nbgrader/nbgrader_config.py"),
        join(course, "nbgrader_config.py"),
      );
      await Deno.mkdir(join(course, "source", assignment), { recursive: true });
      await Deno.copyFile(solved, join(course, "source", assignment, `${assignment}.ipynb`));
      await run(nbgrader, ["generate_assignment", assignment], course);

      const released = join(course, "release", assignment, `${assignment}.ipynb`);
      await test.step("what is handed out has every stub and no solution", async () => {
        const notebook = await read(released);
        for (const piece of pieces) {
          const text = [cellOf(notebook, piece, "answer").source].flat().join("");
          assertStringIncludes(text, "throw notWritten(");
          assert(!/return|SOLUTION/.test(text), text);
        }
      });

      const handIn = async (student: string, write: (notebook: Notebook) => void) => {
        const notebook = await read(released);
        write(notebook);
        const folder = join(course, "submitted", student, assignment);
        await Deno.mkdir(folder, { recursive: true });
        await Deno.writeTextFile(join(folder, `${assignment}.ipynb`), JSON.stringify(notebook));
      };
      const solutions = await read(solved);
      const solve = (notebook: Notebook) => {
        for (const piece of pieces) {
          const { source } = cellOf(solutions, piece, "answer");
          cellOf(notebook, piece, "answer").source = source;
        }
      };
      await handIn("right", solve);
      await handIn("unwritten", () => {});
      await handIn("wrong", (notebook) => {
        solve(notebook);
        const wrong = "const dW2 = (dZ2, A1) => matmul(dZ2, transpose(A1));";
        cellOf(notebook, "dW2", "answer").source = wrong;
        // nbgrader puts a changed check back, so this gains nothing.
        cellOf(notebook, "dW2", "check").source = '"right"';
      });
      // Even on a slow machine.
      const patience = ["timeout", "startup_timeout"].map((name) =>
        `--ExecutePreprocessor.${name}=600`
      );
      await run(nbgrader, ["autograde", assignment, ...patience], course);
      await run(nbgrader, ["generate_feedback", assignment], course);
      await run(nbgrader, ["export"], course);

      await test.step("the points of each piece", async () => {
        const script = join(import.meta.dirname!, "nbgrader_scores.py");
        const scores = JSON.parse(await run(python, [script], course));
        const points = (of: (piece: string) => number) =>
          Object.fromEntries(pieces.map((piece) => [`check-${piece}`, of(piece)]));
        assertEquals(scores, {
          right: points(() => 1),
          unwritten: points(() => 0),
          wrong: points((piece) => piece === "dW2" ? 0 : 1),
        });
      });
      await test.step("the sums in the exported table", async () => {
        const [header = "", ...rows] = (await Deno.readTextFile(join(course, "grades.csv"))).trim()
          .split(/\r?\n/).map((line) => line.split(","));
        const column = (name: string) => header.indexOf(name);
        assertEquals(
          rows.map((row) =>
            ["student_id", "score", "max_score"].map((name) => row[column(name)]).join()
          ),
          ["right,7.0,7.0", "unwritten,0.0,7.0", "wrong,6.0,7.0"],
        );
      });
      await test.step("the feedback tells what is wrong", async () => {
        const feedback = async (student: string) =>
          await Deno.readTextFile(
            join(course, "feedback", student, assignment, `${assignment}.html`),
          );
        assertStringIncludes(await feedback("wrong"), "the 1/m is missing");
        assert(!(await feedback("right")).includes("the 1/m is missing"));
        assertStringIncludes(await feedback("unwritten"), "not written yet");
      });
    } finally {
      await Deno.remove(course, { recursive: true });
      await stopEverything();
    }
  },
});
