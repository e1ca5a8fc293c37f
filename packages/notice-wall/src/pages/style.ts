/** The one style sheet of a wall. Sizes follow the root, so that one switch makes everything larger. */
export const STYLE = `:root {
  font-size: 20px;
  --ink: #1a1a1a;
  --soft: #444;
  --link: #0b4a8f;
  --line: #767676;
  --paper: #fff;
  --shade: #f3f1ea;
  --mark: #a3120a;
}
@supports selector(:has(*)) {
  :root:has(#large:checked) { font-size: 26px; }
}
@supports not selector(:has(*)) {
  .type { display: none; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto;
  max-width: 44rem;
  padding: 0 0.8rem 2rem;
  color: var(--ink);
  background: var(--paper);
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  line-height: 1.7;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem; }
.top {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  align-items: center;
  justify-content: space-between;
  border-bottom: 3px solid var(--mark);
}
.top p { margin: 0.5rem 0; }
.wall { font-weight: bold; }
h1.wall { font-size: 1.4rem; margin: 0.5rem 0; }
.wall a { color: inherit; text-decoration: none; }
.type { white-space: nowrap; }
.type label { display: inline-block; padding: 0.3rem 0.5rem; }
input[type="checkbox"] { width: 1.2rem; height: 1.2rem; vertical-align: -0.2rem; }
.where ol, .kinds ul, .turning ul, .places, .months, .ways, .notices, .files { list-style: none; margin: 0; padding: 0; }
.where li { display: inline; }
.where li + li::before { content: "\\203A"; padding: 0 0.4rem; color: var(--soft); }
.where a { display: inline-block; padding: 0.35rem 0; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0.8rem 0; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 1.6rem 0 0.6rem; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 0.4rem; }
.kind { display: inline-block; padding: 0 0.5rem; color: var(--paper); background: var(--mark); }
p.kind { margin: 1rem 0 0; }
.facts { padding: 0.6rem 0.8rem; background: var(--shade); }
dl { margin: 0.8rem 0; }
dl div { display: flex; gap: 0 0.8rem; flex-wrap: wrap; }
dt { min-width: 5em; color: var(--soft); }
dd { margin: 0; flex: 1 1 60%; }
.text p { margin: 0.7rem 0; }
.table { overflow-x: auto; margin: 1rem 0; border: 1px solid var(--line); }
p.wide { margin-bottom: -0.6rem; color: var(--soft); font-size: 0.9rem; }
@media (min-width: 50rem) {
  .wide { display: none; }
}
table { border-collapse: collapse; width: max-content; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.55rem; text-align: left; vertical-align: top; max-width: 13em; }
th { background: var(--shade); }
.notices li, .files li { padding: 0.7rem 0; border-bottom: 1px solid var(--line); }
.notices a { display: block; font-size: 1.1rem; font-weight: bold; line-height: 1.45; padding: 0.2rem 0; }
.notices p { margin: 0.2rem 0 0; color: var(--soft); font-size: 0.9rem; }
.notices .number { white-space: nowrap; }
.kinds ul, .turning ul, .places, .months, .ways { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.kinds a, .turning a, .places a, .months a, .ways a, .go {
  display: inline-block;
  min-height: 2.4rem;
  padding: 0.3rem 0.8rem;
  border: 1px solid var(--link);
  border-radius: 0.3rem;
  text-decoration: none;
}
.kinds a[aria-current] { color: var(--paper); background: var(--link); }
.turning { margin: 1.2rem 0; }
summary { padding: 0.4rem 0; cursor: pointer; }
details > .places { padding: 0.4rem 0 0.8rem; }
.none { padding: 1rem; background: var(--shade); }
.supersedes { border-left: 0.3rem solid var(--mark); padding-left: 0.6rem; }
.size { color: var(--soft); }
.files details { font-size: 0.9rem; }
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.9rem; overflow-wrap: anywhere; }
.responses { margin-top: 1.6rem; padding: 0 0.8rem 0.4rem; border: 2px solid var(--line); }
.responses h2 { margin-top: 0.8rem; }
label { display: block; font-weight: bold; }
.type label { font-weight: normal; }
input:not([type="checkbox"]), textarea {
  width: 100%;
  padding: 0.45rem;
  border: 1px solid var(--line);
  font: inherit;
  color: inherit;
  background: var(--paper);
}
input[type="number"] { width: 8em; }
button {
  min-height: 2.4rem;
  padding: 0.4rem 1.4rem;
  border: 0;
  border-radius: 0.3rem;
  font: inherit;
  font-weight: bold;
  color: var(--paper);
  background: var(--link);
  cursor: pointer;
}
.search button { margin-top: 0.5rem; }
.hint { margin-top: 0; color: var(--soft); font-size: 0.9rem; }
.trap { position: absolute; left: -999rem; width: 1px; height: 1px; overflow: hidden; }
[hidden] { display: none; }
figure { margin: 0; }
.qr { width: 9rem; max-width: 100%; height: auto; display: block; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; }
@page { margin: 18mm; }
@media print {
  :root { font-size: 12pt; }
  body { max-width: none; padding: 0; }
  .skip, .type, nav, .screen, .wide, .files details { display: none; }
  a { color: inherit; text-decoration: none; }
  .kind { padding: 0; color: inherit; background: none; }
  .table { overflow: visible; }
  table { width: 100%; }
  .responses { border-width: 1px; }
  thead { display: table-header-group; }
  tr, figure, .proof, .responses { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
`;
