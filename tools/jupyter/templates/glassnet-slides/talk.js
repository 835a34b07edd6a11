// A slide that is higher than the screen gets its figures and tables beside its text if that helps, or becomes
// smaller, with its letters down to two thirds of their size. One that would still be higher keeps its size and
// can be scrolled.
const smallest = 0.65;

/** The largest zoom with which a slide fits; 0 if there is none. */
function largestZoom(slide) {
  const { height } = Reveal.getConfig();
  for (let zoom = 1; zoom >= smallest; zoom -= 0.05) {
    slide.style.zoom = zoom;
    if (slide.scrollHeight * zoom <= height) return zoom;
  }
  return 0;
}

/** What a cell has of figures and tables, if there is nothing to press in it. */
function pictureOf(cell) {
  const outputs = cell.querySelector(".jp-Cell-outputWrapper");
  return outputs?.querySelector("img, table, .js-plotly-plot") &&
      !outputs.querySelector("button, input")
    ? outputs
    : null;
}

/** Two columns for a slide: texts and code at the left, figures and tables at the right. */
function columnsFor(cells) {
  const [left, right] = [0, 1].map(() => document.createElement("div"));
  for (const cell of cells) {
    const picture = pictureOf(cell);
    const hasText = !picture || cell.querySelector(".jp-InputArea");
    if (hasText) left.append(cell);
    if (!picture) continue;
    // Styles are those of a cell.
    const frame = cell.cloneNode(false);
    frame.removeAttribute("id");
    frame.append(picture);
    right.append(frame);
  }
  const columns = document.createElement("div");
  columns.className = "columns";
  columns.append(left, right);
  return columns;
}

/** Whether nothing is wider than its place. Formulas do not say so themselves. */
function isNarrow(columns) {
  const parts = [...columns.children, ...columns.querySelectorAll(".jp-OutputArea-output, pre")];
  if (parts.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)) return false;
  return [...columns.children].every((column) => {
    const { right } = column.getBoundingClientRect();
    return [...column.querySelectorAll("math *")]
      .every((part) => part.getBoundingClientRect().right <= right + 1);
  });
}

function fit(slide) {
  for (const text of slide.querySelectorAll(".jp-OutputArea-output pre")) {
    text.classList.toggle("close", text.textContent.trimEnd().split("\n").length > 20);
  }
  const stacked = largestZoom(slide);
  if (stacked === 1) return;
  const cells = [...slide.querySelectorAll(":scope > .jp-Cell")];
  const pictures = cells.map(pictureOf);
  if (pictures.some((picture) => picture)) {
    const columns = columnsFor(cells);
    slide.append(columns);
    const [left] = columns.children;
    const beside = left.childElementCount && isNarrow(columns) ? largestZoom(slide) : 0;
    if (beside > stacked) return;
    for (const [k, cell] of cells.entries()) if (pictures[k]) cell.append(pictures[k]);
    slide.replaceChildren(...cells);
  }
  zoomTo(slide, stacked);
}

/** Makes a slide smaller, or one that can be scrolled if it can't be small enough. */
function zoomTo(slide, zoom) {
  slide.style.zoom = zoom || 1;
  if (zoom) return;
  slide.style.maxHeight = `${Reveal.getConfig().height}px`;
  slide.classList.add("tall");
  slide.tabIndex = 0;
}

/** The answer to a question needs room. */
function grown(slide) {
  if (!slide.classList.contains("tall")) zoomTo(slide, largestZoom(slide));
}

function shown({ currentSlide }) {
  // Figures that Plotly draws measure the place that they have now.
  dispatchEvent(new Event("resize"));
  if (!currentSlide.style.zoom) fit(currentSlide);
}

// The slides are one file: the notebooks that they name are not beside it.
for (const link of document.querySelectorAll('.slides a[href*=".ipynb"]')) {
  if (!link.href.startsWith("http")) link.replaceWith(...link.childNodes);
}

Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0.03,
  center: false,
  hash: true,
  slideNumber: "c/t",
  transition: "none",
  plugins: [RevealNotes],
}).then(() => {
  Reveal.on("slidechanged", shown);
  Reveal.getSlidesElement().addEventListener("click", ({ target }) => {
    if (target.closest("button")) requestAnimationFrame(() => grown(Reveal.getCurrentSlide()));
  });
  shown({ currentSlide: Reveal.getCurrentSlide() });
});
