"""Plays a class at JupyterHub, with many students at once, and reports how it went.

    students.py --url URL --room FOLDER --run FOLDER --students 1,10,30 [--separate] [--cells N] NOTEBOOK

Each student logs in, opens the notebook, runs all of it, saves it, presses the stop button in a long
training, and restarts the kernel. All do the same at the same time, which is harder than any real class.
Every output must be that of the committed notebook, except in cells that are tagged `varies`. At the end
the last of them attacks all others, who work on.
"""

import argparse
import asyncio
import copy
import os
import statistics
import sys
import time
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "notebooks"))
import figure_images
import hostile
import memory
import run_notebooks
from student import Student

STEPS = ["log in", "open the notebook", "run the notebook", "stop a training", "restart the kernel"]
# A cell that does nearly nothing, one that reads 42,000 images, one iteration, and 500 iterations.
CELLS = ["alpha", "setup", "where", "reference"]

TRAIN_FOR_EVER = """
import { progressBar as bar, train as trainLong } from "glassnet";
const endless = await trainLong(all, { iterations: 1_000_000, onProgress: bar() });
endless.stopped?.reason ?? "not stopped"
"""

# What a student must not be able to change. The attempt changes nothing.
WRITE_TO_SHARED = """
import { fileURLToPath } from "node:url";
const shared = [
  "../deno.json", "../deno.lock", "../lib/mod.ts", "../data/train.csv", "../data/train.csv.cache",
  "../lib/new.txt", "../node_modules/new.txt", Deno.env.get("DENO_DIR") + "/new.txt",
];
const changed = shared.filter((path) => {
  try {
    const isNew = path.endsWith("new.txt");
    Deno.openSync(path, isNew ? { write: true, createNew: true } : { append: true }).close();
    if (isNew) Deno.removeSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.PermissionDenied) return false;
    throw error;
  }
});
"may change: " + (changed.join(", ") || "nothing")
"""

READ_NEIGHBOR = """
let seen;
try { seen = Array.from(Deno.readDirSync("HOME")).length + " files"; }
catch (error) { seen = error instanceof Deno.errors.PermissionDenied ? "nothing" : String(error); }
"sees: " + seen
"""


async def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", required=True)
    parser.add_argument("--room", required=True, help="where the class is installed")
    parser.add_argument("--run", required=True)
    parser.add_argument("--students", required=True, help="how many at once, such as 1,10,30")
    parser.add_argument("--separate", action="store_true", help="each has a user number")
    parser.add_argument("--cells", type=int, help="run only the first N cells of the notebook")
    parser.add_argument("notebook", type=Path)
    options = parser.parse_args()

    expected = run_notebooks.read(options.notebook)
    if options.cells:
        expected.cells = expected.cells[: options.cells]
    results, problems = [], []
    for count in map(int, options.students.split(",")):
        result, found = await lesson(count, expected, options)
        results.append(result)
        problems += found
        for problem in found:
            print(f"  {problem[:500]}", flush=True)
        print(f"  {count} students: {f'{len(found)} problems' if found else 'no problems'}")
        print(f"\n{table(results)}\n", flush=True)
    sys.exit(1 if problems else 0)


async def lesson(count, expected, options):
    """One lesson with `count` students: the measurements, and the problems."""
    students = [Student(i + 1, options.url) for i in range(count)]
    result = {"students": count}
    watch = memory.Watch(options.run)

    async def together(what, act):
        """All students do the same at once; those who fail are out, and the others go on."""
        there = [student for student in students if not student.problems]
        started = time.monotonic()

        async def timed(student):
            await act(student)
            return time.monotonic() - started

        ended = await asyncio.gather(*map(timed, there), return_exceptions=True)
        for student, end in zip(there, ended):
            if isinstance(end, BaseException):
                student.problems.append(f"{what}: {type(end).__name__}: {end}")
        seconds = [end for end in ended if isinstance(end, float)]
        if seconds:
            result[what] = (statistics.median(seconds), max(seconds))
        print(f"  {count} students: {what} ({time.monotonic() - started:.0f} s)", flush=True)

    cells = {}
    try:
        password = os.environ["GLASSNET_CLASS_PASSWORD"]
        await together("log in", lambda student: student.log_in(password))
        await together("open the notebook", lambda student: open_notebook(student, expected, options))
        result["memory at rest"] = memory.measure(options.run)
        watch.start()
        await together("run the notebook", lambda student: run_all(student, expected, cells))
        result["memory at most"] = watch.stop()
        await together("stop a training", stop_a_training)
        await together("restart the kernel", restart)
        await together("stay apart", lambda student: stay_apart(student, students, options))
        # One with a problem is out: the last of the others attacks, if there is somebody to attack.
        there = [student for student in students if not student.problems]
        if options.separate and len(there) > 1:
            await together("attack, and work on", lambda one: attack_or_work(one, there, options))
    finally:
        left = [student.leave() for student in students]
        await asyncio.gather(*left, return_exceptions=True)
    if options.separate:
        await nothing_left(students)
    for name, seconds in cells.items():
        result[name] = (statistics.median(seconds), max(seconds))
    result["cells"] = list(cells)
    result["restarts"] = sum(student.restarts for student in students)
    return result, [f"{s.name} {problem}" for s in students for problem in s.problems]


