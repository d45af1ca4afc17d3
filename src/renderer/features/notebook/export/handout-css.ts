/**
 * The looks of a handout, on a screen, a projector and paper (A4 and Letter). It is the only style sheet of the exported file,
 * and of what is printed; `:host` is the sheet inside the app.
 */
export const HANDOUT_CSS = `
:root, :host {
  color-scheme: light;
  --ink: #1d1b18; --soft: #544f48; --faint: #6d675e; --line: #d8d3ca; --accent: #22527b; --paper: #fff;
}
* { box-sizing: border-box; }
body, .sheet {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif;
}
.page { max-width: 1080px; margin: 0 auto; padding: 40px 32px 64px; }
h1, h2, h3, .by, figcaption, table, .note, .how, .from, .made {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
}
h1 { margin: 0; font-size: 30px; line-height: 1.2; font-weight: 640; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.made { margin: 6px 0 0; color: var(--faint); font-size: 13px; }
header { padding-bottom: 16px; border-bottom: 2px solid var(--ink); }
h2, h3 { margin: 0; line-height: 1.25; overflow-wrap: anywhere; }
h2.part { margin: 40px 0 0; font-size: 23px; font-weight: 640; }
.text { max-width: 68ch; margin: 16px 0 0; }
.text p, .words p { margin: 0 0 10px; overflow-wrap: anywhere; }
.pinned { margin: 32px 0 0; padding-top: 16px; border-top: 1px solid var(--line); }
header + .pinned { margin-top: 20px; border-top: 0; padding-top: 0; }
.k { white-space: nowrap; }
h2.part + .pinned { margin-top: 12px; border-top: 0; padding-top: 0; }
.title { font-size: 18px; font-weight: 640; }
.number { color: var(--faint); font-weight: 500; }
.sentence { max-width: 78ch; margin: 4px 0 0; color: var(--soft); }
.beside { margin-top: 12px; }
.words { padding-left: 14px; border-left: 3px solid var(--accent); max-width: 68ch; margin-bottom: 12px; }
.words p:last-child { margin-bottom: 0; }
.drawing svg { display: block; width: 100%; max-width: 760px; height: auto; }
.note { margin: 6px 0 0; color: var(--faint); font-size: 12.5px; line-height: 1.4; max-width: 92ch; }
.wide { overflow-x: auto; }
table { width: 100%; margin-top: 14px; border-collapse: collapse; font-size: 13px; line-height: 1.35; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 12px 5px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom-color: var(--faint); }
th.n, td.n { text-align: right; }
td small, th small { display: block; color: var(--faint); font-size: 11.5px; }
.how, .from { margin: 12px 0 0; font-size: 12.5px; line-height: 1.45; color: var(--soft); max-width: 92ch; }
.how strong, .from b { font-weight: 600; color: var(--ink); }
.how p { margin: 3px 0 0; }
.how code { display: block; margin: 3px 0 0; font: 12px/1.45 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; color: var(--ink); overflow-wrap: anywhere; }
details { margin: 8px 0 0; font-size: 13px; }
summary { color: var(--accent); cursor: pointer; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; }
blockquote { margin: 12px 0 0; font-size: 18px; line-height: 1.55; max-width: 62ch; }
blockquote .around { color: var(--faint); }
blockquote mark { background: #e6eef5; color: inherit; padding: 1px 2px; }
.by { margin: 8px 0 0; color: var(--soft); font-size: 13.5px; }
.address { font: 11.5px ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
@media screen and (min-width: 1000px) {
  .beside.two { display: grid; grid-template-columns: minmax(0, 1fr) 290px; gap: 28px; align-items: start; }
  .beside.two .words { order: 2; margin: 0; }
}
@media print {
  body, .sheet { font-size: 10.5pt; line-height: 1.42; }
  .page { max-width: none; padding: 0; }
  h1 { font-size: 20pt; }
  h2.part { font-size: 15pt; margin-top: 22pt; }
  .title { font-size: 12.5pt; }
  .made, .note, .how, .from { font-size: 8.5pt; }
  .pinned { margin-top: 18pt; padding-top: 10pt; }
  .drawing svg { max-width: 100%; }
  table { font-size: 8.8pt; }
  td small, th small { font-size: 8pt; }
  .how code, .address { font-size: 8pt; }
  blockquote { font-size: 12pt; }
  .by { font-size: 9.5pt; }
  .wide { overflow: visible; }
  .title, .sentence, h2.part, thead, .top.bare { break-after: avoid; }
  .top, .drawing, .words p, tr, blockquote, .how, .from { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
