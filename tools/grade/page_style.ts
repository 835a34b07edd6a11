/**
 * How the page of a class looks, on light, on dark and on paper.
 *
 * The colors are those of Okabe and Ito ("Color Universal Design", 2008), which color-blind readers can
 * distinguish; what is right is pale, so that the rest stands out.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --back: light-dark(#ffffff, #16181c); --ink: light-dark(#1c1e21, #e4e6e9);
  --soft: light-dark(#5b6068, #a3a9b2); --line: light-dark(#c6cad1, #4a505a);
  --right: light-dark(#cbe4f5, #103f5e); --right-ink: light-dark(#00507e, #a9d6f2);
  --mistake: #e69f00; --wrong: light-dark(#c95100, #d55e00); --failed: light-dark(#8f4a78, #a65b90);
  --empty: light-dark(#eceef1, #2a2e35); --side: clamp(.5rem, 3vw, 2rem);
}
body {
  width: fit-content; min-width: min(62rem, 100vw - 2 * var(--side)); max-width: calc(100vw - 2 * var(--side));
  box-sizing: border-box; margin: 2rem auto; background: var(--back); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif;
}
body > p, .legend, .mistakes, section { max-width: 62rem; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; } h2 { margin-top: 2.2rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 .2rem; font-size: 1rem; overflow-wrap: anywhere; }
h3 small, small, .note { color: var(--soft); } h3 small { font-weight: normal; margin-left: .4rem; }
a { color: inherit; } code { font: .92em ui-monospace, monospace; } body > p code { white-space: nowrap; } abbr { text-decoration: none; }
.right { background: var(--right); color: var(--right-ink); }
.mistake { background: var(--mistake); color: #1c1e21; }
.wrong { background: var(--wrong); color: #ffffff; }
.failed { background: var(--failed); color: #ffffff; }
.unwritten, .missing, .unreadable { background: var(--empty); color: var(--soft); }
.unjudged { background: var(--ink); color: var(--back); }
.look { border-left: 5px solid var(--wrong); padding-left: .8rem; } .look h2 { margin-top: 1rem; }
.none { box-shadow: inset 0 0 0 1px var(--line); }
.scroll { overflow-x: auto; --cell: clamp(1.35rem, (100vw - 18rem) / var(--columns), 2.1rem); }
table { border-collapse: separate; border-spacing: 2px; }
.heat th { font-weight: normal; } .heat thead { vertical-align: bottom; font-size: .85rem; }
.heat .who { text-align: left; padding-right: .6rem; position: sticky; left: 0;
  background: var(--back); }
.heat .who { max-width: 15rem; overflow-wrap: break-word; }
.heat thead [scope=colgroup] { border-bottom: 1px solid var(--line); padding: 0 .2rem; font-weight: 600; }
.heat thead [scope=col] > span { writing-mode: vertical-rl; transform: rotate(180deg); padding-block: .1rem;
  white-space: nowrap; line-height: 1.2; }
.heat a { text-decoration: none; } .heat a:hover { text-decoration: underline; }
.heat td { box-sizing: border-box; width: var(--cell); min-width: var(--cell); padding: 0; text-align: center; }
.heat tbody td { height: 1.7rem; border-radius: 5px; font-weight: 700; }
.heat td.sum { font-weight: normal; font-variant-numeric: tabular-nums; white-space: nowrap; padding: 0 .25rem; }
.heat tfoot { color: var(--soft); font-size: .9rem; }
.sign { display: inline-block; min-width: 1.5em; text-align: center; border-radius: 4px; font-weight: 700; }
.sign.none { height: 1.2em; vertical-align: text-bottom; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; font-size: .88rem; }
.mistakes { width: 100%; border-collapse: collapse; } .mistakes th { text-align: left; font-size: .85rem; padding: 0 .8rem 0 0; }
.mistakes td { border-top: 1px solid var(--line); padding: .45rem .8rem .45rem 0; vertical-align: top; }
.mistakes td:last-child { width: 99%; overflow-wrap: anywhere; } .mistakes p { margin: .3rem 0 0; }
.mistakes .count { min-width: 5rem; white-space: nowrap; }
.bar { height: .5rem; border-radius: 3px; background: var(--empty); }
.bar div { height: 100%; border-radius: 3px; min-width: 3px; }
section ul { margin: .2rem 0; padding-left: 0; list-style: none; } section li { margin: .25rem 0; overflow-wrap: anywhere; }
section p { margin: .2rem 0; color: var(--soft); } .problem { font-weight: 600; }
@media screen and (max-width: 1420px) {
  .heat { font-size: .82rem; border-spacing: 1px; --cell: clamp(.95rem, (100vw - 22rem) / var(--columns), 2.1rem); }
  .heat td.sum { padding: 0 clamp(.1rem, (100vw - var(--columns) * 2.3rem) / 40, .35rem); }
  .heat thead [scope=colgroup] { font-size: .75rem; padding: 0; }
  .heat .who { max-width: clamp(7.5rem, 100vw - var(--columns) * 2.3rem, 15rem); } .heat th { padding-inline: 0; } .heat .sign { min-width: 0; }
  .heat thead { font-size: clamp(.68rem, 1.2vw, .85rem); } .heat tfoot { font-size: clamp(.72rem, 1.2vw, .85rem); }
  /* The sums of single notebooks stand below, student by student. */
  .heat .part { min-width: 0; width: 0; padding: 0; } .heat .part > span { display: none; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root { color-scheme: light; font-size: 13px; }
  body { width: auto; min-width: 0; max-width: none; margin: 0; font-size: 1rem; }
  body > p, .legend, .mistakes, section { max-width: none; }
  .scroll { overflow: visible; --cell: clamp(1rem, 48rem / var(--columns), 2rem); }
  /* A sum of the whole class stands once, at the end, and not on each sheet. */
  .heat .who { position: static; } tfoot { display: table-row-group; } .heat tbody td { height: 1.4rem; }
  tr, section, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  td, .sign, .bar, .bar div { print-color-adjust: exact; }
}
`;