async def open_notebook(student, expected, options):
    notebook = await student.open(options.notebook.name)
    committed = [cell.source for cell in expected.cells]
    if [cell["source"] for cell in notebook["cells"]][: len(committed)] != committed:
        student.problems.append("the opened notebook is a different one")
    await student.execute(f'globalThis.whose = "{student.mark}"')
    student.notebook = notebook


async def run_all(student, expected, cells):
    """Run All: cell after cell. Each must have its committed outputs."""
    new = copy.deepcopy(expected)
    for number, cell in enumerate(new.cells, 1):
        if cell.cell_type != "code":
            continue
        cell.outputs, seconds = await student.execute(cell.source)
        cells.setdefault(cell.id, []).append(seconds)
        if "raises-exception" not in run_notebooks.tags(cell):
            for output in cell.outputs:
                if output.output_type == "error":
                    student.problems.append(f"cell {number} raised {output.evalue}")
                    return
    ran = copy.deepcopy(new)
    run_notebooks.tidy(ran)
    for number, (before, after) in enumerate(zip(expected.cells, ran.cells), 1):
        if after.cell_type == "code" and "varies" not in run_notebooks.tags(after):
            old = figure_images.without_images(before.outputs)
            student.problems += run_notebooks.differences(number, old, after.outputs)
    for cell in new.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1
    await student.save(new)
    if student.mark not in await student.text_of("whose"):
        student.problems.append("lost its mark")


async def stop_a_training(student):
    """Presses the stop button once the training is shown: it must end, and all variables must stay."""
    shown = asyncio.Event()
    running = asyncio.create_task(student.execute(
        TRAIN_FOR_EVER,
        lambda message: shown.set() if "display_data" in message["msg_type"] else None,
    ))
    await asyncio.wait_for(shown.wait(), 600)
    await asyncio.sleep(1)
    await student.interrupt()
    outputs, _ = await running
    said = outputs[-1].get("data", {}).get("text/plain", "") if outputs else ""
    if "aborted" not in said:
        student.problems.append(f"a training should have stopped, but said {said!r}")
    if student.mark not in await student.text_of("whose"):
        student.problems.append("lost its mark when a training was stopped")


async def restart(student):
    await student.restart()
    if "undefined" not in await student.text_of("typeof whose"):
        student.problems.append("kept its mark through a restart")
    if "784 x 500" not in await student.text_of(
        'const { loadDigits } = await import("glassnet"); '
        "(await loadDigits({ sample: true })).train.X.shape"
    ):
        student.problems.append("could not load digits after a restart")


async def stay_apart(student, students, options):
    """Nobody may change what is shared, or reach a neighbor's server or files."""
    neighbor = students[(students.index(student) + 1) % len(students)]
    if neighbor is not student and await student.may_enter(neighbor):
        student.problems.append(f"entered the server of {neighbor.name}")
    if not options.separate:
        return
    said = await student.text_of(WRITE_TO_SHARED)
    if "may change: nothing" not in said:
        student.problems.append(f"writing to what is shared: {said}")
    if neighbor is not student:
        home = str(Path(options.run) / "homes" / neighbor.name)
        said = await student.text_of(READ_NEIGHBOR.replace("HOME", home))
        if "sees: nothing" not in said:
            student.problems.append(f"looked at the home of {neighbor.name} and {said}")


async def attack_or_work(student, students, options):
    """The last one attacks, and everyone else works on."""
    if student is students[-1]:
        project = str(Path(__file__).resolve().parents[2])
        await hostile.attack(student, options.room, project, options.run, students[0])
        return
    for _ in range(30):
        if student.mark not in await student.text_of(f'"{student.mark}"'):
            student.problems.append("could not work on during an attack")
            return
        await asyncio.sleep(0.5)


async def nothing_left(students):
    """Once the servers have ended, nothing of their students runs any more."""
    for student in students:
        number = hostile.number_of(student)
        until = time.monotonic() + 30
        while (left := hostile.left_of(number)) and time.monotonic() < until:
            await asyncio.sleep(0.5)
        if left:
            student.problems.append(f"left running: {left}")


def table(results):
    """The median of all students, the slowest in brackets, and the factor against the first column."""
    first = results[0]
    rows = [["", *(f"{result['students']} at once" for result in results)]]

    def seconds(label, key):
        row = [label]
        for result in results:
            if key not in result:
                row.append("-")
                continue
            median, slowest = result[key]
            times = median / first[key][0] if key in first else float("nan")
            row.append(f"{median:.3g} s (slowest {slowest:.3g}) x{times:.3g}")
        rows.append(row)

    def megabytes(label, key, kinds):
        row = [label]
        for result in results:
            total = sum(result.get(key, {}).get(kind, 0) for kind in kinds)
            row.append(f"{total / (1 if kinds == ['hub'] else result['students']):.0f} MB")
        rows.append(row)

    for step in STEPS:
        seconds(step, step)
    counts = [str(result["restarts"]) for result in results]
    rows.append(["kernels that were restarted: no answer", *counts])
    for cell in CELLS:
        if cell in first["cells"]:
            seconds(f"cell {cell}", cell)
    for key in ("memory at rest", "memory at most"):
        megabytes(f"{key}, a student's server", key, ["servers"])
        megabytes(f"{key}, a student's kernel", key, ["kernels"])
    megabytes("memory at most, hub and proxy", "memory at most", ["hub"])
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


if __name__ == "__main__":
    asyncio.run(main())
