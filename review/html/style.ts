/** Of every page. A page follows the reader's choice of light or dark; every pair of colours has a contrast of 4.5 at least. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f5f6f8; --edge: #c9ced6; --ink: #1b1f24; --faint: #4b535d; --link: #0a53a0;
  --bad: #96110f; --bad-back: #fde9e8; --warn: #7a4300; --warn-back: #fdf0dd; --good: #0b5f33; --good-back: #e3f4ea;
  --blue: #0a4d94; --blue-back: #e4effb; --odd: #5f2f80; --odd-back: #f3eaf9; --grey: #3d4650; --grey-back: #e8ebef;
  --bar: #3b76b8; --bar-past: #b3261e; --bar-before: #8b96a3; --mark: #fff3b8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #13161a; --panel: #1d2127; --edge: #444c57; --ink: #e7eaee; --faint: #b0b8c2; --link: #8bc0ff;
    --bad: #ffb4ae; --bad-back: #4c1614; --warn: #ffcb8f; --warn-back: #462f0d; --good: #9fe5bd; --good-back: #12381f;
    --blue: #a9d0ff; --blue-back: #14304f; --odd: #dfc0f6; --odd-back: #3a234a; --grey: #ccd3db; --grey-back: #2c323a;
    --bar: #6aa7e8; --bar-past: #ff8a80; --bar-before: #75808d; --mark: #4a4310;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; overflow-wrap: anywhere; }
header, .columns, footer { max-width: 100rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; }
footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--faint); font-size: .875rem; border-top: 1px solid var(--edge); }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, ol, dl, table, figure { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
code { font: .875em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; unicode-bidi: isolate; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .25rem .5rem; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.faint { color: var(--faint); }
.small { font-size: .875rem; }
nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
@media (min-width: 75rem) {
  .columns { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 2.5rem; }
  nav { position: sticky; top: 1rem; align-self: start; margin-top: 2.3rem; }
  nav ul { display: block; }
  nav li { margin-bottom: .4rem; }
}
.verdict { padding: .75rem 1rem; border-radius: .5rem; border-left: .4rem solid; font-weight: 600; }
.tag { display: inline-block; padding: 0 .5rem; border-radius: .75rem; font-size: .8125rem; font-weight: 600; line-height: 1.5rem; white-space: nowrap; }
.bad { color: var(--bad); background: var(--bad-back); border-color: var(--bad); }
.warn { color: var(--warn); background: var(--warn-back); border-color: var(--warn); }
.good { color: var(--good); background: var(--good-back); border-color: var(--good); }
.blue { color: var(--blue); background: var(--blue-back); border-color: var(--blue); }
.odd { color: var(--odd); background: var(--odd-back); border-color: var(--odd); }
.grey { color: var(--grey); background: var(--grey-back); border-color: var(--grey); }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); gap: .75rem; }
.card { background: var(--panel); border: 1px solid var(--edge); border-radius: .5rem; padding: .6rem .8rem; }
.card b { display: block; font-size: 1.2rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.card span { display: block; }
.card.bad, .card.warn, .card.good, .card.blue { border-color: currentcolor; }
.card.bad .faint, .card.warn .faint, .card.good .faint, .card.blue .faint { color: inherit; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--edge); }
thead th { color: var(--faint); font-size: .8125rem; font-weight: 600; overflow-wrap: break-word; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
th, td { min-width: 6.25rem; }
td.number { overflow-wrap: break-word; }
td.name { min-width: 9rem; }
.whole { white-space: nowrap; }
@media (max-width: 59.99rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr, td, th { display: block; }
  tr { border: 1px solid var(--edge); border-radius: .5rem; padding: .35rem .7rem; margin-bottom: .6rem; }
  tbody th, td { border: 0; padding: .1rem 0; }
  td.number { text-align: left; }
  td[data-label]::before { content: attr(data-label) ': '; color: var(--faint); }
  td:empty { display: none; }
}
summary { cursor: pointer; }
details.fold { margin: 0 0 .75rem; }
.item { border: 1px solid var(--edge); border-radius: .5rem; margin-bottom: .5rem; background: var(--panel); }
.item > summary { padding: .45rem .8rem; }
.item > .body { padding: .25rem .8rem .6rem; border-top: 1px solid var(--edge); }
.item > summary .small { margin-left: .25rem; }
.plain { list-style: none; padding: 0; }
.plain > li { margin-bottom: .4rem; }
.members > li { padding: .35rem .5rem; margin: 0; border-bottom: 1px solid var(--edge); }
.members > li:last-child { border-bottom: 0; }
.item > .body > :last-child, .members > li > :last-child, .members > li > ul > :last-child { margin-bottom: 0; }
:target { scroll-margin-top: 1rem; }
.members > li:target, .item:target { background: var(--mark); outline: 2px solid var(--link); }
del, ins { text-decoration: none; border-radius: .25rem; padding: 0 .25rem; }
del { color: var(--bad); background: var(--bad-back); }
ins { color: var(--good); background: var(--good-back); }
.values > li { margin-bottom: .5rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--edge); border-radius: .5rem; margin-bottom: .75rem; }
.filters label { display: block; font-size: .875rem; max-width: 100%; }
.filters label.box { display: flex; gap: .4rem; align-items: center; min-height: 2.25rem; }
.filters input[type=search], .filters select { display: block; width: 14rem; max-width: 100%; }
input, select, button { font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--faint); border-radius: .35rem; padding: .25rem .5rem; min-height: 2.25rem; }
input[type=checkbox] { min-height: 0; width: 1.1rem; height: 1.1rem; accent-color: var(--link); }
button { cursor: pointer; }
.sites { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: .75rem; align-items: start; margin-bottom: .75rem; }
.site { border: 1px solid var(--edge); border-radius: .5rem; padding: .7rem .8rem; background: var(--panel); }
.site h3 { margin: 0 0 .5rem; font-size: 1rem; }
h3 code, h4 code { font-size: 1em; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) 1.25rem minmax(0, 1fr); align-items: stretch; margin-bottom: .5rem; }
.sides > span { align-self: center; text-align: center; }
.side { border: 1px solid var(--edge); border-radius: .35rem; background: var(--page); padding: .4rem .6rem; font-size: .9375rem; }
.side h4 { margin: 0; font-size: .8125rem; color: var(--faint); }
.side ul { list-style: none; padding: 0; margin: 0; }
.chips { list-style: none; padding: 0; margin: 0; font-size: .875rem; }
.chips li { margin-top: .3rem; }
.bars { list-style: none; padding: 0; }
.bars > li { margin-bottom: .8rem; }
.bar { display: block; width: 100%; height: 1.1rem; }
.bar .track { fill: var(--grey-back); stroke: var(--edge); }
.bar .now { fill: var(--bar); }
.bar .past { fill: var(--bar-past); }
.bar .before { fill: var(--bar-before); }
.bar .limit { fill: var(--ink); }
.key { display: inline-block; width: 1em; height: .8em; vertical-align: -.05em; }
.drawing { overflow-x: auto; border: 1px solid var(--edge); border-radius: .5rem; background: #fff; }
figcaption { font-weight: 600; margin-bottom: .25rem; }
.fit { font-weight: 400; margin-left: 1rem; white-space: nowrap; }
.fit input { vertical-align: middle; }
.drawing svg { display: block; }
figure:has(.fit :checked) svg { width: 100%; height: auto; }
@media print { nav, .filters, .skip { display: none; } .item { break-inside: avoid; } }
`;
