/**
 * A small extension of JupyterLab, as it is, without a bundler. Plotly's renderer gives its pictures an empty
 * alternative text, and its live figures none; here each gets what lib says about it in
 * `layout.meta.alt`. It is read from the notebook's own outputs, so it is there after opening, running
 * and saving alike. And a figure, drawn on white, is turned to dark in the dark theme.
 */
(() => {
  const mime = "application/vnd.plotly.v1+json";
  let scope;

  /** A module of JupyterLab itself. */
  async function shared(name) {
    const versions = Object.values(scope[name]);
    return (await versions.at(-1).get())();
  }

  /** Gives the figures of a notebook their names. */
  function nameFigures(notebook) {
    for (const { outputArea } of notebook.widgets) {
      outputArea?.widgets.forEach((widget, k) => {
        const figure = outputArea.model.get(k)?.data[mime];
        const words = figure?.layout?.meta?.alt;
        if (!words) return;
        for (const image of widget.node.querySelectorAll("img.plot-img")) {
          if (image.alt !== words) image.alt = words;
        }
        for (const graph of widget.node.querySelectorAll(".plot-container")) {
          // No "img": that would hide the buttons inside.
          graph.setAttribute("role", "figure");
          graph.setAttribute("aria-label", words);
        }
      });
    }
  }

  const style = document.createElement("style");
  // White becomes the paper of the dark theme, black nearly white; the hues stay.
  style.textContent =
    'body[data-jp-theme-light="false"] :is(.jp-RenderedPlotly, .glassnet-picture) ' +
    "{ filter: invert(0.93) hue-rotate(180deg); }";
  document.head.append(style);

  async function extension() {
    const { INotebookTracker } = await shared("@jupyterlab/notebook");
    return {
      id: "glassnet-figures:plugin",
      autoStart: true,
      requires: [INotebookTracker],
      activate(_app, tracker) {
        tracker.widgetAdded.connect((_tracker, { content }) => {
          let soon;
          const look = () => {
            clearTimeout(soon);
            soon = setTimeout(() => nameFigures(content), 100);
          };
          new MutationObserver(look).observe(content.node, { childList: true, subtree: true });
          look();
        });
      },
    };
  }

  globalThis._JUPYTERLAB ??= {};
  globalThis._JUPYTERLAB["glassnet-figures"] = {
    init(shareScope) {
      scope = shareScope;
    },
    async get() {
      const plugin = await extension();
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
