"""Runs notebooks through the Glassnet kernel, and writes their outputs or checks them.

    run_notebooks.py [--check] [--renew] [--draw-with DENO] NOTEBOOK...

Without --check each notebook is run and written back in place, in a form that a second run does not
change: no timestamps, no versions, no paths of this machine, cells counted from 1.
With --check nothing is written: every output must be the one in the file.

Plotly figures also get a PNG, drawn in Chromium by the Deno of --draw-with; see figure_images.py. The PNG
of a figure that has not changed stays as it is; --renew draws all of them again.

Two cell tags change that:

varies           The outputs differ from run to run, because they show a time. They are not compared
                 (an error in the cell still fails), and a run in place keeps the old ones as long as
                 only their numbers differ; --renew takes the new ones.
raises-exception The cell shows an error on purpose. It fails if it does not raise one.
"""

import argparse
import copy
import difflib
import json
import os
import re
import signal
import sys
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows, where a file that is open can't be removed
    fcntl = None

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import figure_images
import slides

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tools" / "jupyter"))
from said_once import KernelManagerSaidOnce  # noqa: E402 (it lies in that folder)

SECONDS_PER_CELL = 300
LARGEST = 1_000_000
LARGEST_DIFF = 30

# The notebook's own metadata: what JupyterLab writes when it saves, so that opening and closing a
# notebook leaves nothing to save. The version is that of TypeScript in the pinned Deno.
METADATA = {
    "kernelspec": {
        "display_name": "Glassnet (Deno 2.8.1)",
        "language": "typescript",
        "name": "glassnet",
    },
    "language_info": {
        "codemirror_mode": "typescript",
        "file_extension": ".ts",
        "mimetype": "text/x.typescript",
        "name": "typescript",
        "nbconvert_exporter": "script",
        "pygments_lexer": "typescript",
        "version": "6.0.3",
    },
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--renew", action="store_true", help="take all that is new")
    parser.add_argument("--draw-with", metavar="DENO", help="draw PNGs with this executable")
    parser.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    options = parser.parse_args()
    # On a signal the kernel must end too: leaving by an exception gives nbclient time for that.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    failed = 0
    painter = figure_images.Painter(options.draw_with)
    for path in options.notebooks:
        print(f"{path.name} ... ", end="", flush=True)
        started = time.monotonic()
        problems = check(path) if options.check else renew(path, options.renew, painter)
        seconds = f"{time.monotonic() - started:.1f} s"
        print(f"{'FAILED' if problems else 'ok'} ({seconds})", flush=True)
        for problem in problems:
            print(f"\n  {path.name}, {problem}", flush=True)
        failed += bool(problems)
    painter.close()
    if painter.unavailable:
        print(f"New and changed figures got no PNG: {painter.unavailable}.", flush=True)
    sys.exit(1 if failed else 0)


def renew(path, renew_all, painter):
    """Runs a notebook in place; returns what is wrong with it."""
    old = read(path)
    new, problems = execute(old, path)
    if problems:
        return problems
    for before, after in zip(old.cells, new.cells):
        if "varies" in tags(after) and not renew_all and same_but_numbers(before, after):
            after.outputs = before.outputs
    problems = figure_images.draw(new, painter) if renew_all else []
    figure_images.keep(old, new)
    problems = problems or figure_images.draw(new, painter)
    slides.mark(new)
    text = canonical(new)
    problems += [*machine_paths(new), *too_large(text)]
    if not problems and text != path.read_text("utf-8"):
        write_whole(path, text)
    return problems


def check(path):
    """Runs a notebook and compares; returns what differs from the file."""
    old = read(path)
    new, problems = execute(old, path)
    if problems:
        return problems
    for number, (before, after) in enumerate(zip(old.cells, new.cells), 1):
        if "varies" in tags(after):
            after.outputs = before.get("outputs", [])
        elif after.cell_type == "code":
            old_outputs = figure_images.without_images(before.outputs)
            problems += differences(number, old_outputs, after.outputs)
    figure_images.keep(old, new)
    problems += figure_images.missing(old)
    slides.mark(new)
    text = path.read_text("utf-8")
    problems += [*machine_paths(old), *too_large(text)]
    if not problems and canonical(new) != text:
        problems.append("whole file: not in the form that `deno task notebooks` writes: run that.")
    return problems


def execute(notebook, path):
    """Runs a copy of the notebook on a fresh kernel; returns the copy and what went wrong."""
    new = copy.deepcopy(notebook)
    for cell in new.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        new,
        kernel_name="glassnet",
        kernel_manager_class=KernelManagerSaidOnce,
        timeout=SECONDS_PER_CELL,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        return new, [f"{where_it_stopped(new)}: raised {plain(error.ename)}: {plain(error.evalue)}"]
    except CellTimeoutError:
        return new, [f"{where_it_stopped(new)}: took longer than {SECONDS_PER_CELL} s"]
    except DeadKernelError:
        return new, [f"{where_it_stopped(new)}: the kernel died"]
    tidy(new)
    return new, silent_failures(new)


def where_it_stopped(notebook):
    """The last cell that began to run."""
    ran = [i for i, cell in enumerate(notebook.cells, 1) if cell.get("execution_count")]
    return f"cell {ran[-1] if ran else 1}"


def silent_failures(notebook):
    """Cells that should have raised an error and did not."""
    return [
        f"cell {number}: tagged raises-exception, but it raises nothing"
        for number, cell in enumerate(notebook.cells, 1)
        if "raises-exception" in tags(cell)
        and not any(output.output_type == "error" for output in cell.outputs)
    ]


def tidy(notebook):
    """Removes everything that depends on this run."""
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        count += bool(cell.source.strip())
        cell.execution_count = count if cell.source.strip() else None
        cell.outputs = prints_first(cell.outputs)
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = cell.execution_count
            if output.output_type == "error":
                # Lines and files of this machine are not compared, or committed.
                trace = "\n".join(output.traceback).splitlines()
                output.traceback = [line for line in trace if not re.match(r"\s+at ", plain(line))]


def prints_first(outputs):
    """Puts what a cell prints before what it shows, stdout before stderr, each in one piece.

    The kernel sends prints and displays in different ways, and about one time in twenty they arrive in
    another order than they were sent.
    """
    streams, others = {}, []
    for output in outputs:
        if output.output_type != "stream":
            others.append(output)
        elif output.name in streams:
            streams[output.name].text += output.text
        else:
            streams[output.name] = output
    return [streams[name] for name in sorted(streams, reverse=True)] + others


def differences(number, before, after):
    """The differences between a cell's committed outputs and its new ones, readable."""
    problems = []
    if len(before) != len(after):
        kinds = [", ".join(map(kind, outputs)) or "nothing" for outputs in (before, after)]
        problems.append(f"cell {number}: the file has {kinds[0]}, the run gave {kinds[1]}")
    for index, (old, new) in enumerate(zip(before, after), 1):
        if old != new:
            diff = list(difflib.unified_diff(lines(old), lines(new), "file", "run", "", n=1))
            if len(diff) > LARGEST_DIFF:
                diff[LARGEST_DIFF:] = [f"... {len(diff) - LARGEST_DIFF} lines more"]
            shown = "\n    ".join(line.strip("\n")[:160] for line in diff)
            which = f"output {index} of {len(after)} ({kind(new)})"
            problems.append(f"cell {number}, {which} differs:\n    {shown}")
    return problems


def kind(output):
    """What an output is, in a word or two."""
    if output.output_type == "stream":
        return output.name
    if output.output_type == "error":
        return "an error"
    return " + ".join(sorted(output.data))


def lines(output):
    """An output as lines, so that one sees where a difference is."""
    pretty = json.dumps(output, indent=1, sort_keys=True, ensure_ascii=False)
    return [part for line in pretty.split("\n") for part in line.split("\\n")]


def same_but_numbers(before, after):
    """Whether two cells show the same but for the numbers (and the units of a time)."""

    def masked(cell):
        text = json.dumps(figure_images.without_images(cell.outputs), sort_keys=True)
        text = re.sub(r"\d+([.,]\d+)*(e[+-]?\d+)?( ?(ms|µs|s|min)\b)?", "#", text)
        return re.sub(r" +", " ", text)  # a table's columns are as wide as their numbers

    return masked(before) == masked(after)


def machine_paths(notebook):
    """Outputs that name this machine's folders."""
    return [
        f"cell {number}: an output holds a path of this machine, {folder}"
        for number, cell in enumerate(notebook.cells, 1)
        for folder in (str(PROJECT), str(Path.home()))
        if len(folder) > 1 and folder + os.sep in json.dumps(cell.get("outputs", []))
    ]


def too_large(text):
    size = len(text.encode("utf-8"))
    return [f"whole file: {size:,} bytes, but the limit is {LARGEST:,}"] if size > LARGEST else []


def tags(cell):
    return cell.metadata.get("tags", [])


def plain(text):
    """Text without a terminal's colors."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def read(path):
    """Reads a notebook; cells without an id get one that is the same in every run."""
    raw = json.loads(path.read_text("utf-8"))
    for number, cell in enumerate(raw["cells"], 1):
        cell.setdefault("id", f"cell-{number:02}")
    raw["nbformat_minor"] = max(5, raw.get("nbformat_minor", 5))
    return nbformat.reads(json.dumps(raw), as_version=4)


def canonical(notebook):
    """A notebook as text, always the same for the same notebook."""
    return nbformat.writes(notebook) + "\n"


def write_whole(path, text):
    """Writes beside the file and renames, so that after an interruption the old one is still whole.

    The temporary name has the form of deno_temporary.ts, which removes what a killed process leaves.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}-0.tmp")
    try:
        with open(beside, "w", encoding="utf-8", newline="\n") as file:
            # What nobody holds is taken for a killed process's, and removed.
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX)
            file.write(text)
            os.chmod(beside, path.stat().st_mode)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    main()
