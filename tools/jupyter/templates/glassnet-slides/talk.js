// A slide that is higher than the screen becomes smaller, with its letters down to two thirds of their size.
// One that would still be higher keeps its size and can be scrolled.
const smallest = 0.65;

function fit(slide) {
  const { height } = Reveal.getConfig();
  for (let zoom = 1; zoom >= smallest; zoom -= 0.05) {
    slide.style.zoom = zoom;
    if (slide.scrollHeight * zoom <= height) return;
  }
  slide.style.zoom = 1;
  slide.style.maxHeight = `${height}px`;
  slide.classList.add("tall");
  slide.tabIndex = 0;
}

function shown({ currentSlide }) {
  // Figures that Plotly draws measure the place that they have now.
  dispatchEvent(new Event("resize"));
  if (!currentSlide.style.zoom) fit(currentSlide);
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
  shown({ currentSlide: Reveal.getCurrentSlide() });
});
