"""PNGs beside the Plotly figures of a notebook, for viewers that do not draw Plotly, such as GitHub.

Each PNG carries the fingerprint of the figure that it shows. So one that still belongs to its figure is
kept byte for byte, and one that does not is noticed. (Two machines draw the same figure alike, but not
to the last pixel.)
"""

import copy
import hashlib
import json
import subprocess
from pathlib import Path

FIGURE = "application/vnd.plotly.v1+json"
PNG = "image/png"


class Painter:
    """Draws figures with figure_images.ts, which it starts when it first needs it."""

    def __init__(self, deno):
        """deno: the executable; None draws nothing."""
        self.deno = deno
        self.process = None
        self.unavailable = None
        """Why nothing is drawn, if nothing is."""

    def draw(self, figure):
        """A PNG in base64 with its width and height; None if nothing is drawn.

        Raises ValueError for a figure that Plotly can't draw.
        """
        if not self.deno or self.unavailable:
            return None
        if not self.process:
            script = Path(__file__).with_name("figure_images.ts")
            self.process = subprocess.Popen(
                [self.deno, "run", "--quiet", "--frozen", "-P=programs", str(script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        try:
            self.process.stdin.write(json.dumps(figure) + "\n")
            self.process.stdin.flush()
            answer = json.loads(self.process.stdout.readline())
        except (OSError, ValueError):
            answer = {"unavailable": "the program that draws them has ended"}
        if "error" in answer:
            raise ValueError(answer["error"])
        self.unavailable = answer.get("unavailable")
        return None if self.unavailable else answer

    def close(self):
        """Ends the program that draws."""
        if self.process:
            self.process.communicate()


def keep(before, after):
    """Gives the figures of `after` their PNGs, wherever in `before` these are."""
    there = {}
    for _, output in figures(before):
        if belongs(output):
            there[output.metadata[PNG]["figure"]] = output
    for _, output in figures(after):
        old = there.get(fingerprint(output))
        if old and not belongs(output):
            output.data[PNG] = old.data[PNG]
            output.metadata[PNG] = copy.deepcopy(old.metadata[PNG])


def draw(notebook, painter):
    """Draws the figures that have no PNG; returns what went wrong."""
    problems = []
    for number, output in figures(notebook):
        if belongs(output):
            continue
        try:
            picture = painter.draw(output.data[FIGURE])
        except ValueError as error:
            problems.append(f"cell {number}: a figure can't be drawn: {error}")
            continue
        if picture:
            output.data[PNG] = picture["png"]
            output.metadata[PNG] = {
                "alt": alternative(output),
                "figure": fingerprint(output),
                "height": picture["height"],
                "width": picture["width"],
            }
    return problems


def missing(notebook):
    """The figures without a PNG of their own, and those without alternative text."""
    problems = []
    for number, output in figures(notebook):
        if PNG not in output.data:
            problems.append(f"cell {number}: a figure has no PNG")
        elif not belongs(output):
            problems.append(f"cell {number}: a figure's PNG belongs to another figure")
        if not alternative(output):
            problems.append(f"cell {number}: a figure has no alternative text (layout.meta.alt)")
    if any("PNG" in problem for problem in problems):
        problems.append("run `deno task notebooks` on a machine with Chromium or Chrome")
    return problems


def without_images(outputs):
    """A copy of a cell's outputs without the PNGs of its figures."""
    outputs = copy.deepcopy(outputs)
    for output in outputs:
        if has_figure(output):
            output.data.pop(PNG, None)
            output.metadata.pop(PNG, None)
    return outputs


def figures(notebook):
    """Every output that is a figure, with its cell's number."""
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            if has_figure(output):
                yield number, output


def has_figure(output):
    return FIGURE in output.get("data", {})


def belongs(output):
    """Whether a figure has a PNG that was drawn from it."""
    drawn_from = output.metadata.get(PNG, {}).get("figure")
    return is_png(output.data.get(PNG)) and drawn_from == fingerprint(output)


def is_png(data):
    """Whether this is base64 that begins as every PNG file does."""
    return isinstance(data, str) and data.startswith("iVBORw0KGgo")


def fingerprint(output):
    """The same for the same figure."""
    text = json.dumps(output.data[FIGURE], sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def alternative(output):
    """What the figure shows, in words."""
    return output.data[FIGURE].get("layout", {}).get("meta", {}).get("alt", "")
