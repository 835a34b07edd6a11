/**
 * How the displays look. The colors are those of the page around: JupyterLab's, else VS Code's, else
 * ones for a light or a dark page.
 */
export const style = `
:host { display: block; color-scheme: light dark; }
.root {
  --ink: var(--jp-ui-font-color1, var(--vscode-editor-foreground, #1f1f1f));
  --faint: color-mix(in srgb, var(--ink) 74%, transparent);
  --line: var(--jp-border-color2, var(--vscode-panel-border, #d0d0d0));
  --panel: var(--jp-layout-color2, var(--vscode-textBlockQuote-background, #f4f4f4));
  --accent: var(--jp-brand-color1, var(--vscode-focusBorder, #1976d2));
  --wrong: var(--jp-error-color1, var(--vscode-errorForeground, #c62828));
  --mono: var(--jp-code-font-family, var(--vscode-editor-font-family, ui-monospace, monospace));
  position: relative; box-sizing: border-box; width: 100%; max-width: 1560px; padding: 4px 2px 8px;
  color: var(--ink); font: 14px/1.45 var(--jp-ui-font-family, var(--vscode-font-family, system-ui, sans-serif));
}
@media (prefers-color-scheme: dark) {
  .root {
    --ink: var(--jp-ui-font-color1, var(--vscode-editor-foreground, #e6e6e6));
    --line: var(--jp-border-color2, var(--vscode-panel-border, #4a4a4a));
    --panel: var(--jp-layout-color2, var(--vscode-textBlockQuote-background, #2a2a2a));
    --accent: var(--jp-brand-color1, var(--vscode-focusBorder, #64b5f6));
    --wrong: var(--jp-error-color1, var(--vscode-errorForeground, #ff8a80));
  }
}
* { box-sizing: border-box; }
h3 { font-size: 14px; font-weight: 600; margin: 18px 0 6px; }
button {
  font: inherit; color: inherit; background: transparent; border: 1px solid var(--line);
  border-radius: 6px; padding: 4px 10px; min-height: 32px; cursor: pointer;
}
button:hover { background: var(--panel); }
button[aria-disabled="true"] { opacity: .4; cursor: default; }
button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.controls .steps { flex: 1 1 120px; max-width: 320px; }
input[type="range"] { accent-color: var(--accent); min-height: 32px; margin: 0; }
.count { color: var(--faint); min-width: 9em; font-variant-numeric: tabular-nums; }
.alpha { width: 5em; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 6px; padding: 4px 6px; min-height: 32px; }
.alpha[aria-invalid="true"] { border-color: var(--wrong); }
.problem { color: var(--wrong); }
.choice { display: flex; margin-left: auto; }
.choice button:first-child { border-radius: 6px 0 0 6px; }
.choice button:last-child { border-radius: 0 6px 6px 0; margin-left: -1px; }
.modes { display: flex; gap: 8px; }
.tools { display: flex; flex-wrap: wrap; gap: 6px 24px; align-items: center; flex: 1 1 auto; justify-content: space-between; }
.wide .tools { flex-shrink: 0; }
.play { min-width: 6.2em; }
.top { display: flex; flex-wrap: wrap; gap: 0 24px; align-items: center; margin: 8px 0; }
.bar-place { flex: 1 1 auto; }
.equation { min-height: 112px; }
.wide .equation { display: grid; grid-template-columns: minmax(240px, auto) 1fr; gap: 0 24px; min-height: 54px; }
.wide .equation .formula { grid-row: span 2; }
.wide .equation .words { margin: 2px 0; }
.formula { display: flex; flex-wrap: wrap; align-items: flex-start; font-size: 22px; row-gap: 4px; }
.symbol { display: inline-flex; flex-direction: column; align-items: center; padding: 0 5px; border-radius: 6px; }
.symbol small { font-size: 12px; color: var(--faint); white-space: nowrap; }
.symbol.now { background: rgba(230, 159, 0, .28); }
.symbol.now small { color: inherit; }
.sign { white-space: pre; }
.words { margin: 6px 0; }
code { font-family: var(--mono); font-size: 13px; overflow-wrap: anywhere; }
.images { display: flex; flex-wrap: wrap; gap: 6px; }
.image { padding: 2px; line-height: 0; }
.image canvas { width: 36px; height: 36px; image-rendering: pixelated; }
.flow { position: relative; display: grid; grid-template-columns: repeat(7, max-content) 1fr; gap: 14px 18px; }
.flow.narrow { display: flex; flex-wrap: wrap; gap: 8px 12px; }
.flow.narrow .band { width: 100%; margin-top: 4px; padding: 0; }
.band { grid-column: 1; color: var(--faint); font-size: 12px; padding-top: 18px; }
.band:first-child { grid-column: 1 / -1; padding: 0; margin-bottom: -14px; }
.flow.narrow .band { margin-bottom: 0; }
.flow .outcome { grid-row: 3 / span 2; grid-column: 7 / -1; min-width: 0; max-width: 440px; font-size: 13px; }
.flow .outcome h3 { margin: 0; }
.flow .outcome .words { margin: 0 0 4px; line-height: 1.3; }
.flow .outcome .bars { gap: 0; }
.group { display: flex; gap: 5px; align-items: flex-start; }
.box { display: inline-flex; flex-direction: column; align-items: flex-start; }
.flow .box { transition: opacity .2s; }
.flow button.name { width: 0; text-align: left; }
.flow.narrow button.name { width: auto; }
.flow .later { opacity: .38; }
.flow .later:hover { opacity: 1; }
.name { font-size: 12px; color: var(--faint); white-space: nowrap; }
button.name { border: 0; padding: 0; min-height: 18px; border-radius: 3px; overflow: visible; }
.flow .now .name { color: var(--ink); font-weight: 700; }
.flow .now .matrix { box-shadow: 0 0 0 3px rgba(230, 159, 0, .8); }
.flow .input .name { color: var(--ink); font-weight: 600; }
.matrix { display: block; cursor: crosshair; touch-action: manipulation; box-shadow: 0 0 0 1px var(--line); }
.arrows { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; overflow: visible; }
.arrows path { fill: none; stroke: #e69f00; stroke-width: 2; stroke-linejoin: round; }
.arrows .head { fill: #e69f00; stroke: none; }
.operation { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.operation .sign { font-size: 20px; }
.hides-later .flow .later .matrix { visibility: hidden; }
.hides-later .flow .later { opacity: 1; position: relative; }
.hides-later .flow .later::after { content: "?"; position: absolute; inset: 18px 0 0; border: 1px dashed var(--faint); border-radius: 3px; color: var(--faint); display: grid; place-items: center; pointer-events: none; }
.cell { background: var(--panel); border-radius: 8px; padding: 8px 12px; margin: 12px 0 6px; min-height: 132px; font-variant-numeric: tabular-nums; }
.wide .cell { min-height: 112px; font-size: 13px; display: grid; grid-template: "head after" auto "before after" auto "before editor" 1fr / 3fr 2fr; gap: 0 24px; }
.wide .cell > div:first-child, .wide .written { display: contents; }
.wide .written .head { grid-area: head; }
.wide .written .before { grid-area: before; }
.wide .written .after { grid-area: after; }
.wide .editor { grid-area: editor; align-self: start; }
.editor { display: flex; flex-wrap: wrap; align-items: center; gap: 0 10px; min-height: 32px; }
.editor .number { flex: 1 1 160px; max-width: 340px; }
.editor .note { color: var(--faint); font-size: 12px; }
.editor button { min-height: 26px; padding: 1px 8px; }
[hidden] { display: none !important; }
.tip { position: absolute; z-index: 2; max-width: 300px; padding: 3px 8px; border-radius: 6px; pointer-events: none; background: var(--ink); color: var(--paper); font-size: 12px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.tip b { display: block; font-weight: 600; }
.graph { display: none; overflow-x: auto; }
.as-graph .graph { display: block; }
.as-graph .flow { display: none; }
.graph svg { display: block; width: 100%; min-width: 640px; max-width: 1100px; max-height: max(330px, 52vh); font-size: 12px; }
.node rect { fill: transparent; stroke: var(--faint); stroke-width: 1.5; }
.node text { fill: var(--ink); text-anchor: middle; }
.node .place { font-size: 11.5px; }
.node .value { font-weight: 600; font-size: 14px; }
.node.back rect { stroke: var(--back); }
.node.back text, .edge.back text { fill: var(--back); }
.node.now rect { fill: rgba(230, 159, 0, .28); stroke-width: 2.5; }
.edge text { fill: var(--faint); }
.edge path { fill: none; stroke: var(--faint); stroke-width: 1.5; }
.edge .head { fill: var(--faint); stroke: none; }
.edge.back path { stroke: var(--back); }
.edge.back .head { fill: var(--back); stroke: none; }
.node.later, .edge.later { opacity: .45; }
.projected { font-size: 20px; }
.projected .flow, .projected .hint, .projected .training, .projected .outcome, .projected .below h3, .projected .images, .projected .choice, .projected .controls label { display: none; }
.projected .formula { font-size: 40px; }
.projected .symbol small { font-size: 20px; }
.projected code, .projected .name { font-size: 18px; }
.projected.as-graph .below { display: none; }
.cell .head { margin-bottom: 4px; }
.written .place { color: var(--faint); }
.cell .line { display: flex; gap: 10px; }
.cell .key { flex: 0 0 88px; white-space: nowrap; color: var(--faint); }
.cell .key.from { color: var(--from); font-weight: 600; }
.cell .key.feeds { color: var(--feeds); font-weight: 600; }
.cell .value { overflow-wrap: anywhere; }
.hint { color: var(--faint); font-size: 12px; margin: 4px 0; }
.below { display: flex; flex-wrap: wrap; gap: 0 28px; }
.below > .main { flex: 1 1 600px; min-width: 0; }
.below > .outcome { flex: 1 1 250px; max-width: 440px; }
.root:focus-visible { outline-offset: 4px; }
.bars { display: grid; gap: 2px; max-width: 420px; font-variant-numeric: tabular-nums; }
.bar { display: flex; align-items: center; gap: 8px; line-height: 15px; font-size: 12px; }
.digit { width: 1.6em; text-align: right; }
.track { flex: 1; height: 9px; background: var(--panel); border-radius: 3px; overflow: hidden; }
.fill { display: block; height: 100%; background: #0072b2; }
.dark .fill { background: #56b4e9; }
.bar.right .fill { background: #e07b00; }
.bar.right .digit::before { content: "\\2713"; }
.bar.most .percent { font-weight: 700; }
.percent { width: 5.8em; white-space: nowrap; }
.columns { display: flex; flex-wrap: wrap; gap: 12px 28px; align-items: flex-start; }
.columns .wide { flex: 1 1 220px; }
.training { border-top: 1px solid var(--line); margin-top: 16px; }
.moments { width: 100%; max-width: 520px; }
.training .bars { width: 260px; }
.curve text { font-size: 11px; fill: var(--faint); }
.curve .axis { fill: none; stroke: var(--line); }
.curve .line { fill: none; stroke: #0072b2; stroke-width: 2; }
.dark .curve .line { stroke: #56b4e9; }
.curve .dot { fill: #e07b00; }
.pad { display: block; width: 224px; height: 224px; border: 1px solid var(--line); border-radius: 8px; touch-action: none; user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; cursor: crosshair; margin-bottom: 8px; }
.keys { max-width: 224px; margin-top: 6px; font-size: 12px; color: var(--faint); display: none; }
.by-keys .keys { display: block; }
.seen { display: block; width: 112px; height: 112px; image-rendering: pixelated; box-shadow: 0 0 0 1px var(--line); margin-bottom: 8px; }
.layers { display: flex; gap: 14px; min-height: 180px; }
/* On a phone the answer comes right below the pad, where the finger is. */
@media (max-width: 40rem) { .sees { order: 1; } }
.empty .bar .percent, .empty .digit { color: var(--faint); font-weight: 400; }
.answer { font-size: 18px; font-weight: 600; min-height: 2.9em; }
@media (prefers-reduced-motion: reduce) { .flow .box { transition: none; } }
`;
