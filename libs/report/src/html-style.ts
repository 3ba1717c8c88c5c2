/** Style of the printed report: A4, table heads on every page, no colour that carries meaning by itself. */
export const htmlStyle = `
@page { size: A4; margin: 14mm 12mm 16mm; }
:root { color: #1a1a1a; background: #fff; font: 10.5pt/1.6 "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", Meiryo, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; border-bottom: 2px solid #1a1a1a; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: #444; }
dd { margin: 0; }
article { border: 1px solid #999; border-left: .4rem solid #555; padding: .6rem .8rem; margin: 0 0 .8rem; }
article.refuse, article.return { border-left-color: #a40000; }
article.query { border-left-color: #8a5a00; }
.mark { display: inline-block; border: 1px solid; padding: 0 .4rem; margin-right: .4rem; font-weight: bold; }
.refuse .mark, .return .mark { color: #a40000; }
.query .mark { color: #8a5a00; }
.count { font-weight: bold; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: .4rem; font-size: .88rem; }
caption { text-align: left; color: #444; }
th, td { border: 1px solid #999; padding: .15rem .4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0f0; white-space: nowrap; }
td.ticket { white-space: nowrap; }
td.number { text-align: right; white-space: nowrap; }
td.file { font-family: ui-monospace, monospace; font-size: .8rem; }
[lang=en] { color: #444; font-size: .88rem; }
footer { margin-top: 2rem; border-top: 1px solid #999; color: #444; font-size: .85rem; }
@media screen and (prefers-color-scheme: dark) { :root { color: #e6e6e6; background: #16181c; } h2 { border-color: #e6e6e6; } dt, caption, [lang=en], footer { color: #b5b5b5; } th { background: #2a2d33; } article.refuse, article.return { border-left-color: #ff8a80; } article.query { border-left-color: #ffc166; } .refuse .mark, .return .mark { color: #ff8a80; } .query .mark { color: #ffc166; } }
@media print { body { max-width: none; padding: 0; } thead { display: table-header-group; } tr, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; } }
`;
