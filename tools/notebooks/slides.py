"""Which cells of a lesson make which slide, and which code a talk shows.

A heading of the first or second level begins a part of the talk. Each part is cut into slides so that as
little as possible is torn apart: a text from the figure that it introduces, a figure from what is said
about it. Cells that only prepare something are left out. Everything follows from what the cells are, so
nobody has to keep slides in step with a lesson.
"""

import math
import re

# A slide is 1280 x 720 CSS pixels, and these are what is left within its margins.
HEIGHT = 690
# More than this would become too small.
MOST = 940
LINE, CODE_LINE, ROW = 34, 28, 43
# An output of more lines than this is looked at as a picture, and set closer.
MANY_LINES, CLOSE_LINE = 20, 21
# Letters in a line of text, and in one beside a figure; what code beside a figure may have.
CHARACTERS, BESIDE = 100, 42
# A figure's width beside a text.
FIGURE_WIDTH = 650
FIGURE = "application/vnd.plotly.v1+json"
# What shows something other than the code itself; a talk shows only what it gives.
SHOWS = re.compile(r"\b(show|table|prediction|explorer|digitPad)\(|\bformula`")
# What a cell shows only while it runs.
LIVE = re.compile(r'role="progressbar"|aria-label="(Loss curve|The walk of)')
LONGEST_CODE = 8


def mark(notebook):
    """Gives each cell the type that `jupyter nbconvert --to slides` reads; none is the same as "-"."""
    for cell, kind in zip(notebook.cells, types(notebook.cells)):
        cell.metadata.pop("slideshow", None)
        if kind != "-":
            cell.metadata["slideshow"] = {"slide_type": kind}


def types(cells):
    """The slide type of each cell: slide, subslide, skip, or "-" for one more cell of the same."""
    found = ["skip"] * len(cells)
    shown = [index for index, cell in enumerate(cells) if shows(cell)]
    for part in parts(cells, shown):
        for k, slide in enumerate(cut([cells[index] for index in part])):
            first, *others = part[slide]
            found[first] = "subslide" if k else "slide"
            for index in others:
                found[index] = "-"
    return found


def parts(cells, shown):
    """The cells from one heading of the first or second level to the next."""
    found = []
    for index in shown:
        if not found or heading(cells[index]) in (1, 2):
            found.append([])
        found[-1].append(index)
    return found


