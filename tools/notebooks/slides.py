"""Which cells of a lesson make which slide, and which code a talk shows.

A heading begins a slide, and one idea stays on one slide: at most one figure, and no more than fits on
the screen. Cells that only prepare something are left out. Everything follows from what the cells are,
so nobody has to keep slides in step with a lesson.
"""

import re

# A slide is 1280 x 720 CSS pixels, and these are what is left within its margins.
HEIGHT = 690
# A figure and what introduces it belong together, even if both become a little smaller.
SQUEEZED = 880
LINE, CODE_LINE = 36, 28
CHARACTERS = 100
FIGURE = "application/vnd.plotly.v1+json"
# What shows something other than the code itself; a talk shows only what it gives.
SHOWS = re.compile(r"\b(show|table|prediction|explorer|digitPad)\(|\bformula`")
LONGEST_CODE = 8


def mark(notebook):
    """Gives each cell the type that `jupyter nbconvert --to slides` reads; none is the same as "-"."""
    for cell, kind in zip(notebook.cells, types(notebook.cells)):
        cell.metadata.pop("slideshow", None)
        if kind != "-":
            cell.metadata["slideshow"] = {"slide_type": kind}


def types(cells):
    """The slide type of each cell: slide, subslide, skip, or "-" for one more part of the same."""
    found = ["skip"] * len(cells)
    used, figures, before = 0, 0, None
    shown = [index for index, cell in enumerate(cells) if shows(cell)]
    for index, following in zip(shown, [*shown[1:], None]):
        cell = cells[index]
        needed = height(cell)
        together = needed
        # A text that stands before code introduces what the code gives: both on one slide, if they fit.
        if cell.cell_type == "markdown" and following and cells[following].cell_type == "code":
            both = needed + height(cells[following])
            most = SQUEEZED if is_figure(cells[following]) else HEIGHT
            together = both if both <= most else needed
        # A text, or the line that computes it, if that is all that the slide has so far.
        introduced = before is not None and used == height(before)
        level = heading(cell)
        if before is None or level in (1, 2):
            kind = "slide"
        elif (
            level
            or is_try(cell)
            or (is_prediction(before) and not is_prediction(cell))
            or used + together > (SQUEEZED if introduced and is_figure(cell) else HEIGHT)
            or (figures and is_figure(cell))
        ):
            kind = "subslide"
        else:
            kind = "-"
        if kind != "-":
            used = figures = 0
        used += needed
        figures += is_figure(cell)
        found[index], before = kind, cell
    return found


def shows(cell):
    """Whether a cell has anything for a talk."""
    return cell.cell_type != "code" or shows_code(cell) or bool(visible_outputs(cell))


def shows_code(cell):
    """Whether a talk shows a cell's code: the few lines that a lesson is about, not what draws."""
    text = cell.source
    lines = text.splitlines()
    prepares = text.startswith("import ") or not cell.get("outputs")
    return not prepares and len(lines) <= LONGEST_CODE and not SHOWS.search(text)


def visible_outputs(cell):
    """A cell's outputs, but for the progress bar of the cell that reads the data."""
    return [] if cell.source.startswith("import ") else cell.get("outputs", [])


def heading(cell):
    """1 for "# ...", 2 for "## ..." and so on; 0 for a cell that begins without a heading."""
    found = re.match(r"#+(?= )", cell.source) if cell.cell_type == "markdown" else None
    return len(found[0]) if found else 0


def is_try(cell):
    return cell.cell_type == "markdown" and cell.source.startswith("**Try.**")


def is_prediction(cell):
    return cell.cell_type == "code" and cell.source.startswith("prediction(")


def is_figure(cell):
    return any(FIGURE in output.get("data", {}) for output in visible_outputs(cell))


def height(cell):
    """About how high a cell is on a slide."""
    if cell.cell_type == "markdown":
        return sum(map(block_height, re.split(r"\n\s*\n", cell.source.strip())))
    code = len(cell.source.splitlines()) * CODE_LINE + 24 if shows_code(cell) else 0
    return code + sum(map(output_height, visible_outputs(cell)))


def block_height(block):
    if block.startswith("$$"):
        return 96
    if block.startswith("#"):
        return 72
    items = re.split(r"\n(?=[-*|] |\d+\. |\|)", block)
    return sum(-(-len(item) // CHARACTERS) * LINE for item in items) + 16


def output_height(output):
    if output.output_type in ("stream", "error"):
        text = output.text if output.output_type == "stream" else "\n".join(output.traceback)
        return len(text.splitlines()) * CODE_LINE + 16
    data = output.data
    if "image/png" in data:
        return output.metadata.get("image/png", {}).get("height", 450) + 8
    if FIGURE in data:
        return data[FIGURE].get("layout", {}).get("height", 450) + 8
    if "text/html" in data:
        rows = data["text/html"].count("<tr")
        # A question is small; the stepper and the explorer fill a slide.
        return rows * 32 + 24 if rows else 220 if "glassnet-prediction" in data["text/html"] else 480
    if "text/latex" in data:
        return 80
    return len(data.get("text/plain", "").splitlines()) * CODE_LINE + 16
