"""Texts that try to be something else than text, one or more for every format that a paper is written in.

`BEACON` stands where an address is called when something fetches it; `beaconed` puts a real one there.
"""

BEACON = "http://127.0.0.1:9"

PAGES = (
    f"<script>document.title='owned';fetch('{BEACON}/a')</script>",
    f"<SCRIPT SRC={BEACON}/b.js></SCRIPT>",
    f"<img src={BEACON}/c.png onerror=\"document.title='owned'\">",
    "<img src=x onerror=document.title='owned'>",
    f"<svg onload=document.title='owned'><image href={BEACON}/d.svg /></svg>",
    f"<iframe src={BEACON}/e srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
    f"<object data={BEACON}/f></object><embed src={BEACON}/g>",
    f"<link rel=stylesheet href={BEACON}/h.css><style>@import '{BEACON}/i.css'</style>",
    f"<div style=\"background:url({BEACON}/j.png)\">x</div>",
    f"<base href={BEACON}/>",
    f"<meta http-equiv=refresh content=\"0;url={BEACON}/k\">",
    f"<form action={BEACON}/l><input autofocus onfocus=document.title='owned'><button>go</button></form>",
    f"<video poster={BEACON}/m.png autoplay><source src={BEACON}/n.mp4 onerror=document.title='owned'></video>",
    f"<audio src={BEACON}/o.mp3 autoplay></audio>",
    f"<a href=\"javascript:document.title='owned'\" ping={BEACON}/p>x</a>",
    "<details open ontoggle=document.title='owned'>x</details>",
    f"<math><mtext><table><mglyph><style><img src={BEACON}/q onerror=document.title='owned'>",
    f"<noscript><p title=\"</noscript><img src={BEACON}/r onerror=document.title='owned'>\">",
    "</title><script>document.title='owned'</script>",
    "</style><script>document.title='owned'</script>",
    "--><script>document.title='owned'</script><!--",
    "]]><script>document.title='owned'</script>",
    "\" onmouseover=\"document.title='owned'\" x=\"",
    "' autofocus onfocus='document.title=1' x='",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;b&#x3E; &amp;amp; &copy;",
    "＜script＞alert(1)＜/script＞",
    "<scr\x00ipt>document.title='owned'</scr\x00ipt>",
    f"<img/src=`{BEACON}/s`/onerror=document.title='owned'>",
    "<template><script>document.title='owned'</script></template><slot>",
    "<plaintext><xmp><textarea><!--",
)
"""Web pages: elements, attributes and addresses that load or run something."""

NOTES = (
    "---\ntitle: owned\ntags: [owned]\n---",
    "...\n--- !!python/object/apply:os.system ['id']",
    "title:: owned\nid:: 00000000-0000-0000-0000-000000000000",
    "^owned",
    "# 一级\n## 二级\n标题\n===\n标题\n---",
    "- 列表\n* 列表\n+ 列表\n1. 列表\n2) 列表\n- [x] 办完",
    "> [!danger] 假的提示\n> 引文",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "a|b||c \\| d",
    "```js\ndocument.title='owned'\n```\n~~~\nx\n~~~\n    缩进四格",
    f"[x](javascript:alert(1)) [y](<{BEACON}/t> \"t\") [z]: {BEACON}/u",
    f"![x]({BEACON}/v.png) ![[秘密]] [[页面|别名]] <{BEACON}/w>",
    "**粗** __粗__ *斜* _斜_ ~~删~~ ==亮== `码` $x^2$ $$y$$ %%藏%% ^[脚注] [^1]",
    "#标签 #a/b ((00000000-0000-0000-0000-000000000000)) {{query (todo)}} {{embed [[x]]}}",
    "<%* tp.system.prompt() %> `= this.file` `$= dv.pages()` ${7*7} {{7*7}} {% raw %}",
    "<!-- reader-paper: :AAAAAA .BBBBBB -->",
    "\\ \\\\ \\* 末尾的反斜线\\",
    "&nbsp;&#35;&#x2a; &quot;",
)
"""Markdown: what CommonMark, Obsidian or Logseq would take for something."""

SHEETS = (
    "=SUM(A1)",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    f"=HYPERLINK(\"{BEACON}/x\",\"点我\")",
    f"=WEBSERVICE(\"{BEACON}/y\")",
    "\t=1+1",
    "\r=1+1",
    "　＝1+1",
    "_x0041_ _x000D_",
    "'=1",
    "\\\\127.0.0.1\\share\\x file:///etc/passwd mailto:a@b.example ftp://x",
)
"""Spreadsheets: formulas, addresses and the escapes of the format."""

CHARACTERS = (
    "a\x00b\x01c\x08d\x0be\x0cf\x1fg\x7fh\x85i\x9fj",
    "孤\ud800立\udfff的",
    "\u202e倒着的\u202c \u2066隔开\u2069 \u200f右",
    "\ufeff字节\ufffe\uffff\ufdd0\ufffc序",
    "行\r\n行\r行\u2028行\u2029行",
    "é e\u0301 ﬁ ２ Ａ ⼤⺠ 大民 𬭎𠮷 😀👨‍👩‍👧 क्षि ‍ ​",
    "<w:p/><w:t>x</w:t> DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe INCLUDETEXT \"/etc/passwd\"",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "../../../etc/passwd\\..\\..\\x CON NUL",
)
"""Characters that a format may not hold, and words of the formats themselves."""

PAYLOADS = PAGES + NOTES + SHEETS + CHARACTERS
assert len(PAYLOADS) > 42