def cut(cells):
    """The slides of a part, as slices: of all ways to cut it, the one that costs least."""
    best = [(0, [])]
    for end in range(1, len(cells) + 1):
        ways = []
        for start in range(end):
            cost, slides = best[start]
            torn = tear(cells[start - 1], cells[start]) if start else 0
            ways.append((cost + torn + price(cells[start:end]), [*slides, slice(start, end)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def tear(cell, following):
    """What it costs to begin a slide between two cells."""
    if is_prediction(following):
        return 1000
    if following.source.startswith("**Try.**") or heading(following) or is_prediction(cell):
        return 0
    if cell.cell_type == "markdown":
        return 150 if following.cell_type == "code" else 8
    return 40 if following.cell_type == "code" else 12


def price(cells):
    """What it costs to have these cells on one slide."""
    needed = min(stacked(cells), beside(cells))
    if needed > MOST and len(cells) > 1 and not is_prediction(cells[1]):
        return math.inf
    cost = 10
    cost += 900 * max(0, needed / HEIGHT - 1) ** 2
    # Hardly anything on a slide.
    cost += 60 if needed < 130 else 15 if needed < 220 else 0
    # One idea a slide.
    cost += 30 * max(0, sum(map(is_figure, cells)) - 1)
    for cell, following in zip(cells, cells[1:]):
        if is_prediction(cell):
            cost += 50
        elif heading(following):
            cost += 60
        elif is_try(following):
            cost += 6
    return cost


def stacked(cells):
    """About how high cells are that stand one below the other."""
    return sum(map(height, cells))


def beside(cells):
    """About how high cells are if the figures and tables stand beside the text and the code."""
    pictures = [cell for cell in cells if is_picture(cell)]
    lines = [line for cell in cells if shows_code(cell) for line in cell.source.splitlines()]
    if not pictures or any(len(line) > BESIDE for line in lines):
        return math.inf
    left = sum(code_height(cell) if cell in pictures else height(cell, BESIDE) for cell in cells)
    right = sum(height(cell, most=FIGURE_WIDTH) - code_height(cell) for cell in pictures)
    return max(left, right) if left else math.inf


def is_picture(cell):
    """Whether a cell shows a figure or a table, and nothing to press."""
    if cell.cell_type != "code" or cell.source.startswith(("prediction(", "explorer(", "digitPad(")):
        return False
    return any(
        FIGURE in data or "<table" in data.get("text/html", "") or "image/png" in data
        for data in (output.get("data", {}) for output in visible_outputs(cell))
    )


def shows(cell):
    """Whether a cell has anything for a talk."""
    return cell.cell_type != "code" or shows_code(cell) or bool(visible_outputs(cell))


def shows_code(cell):
    """Whether a talk shows a cell's code: the few lines that a lesson is about, not what draws."""
    if cell.cell_type != "code":
        return False
    text = cell.source
    lines = text.splitlines()
    prepares = text.startswith("import ") or not cell.get("outputs")
    return not prepares and len(lines) <= LONGEST_CODE and not SHOWS.search(text)


def visible_outputs(cell):
    """What a cell shows when it has run: no progress bars, and of a training its figures if it has any."""
    outputs = cell.get("outputs", [])
    if cell.source.startswith("import "):
        return []
    lasting = [output for output in outputs if not is_live(output)]
    if any(FIGURE in output.get("data", {}) for output in lasting):
        return lasting
    return [output for output in outputs if not is_live(output) or "<svg" in text_of(output)]


def is_live(output):
    return bool(LIVE.search(text_of(output)))


def text_of(output):
    return output.get("data", {}).get("text/html", "")


def heading(cell):
    """1 for "# ...", 2 for "## ..." and so on; 0 for a cell that begins without a heading."""
    found = re.match(r"#+(?= )", cell.source) if cell.cell_type == "markdown" else None
    return len(found[0]) if found else 0


def is_try(cell):
    """Whether a cell asks for something; what is said before it is about what stands above."""
    return cell.cell_type == "markdown" and "**Try.**" in cell.source


def is_prediction(cell):
    return cell.cell_type == "code" and cell.source.startswith("prediction(")


def is_figure(cell):
    return any(FIGURE in output.get("data", {}) for output in visible_outputs(cell))


def height(cell, characters=CHARACTERS, most=None):
    """About how high a cell is on a slide, with so many letters in a line, and figures at most so wide."""
    if cell.cell_type == "markdown":
        return sum(block_height(block, characters) for block in re.split(r"\n\s*\n", cell.source.strip()))
    code = code_height(cell)
    # Whoever steps through it needs all of the screen.
    if cell.source.startswith("explorer("):
        return MOST
    outputs = [output_height(output, most) for output in visible_outputs(cell)]
    # Two figures of one cell stand side by side.
    if most is None and len(outputs) > 1 and is_figure(cell):
        return code + sum(max(outputs[k : k + 2]) for k in range(0, len(outputs), 2))
    return code + sum(outputs)


def code_height(cell):
    return len(cell.source.splitlines()) * CODE_LINE + 24 if shows_code(cell) else 0


def block_height(block, characters):
    if block.startswith("$$"):
        return 80
    if block.startswith("#"):
        return -(-len(block) * 3 // (2 * characters)) * 46 + 26
    items = re.split(r"\n(?=[-*|] |\d+\. |\|)", block)
    return sum(-(-len(item) // characters) * LINE for item in items) + 14


def output_height(output, most):
    if output.output_type in ("stream", "error"):
        text = output.text if output.output_type == "stream" else "\n".join(output.traceback)
        lines = len(text.splitlines())
        return lines * (CLOSE_LINE if lines > MANY_LINES else CODE_LINE) + 16
    data = output.data
    if FIGURE in data or "image/png" in data:
        size = output.metadata.get("image/png", {})
        layout = data.get(FIGURE, {}).get("layout", {})
        high = size.get("height") or layout.get("height", 450)
        wide = size.get("width") or layout.get("width", 700)
        return high * min(1, (most or wide) / wide) + 8
    if "text/html" in data:
        text = data["text/html"]
        rows = text.count("<tr")
        if rows:
            return rows * ROW + 24
        if "glassnet-prediction" in text:
            return 200 + 34 * text.count('type="radio"')
        # A loss curve is small; the stepper and the explorer fill a slide.
        return 190 if is_live(output) else 480
    if "text/latex" in data:
        return 60
    return len(data.get("text/plain", "").splitlines()) * CODE_LINE + 16
