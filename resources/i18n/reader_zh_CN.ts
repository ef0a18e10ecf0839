<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reader</source>
        <translation>关于研读</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>研读</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Save reports, read them offline, mark what counts, and take a paper to the meeting.</source>
        <translation>保存报告，离线研读，批注要点，形成会议材料。</translation>
    </message>
    <message>
        <source>Your library</source>
        <translation>资料库位置</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>This program is free software under the MIT licence. It is built on:</source>
        <translation>本程序是采用 MIT 许可证的自由软件，使用了以下组件：</translation>
    </message>
    <message>
        <source>Open Library Folder</source>
        <translation>打开资料库文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add &amp;Links…</source>
        <translation>添加链接(&amp;L)…</translation>
    </message>
    <message>
        <source>Add from a &amp;Feed or Column…</source>
        <translation>从订阅源或栏目添加(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Import F&amp;older…</source>
        <translation>导入文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Add from the &amp;Clipboard</source>
        <translation>从剪贴板添加(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export Meeting Paper…</source>
        <translation>导出会议材料(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Co&amp;mpare Reports…</source>
        <translation>对照(&amp;M)…</translation>
    </message>
    <message>
        <source>Export &amp;Whole Library…</source>
        <translation>导出整个资料库(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Verify Quotations…</source>
        <translation>核对引文(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Back Up Library…</source>
        <translation>备份资料库(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>回收站(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with &amp;Source</source>
        <translation>复制带出处(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Find in Article</source>
        <translation>在文中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>Search &amp;Library</source>
        <translation>搜索资料库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>设置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Previous P&amp;aragraph</source>
        <translation>上一段(&amp;A)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Paragraph</source>
        <translation>下一段(&amp;X)</translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>标为已读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;Original Page</source>
        <translation>打开原文(&amp;O)</translation>
    </message>
    <message>
        <source>Fetch A&amp;gain</source>
        <translation>重新抓取(&amp;G)</translation>
    </message>
    <message>
        <source>W&amp;hat Changed…</source>
        <translation>有何变化(&amp;H)…</translation>
    </message>
    <message>
        <source>Tab&amp;le of Figures…</source>
        <translation>数据表(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Correct the Text…</source>
        <translation>更正正文(&amp;C)…</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key point</source>
        <translation>要点(&amp;K)</translation>
    </message>
    <message>
        <source>To &amp;borrow</source>
        <translation>可借鉴(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>数据(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>行动(&amp;A)</translation>
    </message>
    <message>
        <source>Write &amp;Note</source>
        <translation>写笔记(&amp;N)</translation>
    </message>
    <message>
        <source>Note on the &amp;Whole Article…</source>
        <translation>给全文写笔记(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Previous Mark</source>
        <translation>上一条批注(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Mark</source>
        <translation>下一条批注(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Digest</source>
        <translation>摘要(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一窗格(&amp;V)</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>任务(&amp;K)</translation>
    </message>
    <message>
        <source>Show in Pan&amp;el</source>
        <translation>面板显示(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Delete Mark</source>
        <translation>删除批注(&amp;D)</translation>
    </message>
    <message>
        <source>Import Librar&amp;y or Marks…</source>
        <translation>导入资料库或批注(&amp;Y)…</translation>
    </message>
    <message>
        <source>My Templates Fol&amp;der</source>
        <translation>自用模板文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Default Text Size</source>
        <translation>默认字号(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Passage Numbers</source>
        <translation>段句号(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Follow the System</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>护眼(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>边栏(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>文章列表(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panel</source>
        <translation>右侧面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>批注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Information</source>
        <translation>信息(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Sample Report</source>
        <translation>示例文章(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;About 研读 Reader</source>
        <translation>关于研读(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>阅读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>批注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>字号与版式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add articles</source>
        <translation>添加文章</translation>
    </message>
    <message>
        <source>Paste links, one per line — or the text of an article.

https://</source>
        <translation>粘贴链接，每行一个；也可以直接粘贴文章正文。

https://</translation>
    </message>
    <message>
        <source>Links or text</source>
        <translation>链接或正文</translation>
    </message>
    <message>
        <source>The first line, unless you write another</source>
        <translation>不填则用第一行</translation>
    </message>
    <message>
        <source>Who published it</source>
        <translation>由谁发布</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>This is a column: choose from its links</source>
        <translation>这是栏目页：从中选取文章</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Add %n link(s)</source>
        <translation>
            <numerusform>添加 %n 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>添加正文</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>给它起个标题</translation>
    </message>
    <message>
        <source>This is saved as a text. Give it a title and say where it is from.</source>
        <translation>将作为文章正文保存。请填写标题和来源。</translation>
    </message>
    <message>
        <source>The pages are fetched, cleaned and kept on this computer.</source>
        <translation>网页会被抓取、提取正文并保存在本机。</translation>
    </message>
    <message>
        <source>Files can be added too: web pages, Word (DOCX), PDF, EPUB, Markdown, text, and whole folders.</source>
        <translation>也可以添加文件：网页、Word、PDF、EPUB、Markdown、文本，或整个文件夹。</translation>
    </message>
</context>
<context>
    <name>AnnotationDesk</name>
    <message>
        <source>Marked. Press N to write a note.</source>
        <translation>已标记。按 N 写笔记。</translation>
    </message>
    <message>
        <source>Note on the Article</source>
        <translation>全文笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Add mark</source>
        <translation>添加批注</translation>
    </message>
    <message>
        <source>Edit mark</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除批注</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Copied with its source</source>
        <translation>已复制（带出处）</translation>
    </message>
</context>
<context>
    <name>AnnotationPanel</name>
    <message>
        <source>Marks and notes</source>
        <translation>批注和笔记</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all kinds</source>
        <translation>显示全部类型</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>只看：%1</translation>
    </message>
    <message>
        <source>None of this kind</source>
        <translation>没有这类批注</translation>
    </message>
    <message>
        <source>This article has marks of other kinds.</source>
        <translation>这篇文章有其他类型的批注。</translation>
    </message>
    <message>
        <source>Select some text and press 1–5. Or move to a paragraph with J and K and press H: no mouse needed.</source>
        <translation>选中一段文字，按 1–5 标记；也可以不用鼠标：按 J / K 移到段落，再按 H。</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>还没有批注</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Change kind</source>
        <translation>改类型</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Copy quote</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Show the Suggested Place</source>
        <translation>查看建议的位置</translation>
    </message>
    <message>
        <source>Accept the Suggested Place</source>
        <translation>采用建议的位置</translation>
    </message>
    <message>
        <source>Choose a Place…</source>
        <translation>另选位置…</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Add article</source>
        <translation>添加文章</translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>添加 %n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>查看另一篇</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n saved</source>
        <translation>
            <numerusform>已保存 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with the text of another</source>
        <translation>
            <numerusform>其中 %n 篇与别处同文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n 篇有新版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n 篇已在资料库中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back from the trash</source>
        <translation>
            <numerusform>%n 篇从回收站恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for the network</source>
        <translation>
            <numerusform>%n 条等待网络</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 项没有成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>已取消 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Local file</source>
        <translation>本地文件</translation>
    </message>
    <message>
        <source>Sample · %1</source>
        <translation>示例 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · Read</source>
        <translation>%1 · 已读完</translation>
    </message>
    <message>
        <source>%1 · Archived</source>
        <translation>%1 · 已归档</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentDesk</name>
    <message>
        <source>Save “%1” As…</source>
        <translation>将“%1”另存为…</translation>
    </message>
    <message>
        <source>Add as an Article</source>
        <translation>添加为文章</translation>
    </message>
    <message>
        <source>Open the Link in the Browser</source>
        <translation>在浏览器中打开链接</translation>
    </message>
    <message>
        <source>Save Attachment</source>
        <translation>保存附件</translation>
    </message>
</context>
<context>
    <name>AttachmentsSection</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Add %1 as an article</source>
        <translation>将 %1 添加为文章</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>将 %1 另存为…</translation>
    </message>
</context>
<context>
    <name>BlockList</name>
    <message>
        <source> (nothing yet)</source>
        <translation>（暂无内容）</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>CaptureDesk</name>
    <message>
        <source>Web pages and documents (%1)</source>
        <translation>网页与文档（%1）</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import Folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be added and were skipped</source>
        <translation>
            <numerusform>有 %n 个文件不能添加，已跳过</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample report</source>
        <translation>示例文章</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Write a note…</source>
        <translation>写笔记…</translation>
    </message>
    <message>
        <source>Choose a Place…</source>
        <translation>另选位置…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>No likely place was found</source>
        <translation>没有找到相近的位置</translation>
    </message>
    <message>
        <source>Perhaps here (para. %1, %2 alike):</source>
        <translation>可能在这里（第 %1 段，相似 %2）：</translation>
    </message>
    <message>
        <source>Place not found</source>
        <translation>未找到原位置</translation>
    </message>
    <message>
        <source>On the whole article</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Para. %1</source>
        <translation>第 %1 段</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>笔记：%1</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>who: %1</source>
        <translation>责任人：%1</translation>
    </message>
    <message>
        <source>by: %1</source>
        <translation>时限：%1</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What Changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>第 %1 版 · %2</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处变化</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The two versions have the same text.</source>
        <translation>两个版本的文字相同。</translation>
    </message>
    <message>
        <source>Version %1, whole: %2 characters</source>
        <translation>第 %1 版全文，%2 字</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Write Note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Move the Active Mark Here</source>
        <translation>把当前批注移到这里</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with Source</source>
        <translation>复制带出处</translation>
    </message>
    <message>
        <source>Find in the Library</source>
        <translation>在资料库中查找</translation>
    </message>
    <message>
        <source>Change Kind</source>
        <translation>改类型</translation>
    </message>
    <message>
        <source>Copy Quote</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Show in the List</source>
        <translation>在批注列表中显示</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ContrastBar</name>
    <message>
        <source>Figures</source>
        <translation>数据对照</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>做法对照</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Merge rows</source>
        <translation>合并所选行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>ContrastDesk</name>
    <message>
        <source>“%1” in the text</source>
        <translation>原文：“%1”</translation>
    </message>
    <message>
        <source>Back to the tables</source>
        <translation>回到对照表</translation>
    </message>
</context>
<context>
    <name>ContrastDialog</name>
    <message>
        <source>Compare Reports</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>重新对照</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export Comparison…</source>
        <translation>导出对比材料…</translation>
    </message>
    <message>
        <source>Double-click a cell to go to its place. F2 edits, Del removes a row.</source>
        <translation>双击单元格看原文；F2 修改，Del 删除所选行。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据对照</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>做法对照</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>无法对照</translation>
    </message>
    <message>
        <source>Reading the reports…</source>
        <translation>正在读取报告…</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>稍候片刻。</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可对照的内容</translation>
    </message>
    <message>
        <source>Go to its place</source>
        <translation>看原文</translation>
    </message>
</context>
<context>
    <name>ContrastEdits</name>
    <message>
        <source>Start over</source>
        <translation>重新对照</translation>
    </message>
    <message>
        <source>Merge rows</source>
        <translation>合并所选行</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>移动行</translation>
    </message>
    <message>
        <source>Rename row</source>
        <translation>修改行名</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>修改单元格</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct the Text</source>
        <translation>更正正文</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>正文范围</translation>
    </message>
    <message>
        <source>Charset</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>缩小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>扩大(&amp;W)</translation>
    </message>
    <message>
        <source>What the &amp;program found</source>
        <translation>恢复程序识别(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remember for pages of %1</source>
        <translation>%1 的网页今后都这样取正文(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>取消记住(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The text as it would be</source>
        <translation>更正后的正文</translation>
    </message>
    <message>
        <source>Choose how much of the page is the text. The former text stays as an older version.</source>
        <translation>选择网页中哪一部分是正文。原来的正文作为旧版本保留。</translation>
    </message>
    <message>
        <source>This is no web page: all of it is the text.</source>
        <translation>这不是网页，全部内容都是正文。</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>程序识别</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>没有正文</translation>
    </message>
    <message>
        <source>Remembered for this site: %1</source>
        <translation>该网站已记住：%1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1 字</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>去掉 %1 字</translation>
    </message>
    <message>
        <source>as saved</source>
        <translation>与已存的相同</translation>
    </message>
</context>
<context>
    <name>CorrectionsMenu</name>
    <message>
        <source>Take Back a Correction</source>
        <translation>撤回更正</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>A date looks like 2026-11-30.</source>
        <translation>日期的写法如 2026-11-30。</translation>
    </message>
</context>
<context>
    <name>DigestCorrections</name>
    <message>
        <source>Take back a correction</source>
        <translation>撤回更正</translation>
    </message>
    <message>
        <source>Removed from the digest</source>
        <translation>已从摘要中移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Correct digest</source>
        <translation>更正摘要</translation>
    </message>
</context>
<context>
    <name>DigestDelegate</name>
    <message>
        <source>Mark it (A)</source>
        <translation>标为批注（A）</translation>
    </message>
</context>
<context>
    <name>DigestDesk</name>
    <message numerus="yes">
        <source>%n mark(s) made: %1</source>
        <translation>
            <numerusform>已标 %n 条：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) made</source>
        <translation>
            <numerusform>已标 %n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This text has no figures.</source>
        <translation>这篇文章里没有数据。</translation>
    </message>
</context>
<context>
    <name>DigestEditDialog</name>
    <message>
        <source>Correct the Digest</source>
        <translation>更正摘要</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“%1” cannot be the %2.</source>
        <translation>“%1”不能作为%2。</translation>
    </message>
</context>
<context>
    <name>DigestModel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>marked: %1</source>
        <translation>已标为%1</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
</context>
<context>
    <name>DigestView</name>
    <message>
        <source>No digest</source>
        <translation>没有摘要</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This text names no model, figures, documents or bodies that the program knows how to find.</source>
        <translation>没有找到模式、数据、文件、机构等内容。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有可摘的内容</translation>
    </message>
    <message>
        <source>Open an article to see what it says: figures, documents, terms, dates and key passages.</source>
        <translation>打开一篇文章，这里会列出它的要点、数据、文件、用语和时间线。</translation>
    </message>
    <message>
        <source>All marked</source>
        <translation>已全部标注</translation>
    </message>
    <message numerus="yes">
        <source>Mark All %n</source>
        <translation>
            <numerusform>全部标注（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures %1…</source>
        <translation>数据表（%1）</translation>
    </message>
    <message numerus="yes">
        <source>Table of %n figure(s)</source>
        <translation>
            <numerusform>数据表，共 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark All Suggestions</source>
        <translation>全部标注</translation>
    </message>
    <message>
        <source>Table of Figures…</source>
        <translation>数据表…</translation>
    </message>
    <message>
        <source>Open All Sections</source>
        <translation>展开全部</translation>
    </message>
    <message>
        <source>Fold All Sections</source>
        <translation>收起全部</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add this text</source>
        <translation>松开即可添加这段文字</translation>
    </message>
    <message numerus="yes">
        <source>Drop to add all files in %n folder(s)</source>
        <translation>
            <numerusform>松开即可添加 %n 个文件夹里的全部文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n source(s)</source>
        <translation>
            <numerusform>松开即可添加 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n file(s)</source>
        <translation>
            <numerusform>松开即可导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n link(s)</source>
        <translation>
            <numerusform>松开即可添加 %n 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>These files cannot be added</source>
        <translation>这些文件不能导入</translation>
    </message>
    <message>
        <source>Web pages (HTML, MHTML), Word (DOCX), PDF, EPUB, Markdown and text can be added.</source>
        <translation>可以添加网页（HTML、MHTML）、Word（DOCX）、PDF、EPUB、Markdown 和文本文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n not supported (%1), will be skipped</source>
        <translation>
            <numerusform>%n 个不支持（%1），会跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported, will be skipped</source>
        <translation>
            <numerusform>%n 个不支持，会跳过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Change…</source>
        <translation>更改位置…</translation>
    </message>
    <message>
        <source>Change where the file goes</source>
        <translation>更改文件的保存位置</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue in Background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Choose the articles to export first.</source>
        <translation>请先选择要导出的文章。</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>已导出 %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %1, %n page(s)</source>
        <translation>
            <numerusform>已导出 %1，共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer</source>
        <translation>
            <numerusform>已送打印 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper is on the clipboard</source>
        <translation>会议材料已复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>ExportDetails</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Edited by</source>
        <translation>编发单位</translation>
    </message>
    <message>
        <source>Issue no.</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>简报名称</translation>
    </message>
    <message>
        <source>Foreword</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>内容提要</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>主送</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件说明</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>印数</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>著录格式</translation>
    </message>
    <message>
        <source>Several: put ; between them</source>
        <translation>有多项时用分号隔开</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>如：学习简报</translation>
    </message>
    <message>
        <source>From the key passages, if left empty</source>
        <translation>不填则取自要点</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>不注明</translation>
    </message>
    <message>
        <source> characters a minute</source>
        <translation> 字/分钟</translation>
    </message>
    <message>
        <source>Full-width punctuation outside quotations</source>
        <translation>引文以外标点统一为全角</translation>
    </message>
    <message>
        <source>Append the marked articles</source>
        <translation>附批注版全文</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export Meeting Paper</source>
        <translation>导出会议材料</translation>
    </message>
    <message>
        <source>This file is there and will be brought up to date</source>
        <translation>已有此文件，将就地更新</translation>
    </message>
    <message>
        <source>A file of this name is there and will be replaced</source>
        <translation>已有同名文件，将被替换</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>ExportFields</name>
    <message>
        <source>Paper</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Takes two articles or more.</source>
        <translation>至少需要两篇文章。</translation>
    </message>
    <message>
        <source>People or unit</source>
        <translation>人员或单位</translation>
    </message>
</context>
<context>
    <name>ExportFilters</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes by</source>
        <translation>批注人</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>编排</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>按原文顺序</translation>
    </message>
    <message>
        <source>By the article&apos;s outline</source>
        <translation>按原文结构</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按批注人</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Quote the original</source>
        <translation>附原文摘录</translation>
    </message>
    <message>
        <source>Give sources and links</source>
        <translation>附出处与链接</translation>
    </message>
    <message>
        <source>Name who made each note</source>
        <translation>标注批注人</translation>
    </message>
    <message>
        <source>Nothing is marked yet: the paper will only name its sources.</source>
        <translation>还没有批注，材料里只会列出文章的出处。</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Other formats</source>
        <translation>其他格式</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Export Meeting Paper</source>
        <translation>导出会议材料</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Parts of the paper</source>
        <translation>材料各部分</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Articles in their order</source>
        <translation>文章及其顺序</translation>
    </message>
    <message>
        <source>Drag to reorder, or press Alt+↑ and Alt+↓.</source>
        <translation>拖动可调整顺序，也可按 Alt+↑ / Alt+↓。</translation>
    </message>
    <message>
        <source>Drag or press Alt+↑ and Alt+↓ to reorder; F2 changes a heading.</source>
        <translation>拖动或按 Alt+↑、Alt+↓ 调整顺序，按 F2 修改标题。</translation>
    </message>
    <message>
        <source>Parts as they were at first</source>
        <translation>恢复原来的各部分</translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message>
        <source>Add from a feed or column</source>
        <translation>从订阅源或栏目添加</translation>
    </message>
    <message>
        <source>Where is the list?</source>
        <translation>列表在哪里？</translation>
    </message>
    <message>
        <source>Enter its address above.</source>
        <translation>请在上方输入网址。</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>加载更多</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Address of the feed or column</source>
        <translation>订阅源或栏目的网址</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>An RSS or Atom feed, or the page of a website that lists the articles of a column.</source>
        <translation>RSS 或 Atom 订阅源，或网站上某个栏目的文章列表页。</translation>
    </message>
    <message>
        <source>No list found</source>
        <translation>没有找到列表</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>添加 %n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 条链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved already</source>
        <translation>
            <numerusform>%n 条已保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureLedger</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Filter: a number, a unit, what is counted</source>
        <translation>筛选：数字、单位、统计对象</translation>
    </message>
    <message>
        <source>Filter figures</source>
        <translation>筛选数据</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>核算</translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation>Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No such figure</source>
        <translation>没有这样的数据</translation>
    </message>
    <message>
        <source>No row holds all of these words.</source>
        <translation>没有哪一行同时含有这些字词。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>HelpDesk</name>
    <message>
        <source>Back Up Library</source>
        <translation>备份资料库</translation>
    </message>
    <message>
        <source>The library was backed up and the copy checked</source>
        <translation>资料库已备份，备份已通过校验</translation>
    </message>
</context>
<context>
    <name>ImportingDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>InfoPanel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Saved from</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Original link</source>
        <translation>原文链接</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>打开原文</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
    <message>
        <source>%1 of %2 saved</source>
        <translation>已保存 %1 幅，共 %2 幅</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 版，共 %2 版</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>To borrow</source>
        <translation>可借鉴</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>行动</translation>
    </message>
</context>
<context>
    <name>LedgerDesk</name>
    <message>
        <source>%1 figures</source>
        <translation>%1 数据</translation>
    </message>
    <message>
        <source>Save Figures</source>
        <translation>保存数据</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>更改状态</translation>
    </message>
    <message>
        <source>Edit information</source>
        <translation>修改信息</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>删除文章</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) moved to the trash</source>
        <translation>
            <numerusform>已将 %n 篇文章移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Restore article</source>
        <translation>恢复文章</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Change collection</source>
        <translation>更改专题</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tags, separated by spaces or commas</source>
        <translation>标签（用空格或逗号分隔）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add to Collection…</source>
        <translation>加入专题…</translation>
    </message>
    <message>
        <source>Collection (a new name makes one)</source>
        <translation>专题（输入新名称即可新建）</translation>
    </message>
    <message>
        <source>Add to Collection</source>
        <translation>加入专题</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from Collection</source>
        <translation>移出专题</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Export Meeting Paper…</source>
        <translation>导出会议材料…</translation>
    </message>
    <message>
        <source>Compare Reports…</source>
        <translation>对照…</translation>
    </message>
    <message>
        <source>Fetch Again</source>
        <translation>重新抓取</translation>
    </message>
    <message>
        <source>Open Original Page</source>
        <translation>打开原文</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>LinkChecklist</name>
    <message>
        <source>Filter titles</source>
        <translation>筛选标题</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>新文章</translation>
    </message>
    <message>
        <source>Choose what is not saved yet</source>
        <translation>选取尚未保存的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>LinkModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Saved already</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Date published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>批注数</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>筛选本列表</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked in all articles: titles, sources, authors, text, notes and quotes.</source>
        <translation>已在全部文章里找过：标题、来源、作者、正文、笔记和摘录。</translation>
    </message>
    <message>
        <source>Looked only in “%1”.</source>
        <translation>只在“%1”里找过。</translation>
    </message>
    <message>
        <source>No articles match “%1”</source>
        <translation>没有匹配“%1”的文章</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>在全部文章里找</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有文章</translation>
    </message>
    <message>
        <source>The trash is empty. Deleted articles stay here for 30 days.</source>
        <translation>回收站是空的。删除的文章会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>Drag articles from the list onto this name in the sidebar.</source>
        <translation>把列表里的文章拖到边栏的这个名称上，就会出现在这里。</translation>
    </message>
    <message>
        <source>Press S in the list or while reading to star an article.</source>
        <translation>在列表里或阅读时按 S，就能给文章加星标。</translation>
    </message>
    <message>
        <source>Select a passage while reading and press 1 to 5 to mark it.</source>
        <translation>阅读时选中一段文字，按 1–5 就能标出来。</translation>
    </message>
    <message>
        <source>Every article has been opened. New ones appear here.</source>
        <translation>所有文章都打开过了。新添加的会出现在这里。</translation>
    </message>
    <message>
        <source>Articles that you have begun to read appear here.</source>
        <translation>开始读而没有读完的文章会出现在这里。</translation>
    </message>
    <message>
        <source>Press E in the list or while reading when you are done with an article.</source>
        <translation>读完一篇后，在列表里或阅读时按 E，它就会出现在这里。</translation>
    </message>
    <message>
        <source>Archived articles appear here.</source>
        <translation>已归档的文章会出现在这里。</translation>
    </message>
    <message>
        <source>Paste a link with Ctrl+V, or drop files on the window.</source>
        <translation>按 Ctrl+V 粘贴链接，或把文件拖进窗口。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This library can only be read: nothing you change will be saved.</source>
        <translation>资料库以只读方式打开，所作改动不会保存。</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>研读</translation>
    </message>
</context>
<context>
    <name>MissingPictures</name>
    <message>
        <source>Fetching…</source>
        <translation>正在获取…</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n missing picture(s)</source>
        <translation>
            <numerusform>补取缺少的 %n 幅图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovingDesk</name>
    <message>
        <source>Reader library %1</source>
        <translation>研读资料库 %1</translation>
    </message>
    <message>
        <source>Library files (*.zip)</source>
        <translation>资料库文件 (*.zip)</translation>
    </message>
    <message>
        <source>Export Whole Library</source>
        <translation>导出整个资料库</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n article(s) to %1</source>
        <translation>
            <numerusform>已将 %n 篇文章导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Libraries and marks (%1)</source>
        <translation>资料库和批注 (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n mark(s)</source>
        <translation>
            <numerusform>已导入 %n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new in it</source>
        <translation>文件中没有新的批注</translation>
    </message>
    <message>
        <source>Import Marks</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>Everything in the file was here already.</source>
        <translation>文件中的内容资料库里都已有。</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>已导入 %1</translation>
    </message>
    <message>
        <source>There was nothing new in %1</source>
        <translation>%1 中没有新的内容</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>未作导入</translation>
    </message>
</context>
<context>
    <name>NavModel</name>
    <message>
        <source>Collections</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>No collections yet. After a few articles, gather them by topic.</source>
        <translation>还没有专题。读过几篇之后，可以按主题归拢。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>New collection…</source>
        <translation>新建专题…</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>What do you think?</source>
        <translation>写下想法…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>#tag</source>
        <translation>#标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put back what was there before</source>
        <translation>恢复为修改前的内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
</context>
<context>
    <name>OrphanDesk</name>
    <message>
        <source>The mark has its place again</source>
        <translation>批注已重新定位</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Select the words that this mark belongs to.</source>
        <translation>请在正文中选中这条批注所对应的文字。</translation>
    </message>
    <message>
        <source>Move Here</source>
        <translation>移到此处</translation>
    </message>
    <message>
        <source>Nothing is selected. Select the words in the text first.</source>
        <translation>还没有选中文字，请先在正文中选中。</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Go to Its Place</source>
        <translation>跳到原文</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Merge with the One Before</source>
        <translation>与上一条合并</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This text has neither headings nor paragraphs or sentences in a series (一是, 二是).</source>
        <translation>这篇文章没有小标题，也没有“一是、二是”这样的并列段落。</translation>
    </message>
    <message>
        <source>The text could not be read through.</source>
        <translation>未能通读正文。</translation>
    </message>
    <message>
        <source>Open an article to see how it is divided.</source>
        <translation>打开一篇文章，这里会列出它的层次。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>No contents</source>
        <translation>没有目录</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Enlarge</source>
        <translation>放大查看</translation>
    </message>
    <message>
        <source>Copy Picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save Picture As…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>图片已复制到剪贴板</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>All pictures are there now</source>
        <translation>图片已全部补齐</translation>
    </message>
    <message numerus="yes">
        <source>Some pictures came, %n still cannot be had</source>
        <translation>
            <numerusform>补上了一部分图片，还有 %n 幅取不到</numerusform>
        </translation>
    </message>
    <message>
        <source>The missing pictures still cannot be had</source>
        <translation>缺少的图片仍然取不到</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Previous picture</source>
        <translation>上一幅</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一幅</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture without a caption</source>
        <translation>没有说明的图片</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>这幅图片无法显示。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>白天使用</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Characters per line</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>What “Follow the system” shows while the system is light</source>
        <translation>选“跟随系统”且系统为浅色时，使用这种配色</translation>
    </message>
    <message>
        <source>Shown on your marks and papers</source>
        <translation>显示在批注和会议材料上</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>著录格式</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text of articles</source>
        <translation>正文版式</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>会议材料</translation>
    </message>
    <message>
        <source>Remembered text of sites</source>
        <translation>已记住的网站正文范围</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Hei</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Fangsong</source>
        <translation>仿宋</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Reports are read to be discussed. Mark what counts, write down what you think, and take it to the meeting.</source>
        <translation>读报告，是为了讨论。标出要点，写下想法，带到会上，变成可以落实的行动。</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n font(s)</source>
        <translation>
            <numerusform>%n 种字体</numerusform>
        </translation>
    </message>
    <message>
        <source>Fonts: %1</source>
        <translation>字体：%1</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>PreviewDesk</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The preview is being made</source>
        <translation>正在生成预览</translation>
    </message>
    <message>
        <source>No article chosen</source>
        <translation>没有选择文章</translation>
    </message>
    <message>
        <source>Check at least one article on the left.</source>
        <translation>请在左侧至少勾选一篇文章。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>无法预览</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>ReaderFooter</name>
    <message>
        <source>Reading progress</source>
        <translation>阅读进度</translation>
    </message>
    <message>
        <source>Paragraph {number} of {count}</source>
        <translation>第 {number} 段，共 {count} 段</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderHeader</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Font and layout</source>
        <translation>字体与版式</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) to read</source>
        <translation>
            <numerusform>读完约 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>Reader</source>
        <translation>阅读区</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>Choose an article in the list, or paste a link anywhere to add one.</source>
        <translation>在列表里选一篇文章；也可以随时粘贴链接，添加新文章。</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>没有打开的文章</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>This article has no address; write one under Information.</source>
        <translation>这篇文章没有网址，可以在“信息”里填写。</translation>
    </message>
</context>
<context>
    <name>RepostSection</name>
    <message>
        <source>Reprint chain</source>
        <translation>转载链</translation>
    </message>
    <message>
        <source>Resembles</source>
        <translation>相似文章</translation>
    </message>
    <message>
        <source>this article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Show this article</source>
        <translation>打开这篇文章</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>存入资料库</translation>
    </message>
    <message>
        <source>Save the original into the library</source>
        <translation>把原文存入资料库</translation>
    </message>
    <message>
        <source>saved from here</source>
        <translation>保存自此</translation>
    </message>
    <message>
        <source>named as the source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>the original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>So much of both texts together is the same.</source>
        <translation>两篇合计有这么多内容相同。</translation>
    </message>
    <message>
        <source>is in it</source>
        <translation>见于该篇</translation>
    </message>
    <message>
        <source>So much of the open article stands in that one.</source>
        <translation>本篇有这么多内容见于该篇。</translation>
    </message>
    <message>
        <source>is in this</source>
        <translation>见于本篇</translation>
    </message>
    <message>
        <source>So much of that article stands in the open one.</source>
        <translation>该篇有这么多内容见于本篇。</translation>
    </message>
</context>
<context>
    <name>RevisingDesk</name>
    <message>
        <source>Correct the text</source>
        <translation>更正正文</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Go to Its Place</source>
        <translation>跳到原文</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标为</translation>
    </message>
    <message>
        <source>Mark Its Sentence as</source>
        <translation>所在句标为</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Remove from the Digest</source>
        <translation>从摘要中移除</translation>
    </message>
</context>
<context>
    <name>SafeDocument</name>
    <message>
        <source>This picture could not be saved</source>
        <translation>这幅图片没能保存</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Mark the selection</source>
        <translation>标记选中的文字</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>复制带出处</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>在资料库中查找</translation>
    </message>
</context>
<context>
    <name>ShelfDesk</name>
    <message>
        <source>New Collection</source>
        <translation>新建专题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新建专题</translation>
    </message>
    <message>
        <source>Rename collection</source>
        <translation>重命名专题</translation>
    </message>
    <message>
        <source>Date of the meeting (YYYY-MM-DD)</source>
        <translation>会议日期（YYYY-MM-DD）</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参会人</translation>
    </message>
    <message>
        <source>Edit meeting</source>
        <translation>修改会议信息</translation>
    </message>
    <message>
        <source>Merge collections</source>
        <translation>合并专题</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>删除专题</translation>
    </message>
    <message>
        <source>Collection “%1” was removed; its articles stay</source>
        <translation>已删除专题“%1”，其中的文章保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Tag “%1” was removed</source>
        <translation>已删除标签“%1”</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>No command or key like this.</source>
        <translation>没有这样的命令或按键。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>批注</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建专题…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Meeting date and participants…</source>
        <translation>会议日期和参会人…</translation>
    </message>
    <message>
        <source>Export meeting paper…</source>
        <translation>导出会议材料…</translation>
    </message>
    <message>
        <source>Compare reports…</source>
        <translation>对照…</translation>
    </message>
    <message>
        <source>Delete (articles stay)</source>
        <translation>删除（文章保留）</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>SiteRuleList</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the rule for %1</source>
        <translation>移除 %1 的规则</translation>
    </message>
</context>
<context>
    <name>TaskPopover</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is being done in the background.</source>
        <translation>后台没有正在进行的任务。</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Saved, linked to the same text from elsewhere</source>
        <translation>已保存，并与别处的同文互相关联</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved as a new version</source>
        <translation>已存为新版本</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已在资料库中</translation>
    </message>
    <message>
        <source>Back from the trash</source>
        <translation>已从回收站恢复</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Working %1 / %2</source>
        <translation>正在处理 %1 / %2</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) wait</source>
        <translation>
            <numerusform>%n 条链接等待网络</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 项没有成功</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search articles, text and notes</source>
        <translation>搜索文章、正文和批注</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add links or files</source>
        <translation>添加链接或文件</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>右侧面板</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you delete comes here.</source>
        <translation>删除的文章和批注会放在这里。</translation>
    </message>
    <message>
        <source>Articles stay here for 30 days.</source>
        <translation>文章在这里保留 30 天。</translation>
    </message>
    <message>
        <source>Deleted articles and marks</source>
        <translation>已删除的文章和批注</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Empty Trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Empty Trash</source>
        <translation>清空回收站</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s) for ever?</source>
        <translation>
            <numerusform>彻底删除这 %n 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TypographyPopover</name>
    <message>
        <source>Font and layout</source>
        <translation>字体与版式</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Hei</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>FangSong</source>
        <translation>仿宋</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Number paragraphs and sentences</source>
        <translation>显示段句号</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyDesk</name>
    <message>
        <source>Verify quotations</source>
        <translation>核对引文</translation>
    </message>
    <message>
        <source>The place of the quotation</source>
        <translation>这是引文的出处</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到核对结果</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Open Document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>文档 (%1)</translation>
    </message>
    <message>
        <source>All quotations are exact</source>
        <translation>引文全部一致</translation>
    </message>
    <message>
        <source>Quotations stand between quotation marks or in paragraphs of their own.</source>
        <translation>引号内的文字和独立成段的引文会被核对。</translation>
    </message>
    <message>
        <source>No quotations to check</source>
        <translation>没有需要核对的引文</translation>
    </message>
    <message>
        <source>Verify Quotations</source>
        <translation>核对引文</translation>
    </message>
    <message>
        <source>Paste a text here, or drop a document onto this window. Each of its quotations is compared with the articles in the library, character by character.</source>
        <translation>在此粘贴发言稿、材料的文字，或把文档拖入本窗口。文中引文将与资料库中的原文逐字核对。</translation>
    </message>
    <message>
        <source>Text to check</source>
        <translation>要核对的文字</translation>
    </message>
    <message>
        <source>Only what is not &amp;exact</source>
        <translation>只看有问题的(&amp;E)</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>In the document</source>
        <translation>文中</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>&amp;Open Document…</source>
        <translation>打开文档(&amp;O)…</translation>
    </message>
    <message>
        <source>Check &amp;Another…</source>
        <translation>核对另一份(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>复制核对结果(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Show in Article</source>
        <translation>查看原文(&amp;S)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>开始核对(&amp;K)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>VersionDesk</name>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
</context>
<context>
    <name>VersionsSection</name>
    <message>
        <source>%1 characters</source>
        <translation>%1 字</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>看全文</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历次版本</translation>
    </message>
</context>
<context>
    <name>WaitingDesk</name>
    <message numerus="yes">
        <source>%n link(s) that waited</source>
        <translation>
            <numerusform>%n 条等待的链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) no longer wait</source>
        <translation>
            <numerusform>%n 条链接已移出等待队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>No network: %n link(s) wait</source>
        <translation>
            <numerusform>没有网络：%n 条链接等待抓取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) wait: their servers do not answer now</source>
        <translation>
            <numerusform>%n 条链接在等待：对方服务器暂时没有应答</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在抓取…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Waiting for the network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在抓取…</translation>
    </message>
    <message>
        <source>Fetch all now</source>
        <translation>全部抓取</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Fetch now</source>
        <translation>立即抓取</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Next try: soon</source>
        <translation>下次重试：即将</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>下次重试：%1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>This is not a web address. It should look like https://www.example.gov.cn/…</source>
        <translation>这不是网址。网址的样子是 https://www.example.gov.cn/…</translation>
    </message>
    <message>
        <source>Paste a link, or drag files in here</source>
        <translation>粘贴一个链接，或把文件拖进来</translation>
    </message>
    <message>
        <source>The text is extracted and kept on this computer, to be read without a network. Web links, saved pages (HTML, MHTML), Word (DOCX), PDF, EPUB, Markdown, text, and whole folders.</source>
        <translation>提取正文并保存在本机，没有网络也能阅读。可添加网页链接、保存的网页（HTML、MHTML）、Word（DOCX）、PDF、EPUB、Markdown、文本，以及整个文件夹。</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>See the sample report</source>
        <translation>先看看示例文章</translation>
    </message>
    <message>
        <source>Clean typography in three colours; remembers where you stopped</source>
        <translation>干净的中文排版，三种配色，
自动记住读到哪里</translation>
    </message>
    <message>
        <source>Select text and press 1–5 to mark it, N to write a note</source>
        <translation>选中文字按 1–5 标色，
按 N 写笔记</translation>
    </message>
    <message>
        <source>Marks gather into a meeting paper, exported to Word</source>
        <translation>批注自动归成会议材料，
一键导出 Word</translation>
    </message>
</context>
</TS>
