/** The one style sheet of all sandbox pages; written into each page, so that a page needs no second request. */
export const style = `
:root{--ink:#1f1b18;--soft:#5d544c;--line:#d8cfc2;--paper:#fcf9f4;--card:#fff;--brand:#0b5c56;--warn:#9a3412;--mark:#fff3d6}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.band{position:sticky;top:0;z-index:2;margin:0;padding:6px 12px;text-align:center;font-weight:600;font-size:14px;color:#ffe9a8;background:repeating-linear-gradient(135deg,#2b2620 0 14px,#3a332b 14px 28px)}
header.top{background:var(--brand);color:#fff;padding:14px 0}
header.top a{color:#fff}
.wrap{max-width:1180px;margin:0 auto;padding:0 16px}
header.top .wrap{display:flex;flex-wrap:wrap;gap:6px 20px;align-items:baseline}
header.top strong{font-size:20px}
main.wrap{padding-top:20px;padding-bottom:48px}
h1{font-size:28px;line-height:1.2;margin:8px 0 6px}
h2{font-size:20px;margin:28px 0 10px}
h3{font-size:17px;margin:0 0 4px}
p{margin:6px 0}
.en,.soft{color:var(--soft)}
.en{font-size:14px}
.grid{display:grid;align-items:start;gap:14px;grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr))}
.stack{columns:420px;column-gap:14px}
.stack>*{break-inside:avoid;margin-bottom:14px}
.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px}
.card.hurt{border-color:var(--warn);box-shadow:inset 4px 0 0 var(--warn)}
.face{float:right;width:60px;height:80px;object-fit:cover;border-radius:6px;margin:0 0 6px 10px;border:1px solid var(--line)}
.tag{display:inline-block;padding:1px 8px;border-radius:999px;background:#e7f1ef;color:#0a4640;font-size:13px;font-weight:600}
.tag.hurt{background:#fde7dc;color:#7c2d12}
button,.button{display:inline-block;font:inherit;font-weight:600;cursor:pointer;min-height:44px;padding:8px 14px;border:0;border-radius:6px;background:var(--brand);color:#fff;text-decoration:none}
button:hover,.button:hover{background:#084a45}
button.quiet{background:#ece5d9;color:var(--ink)}
button.quiet:hover{background:#ded4c3}
button.warn{background:var(--warn)}
label{display:block;font-weight:600;font-size:14px;margin:8px 0 2px}
input,select{font:inherit;min-height:44px;padding:6px 10px;border:2px solid #6b6259;border-radius:6px;background:#fff;color:var(--ink);max-width:100%;width:100%}
:focus-visible{outline:3px solid #ffbf47;outline-offset:1px}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:end}
.row>*{flex:0 1 auto}
.row form{margin:0}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}
.note{background:var(--mark);border-left:4px solid #b7791f;padding:8px 12px;border-radius:4px}
details{margin-top:8px}
summary{cursor:pointer;font-weight:600;padding:8px 0}
.do{margin:0;border-top:1px solid var(--line)}
.do[open]{padding-bottom:8px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font:inherit}
a{color:#0b4f8a}
.clock{font-size:22px;font-weight:700;font-variant-numeric:tabular-nums}
footer{border-top:1px solid var(--line);padding:14px 0;font-size:14px;color:var(--soft)}
@media print{.band{position:static}}
`
