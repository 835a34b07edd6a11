"""What nbconvert makes of a lesson: a page or slides whose figures have words and that need no network."""

import html
import json
import re
import sys
from pathlib import Path

from nbconvert.preprocessors import Preprocessor
from nbformat import v4

FIGURE = "application/vnd.plotly.v1+json"
PNG = "image/png"
PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = PROJECT / "node_modules"
GUIDE = PROJECT / "docs" / "teaching" / "guide.md"

sys.path.append(str(PROJECT / "tools" / "notebooks"))
import slides  # noqa: E402 (found now)


def configure(c):
    """The settings of both exporters, for nbconvert's command and for JupyterLab's menu."""
    c.HTMLExporter.preprocessors = ["glassnet_export.FiguresPreprocessor"]
    c.SlidesExporter.preprocessors = [
        "glassnet_export.TalkPreprocessor",
        "glassnet_export.FiguresPreprocessor",
    ]
    c.SlidesExporter.exclude_input_prompt = True
    c.SlidesExporter.exclude_output_prompt = True
    # Without the packages, nbconvert's own templates fetch what they need.
    if (PACKAGES / "katex").is_dir() and (PACKAGES / "reveal.js").is_dir():
        templates = str(Path(__file__).resolve().parent / "templates")
        c.HTMLExporter.extra_template_basedirs = [templates]
        c.HTMLExporter.extra_template_paths = [templates, str(PACKAGES)]
        c.HTMLExporter.template_name = "glassnet"
        c.SlidesExporter.template_name = "glassnet-slides"


class TalkPreprocessor(Preprocessor):
    """Leaves out the code that a talk does not show, and what is seen only while a cell runs.

    A lesson ends with its exit questions, each with the answer one step later.
    """

    def preprocess(self, nb, resources):
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.metadata.transient = {"remove_source": not slides.shows_code(cell)}
                cell.outputs = slides.visible_outputs(cell)
        for lesson, question, answer in exit_questions(resources["metadata"]["name"]):
            nb.cells.append(slide("slide", f"## Exit question{lesson}\n\n{question}"))
            nb.cells.append(slide("fragment", answer))
        return nb, resources


def slide(kind, text):
    return v4.new_markdown_cell(text, metadata={"slideshow": {"slide_type": kind}})


def exit_questions(name):
    """Those of a lesson in the teachers' guide: the lesson if there are several, the question, the answer."""
    number = re.match(r"0(\d)-", name)
    if not number or not GUIDE.is_file():
        return []
    plan = rf"^### {number[1]}\. [^:\n]*(:.*)?\n(?:(?!#).*\n)*?Exit question: ((?:.+\n)+)"
    found = re.findall(plan, GUIDE.read_text("utf-8"), re.MULTILINE)
    parts = ((lesson, re.fullmatch(r"(?s)(.*\?)\s+\((.*)\)\s*", text)) for lesson, text in found)
    return [(lesson, part[1], part[2]) for lesson, part in parts if part]


class FiguresPreprocessor(Preprocessor):
    """Replaces each Plotly figure by HTML.

    nbconvert knows neither Plotly nor the alternative text beside a picture. A figure with a picture, as
    it is committed, becomes that picture. One without, as it is after --execute, is drawn in the page by
    Plotly, which is put into the page once.
    """

    def preprocess(self, nb, resources):
        drawn = False
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if FIGURE not in data:
                    continue
                if PNG in data:
                    page = picture(data[PNG], data[FIGURE], output.metadata.get(PNG, {}))
                else:
                    page = ("" if drawn else plotly()) + drawing(data[FIGURE])
                    drawn = True
                output.data = {"text/html": page}
        return nb, resources


def words(figure):
    """What the figure shows, as an attribute's value."""
    return html.escape(figure.get("layout", {}).get("meta", {}).get("alt", ""), quote=True)


def picture(png, figure, metadata):
    size = "".join(f' {side}="{metadata[side]}"' for side in ("width", "height") if side in metadata)
    return (
        f'<img class="glassnet-picture" src="data:image/png;base64,{png.strip()}"{size}'
        f' style="max-width: 100%; height: auto" alt="{words(figure)}">'
    )


def plotly():
    """Plotly itself, from the package that JupyterLab's renderer comes from: nothing is fetched."""
    from plotly.offline import get_plotlyjs

    return f"<script>{get_plotlyjs()}</script>"


def drawing(figure):
    # "<" can't end the script when it is written as a number.
    data, layout = (
        json.dumps(figure.get(part, empty)).replace("<", "\\u003c")
        for part, empty in (("data", []), ("layout", {}))
    )
    height = int(figure.get("layout", {}).get("height", 450))
    return (
        f'<div class="glassnet-picture" role="img" aria-label="{words(figure)}"'
        f' style="height: {height}px"></div>'
        "<script>Plotly.newPlot(document.currentScript.previousElementSibling,"
        f" {data}, {layout}, {{staticPlot: true, responsive: true}})</script>"
    )
