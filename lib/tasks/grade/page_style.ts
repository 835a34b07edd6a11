/**
 * How the page of a class looks, on light and on dark.
 *
 * The colors are those of Okabe and Ito ("Color Universal Design", 2008), which color-blind readers
 * tell apart.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --back: light-dark(#ffffff, #16181c); --ink: light-dark(#1c1e21, #e4e6e9);
  --soft: light-dark(#5b6068, #a3a9b2); --line: light-dark(#d8dbe0, #3a3f47);
  --right: light-dark(#0072b2, #0072b2); --mistake: light-dark(#f0a830, #e69f00);
  --wrong: light-dark(#c95100, #d55e00); --failed: light-dark(#8f4a78, #b0629a);
  --empty: light-dark(#eceef1, #2a2e35);
}
body {
  margin: 2rem auto; max-width: 62rem; padding: 0 1rem; background: var(--back); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif;
}
h1 { font-size: 1.5rem; overflow-wrap: anywhere; } h2 { margin-top: 2.2rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 .2rem; font-size: 1rem; overflow-wrap: anywhere; }
h3 small, small, .note { color: var(--soft); } h3 small { font-weight: normal; margin-left: .4rem; }
a { color: inherit; } code { font: .92em ui-monospace, monospace; } abbr { text-decoration: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
.heat th[scope=row], .heat thead th:first-child { text-align: left; font-weight: normal; }
.heat th[scope=row] { padding-right: 1rem; min-width: 9rem; max-width: 18rem; overflow-wrap: anywhere; }
.heat a { text-decoration: none; } .heat a:hover { text-decoration: underline; }
.heat thead th { font-weight: 600; padding: .2rem .35rem; font-size: .85rem; vertical-align: bottom; }
.heat thead th:first-child { padding-left: 1px; }
.heat tbody td { border: 2px solid var(--back); border-radius: 6px; min-width: 2.2rem; height: 1.7rem;
  text-align: center; font-weight: 700; background: var(--empty); }
.heat .sum { background: none; font-weight: normal; text-align: center; white-space: nowrap; padding: 0 .5rem; }
.heat td.none { background: none; }
tfoot th, tfoot td { padding-top: .3rem; color: var(--soft); }
td.right, span.right { background: var(--right) !important; color: #ffffff; }
td.mistake, span.mistake { background: var(--mistake) !important; color: #1c1e21; }
td.wrong, span.wrong { background: var(--wrong) !important; color: #ffffff; }
td.failed, span.failed { background: var(--failed) !important; color: #ffffff; }
td.unwritten, td.missing, span.unwritten, span.missing { background: var(--empty) !important; color: var(--soft); }
li > span { display: inline-block; min-width: 1.4em; text-align: center; border-radius: 4px; font-weight: 700; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; font-size: .88rem; color: var(--soft); }
.mistakes { width: 100%; } .mistakes th { text-align: left; font-size: .85rem; }
.mistakes td { border-top: 1px solid var(--line); padding: .45rem .8rem .45rem 0; vertical-align: top; overflow-wrap: anywhere; }
.mistakes .count { width: 6rem; } .bar { height: .5rem; border-radius: 3px; background: var(--mistake); min-width: 3px; }
section ul { margin: .2rem 0; padding-left: 0; list-style: none; } section li { margin: .25rem 0; overflow-wrap: anywhere; }
section p { margin: .2rem 0; color: var(--soft); } .problem { font-weight: 600; }
@media print { body { max-width: none; } td, span { print-color-adjust: exact; } }
`;
