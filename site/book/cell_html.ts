/**
 * The HTML of a cell's input: of the lesson's own cells, and of those that a reader adds.
 *
 * @param code the code as HTML
 */
export function inputHtml(code: string): string {
  return `<div class="in"><button type="button" class="run" hidden aria-label="Run this cell">&#9654;</button><pre class="code" tabindex="0"><code>${code}</code></pre></div>`;
}
