"""Pages as publishing systems build them, each with what is to be found on it; the report is made up."""

# ruff: noqa: E501  markup is read by rows

from typing import NamedTuple

PARAGRAPHS = (
    "近年来，云岭市青禾区把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户，解决问题412件。",
    "“有事找网格员，一个电话就来。”家住和平社区的居民林晚说，楼道里的灯坏了，当天下午就有人来修。",
    "下一步，青禾区将继续完善工作机制，推动资源下沉，把问题解决在群众家门口，让群众的获得感更加充实。",
)
TITLE = "青禾区：小网格托起大民生"
DOCUMENT = "云岭市人民政府办公室关于进一步加强网格化服务管理工作的通知"
_BODY = "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)
_RELATED = "<ul>" + "".join(f'<li><a href="/{n}.html">云岭市召开第{n}次基层治理工作推进会</a><span>03-0{n}</span></li>' for n in range(1, 7)) + "</ul>"
_NAV = "<div class='hd'><ul>" + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("首页", "要闻", "时政", "社会", "专题", "图片", "视频")) + "</ul></div>"
_FOOT = "<div class='ft'><p>主办：云岭市人民政府办公室　承办：云岭市大数据中心</p><p>滇ICP备00000001号 网站标识码：5300000001</p></div>"


class Built(NamedTuple):
    """A page and what it says; `body` are its lines."""

    system: str
    markup: str
    source: str | None
    author: str | None = None
    title: str = TITLE
    body: tuple[str, ...] = PARAGRAPHS


SYSTEMS = (
    Built(
        "a news site of plain divs",
        f"<html><head><title>{TITLE}</title></head><body>{_NAV}<div class='t-container'><div class='t-container-title'><h3>{TITLE}</h3></div><div class='metadata-info'><p class='time'>2026-03-02 08:00</p><span class='source'>来源：<span><a>云岭日报</a></span></span></div><div class='l-con clear'><article>{_BODY}</article></div><div class='editor'>责编：林晚</div></div>{_RELATED}{_FOOT}</body></html>",
        "云岭日报",
    ),
    Built(
        "the electronic edition of a newspaper",
        f"<html><head><title>云岭日报 2026年03月02日 第01版：要闻</title></head><body>{_NAV}<div class='left paper'>版面目录 {_RELATED}</div><div class='article'><h3></h3><h1>{TITLE}</h1><h2></h2><p class='sec'>本报记者　林晚 周青 <span class='date'>《云岭日报》（2026年03月02日 第 01 版）</span></p><div id='ozoom'><P>{PARAGRAPHS[0]}</P><P>{PARAGRAPHS[1]}</P><P>{PARAGRAPHS[2]}</P></div></div><div class='art-btn'><a>上一篇</a><a>下一篇</a></div></body></html>",
        None, author="林晚 周青",
    ),
    Built(
        "TRS with a house style",
        f"<html><head><title>{TITLE}——中央纪委国家监委网站</title></head><body>{_NAV}<div class='Article_61'><h2 class='tit'>{TITLE}</h2><h3 class='daty'><div class='daty_con'><em class='e e1'>来源：云岭市纪委监委网站</em><em class='e e2'>发布时间：2026-03-02 07:00</em><span class='right2'>分享</span></div></h3><div class='content'><div class='TRS_Editor'>{_BODY}</div></div></div><div class='other_cen'>相关文章{_RELATED}</div>{_FOOT}</body></html>",
        "云岭市纪委监委网站",
    ),
    Built(
        "a party site",
        f"<html><head><title>{TITLE}_共产党员网</title></head><body>{_NAV}<h1 class='big_title'>{TITLE}</h1><p class='info'><span>发布时间：2026年03月02日 09:11</span><i>来源：云岭党建</i><a>打印</a><a>纠错</a></p><div class='word' id='font_area'>{_BODY}</div><p class='fr'>发布时间：2026年03月02日 09:11 编辑：林晚</p>{_FOOT}</body></html>",
        "云岭党建",
    ),
    Built(
        "names made by a build tool",
        f"<html><head><title>{TITLE}_云岭_澎湃新闻-The Paper</title></head><body>{_NAV}<div class='index_wrapper__x'><h1 class='index_title__B8mhI'>{TITLE}</h1><div class='index_headerContent__x'><div class='index_left__x'><div>澎湃新闻记者 林晚</div><div><span>2026-03-02 12:00</span><span>来源：<span>澎湃新闻</span></span></div></div><div>∙ 云岭 &gt;</div><div>字号</div></div><div class='index_cententWrap__Jv8jK'>{_BODY}</div><div class='index_expandedList'>责任编辑：周青</div><div>图片编辑：王安</div><div>校对：林青</div><div>澎湃新闻报料：021-000000</div><div>2026-03-02</div><div># 网格</div><div>评论（3）</div><div>发表</div></div><div>相关推荐</div>{_RELATED}{_FOOT}</body></html>",
        "澎湃新闻", author="林晚",
    ),
    Built(
        "a news portal with its own declaration",
        f"<html><head><title>{TITLE}|网格|青禾区_新浪新闻</title><meta property='article:published_time' content='2026-03-02T08:00:00+08:00'/></head><body>{_NAV}<h1 class='main-title'>{TITLE}</h1><div class='top-bar-wrap'><div class='date-source'><span class='date'>2026年03月02日 08:00</span><a class='source ent-source'>云岭日报</a></div></div><div class='article' id='artibody'>{_BODY}<p class='article-editor'>责任编辑：林晚 SN123</p></div><div class='keywords'>文章关键词：<a>网格</a></div><p>我要反馈</p><p>新浪声明：此消息系转载自新浪合作媒体，新浪网登载此文出于传递更多信息之目的。</p>{_RELATED}{_FOOT}</body></html>",
        "云岭日报",
    ),
    Built(
        "a portal with a declaration in two languages",
        f"<html><head><title>{TITLE}|网格|青禾_网易订阅</title></head><body>{_NAV}<div class='post_main'><h1 class='post_title'>{TITLE}</h1><div class='post_info'>2026-03-02 08:00:00　来源: <a>云岭日报</a>　<span>云南</span><a>举报</a></div><div class='post_body'>{_BODY}</div><div class='post_author'>责任编辑：林晚_NB123</div><div class='post_statement'>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网易号”用户上传并发布，本平台仅提供信息存储服务。<br>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of NetEase Hao.</div></div>{_RELATED}{_FOOT}</body></html>",
        "云岭日报",
    ),
    Built(
        "Webplus, of universities",
        f"<html><head><title>{TITLE}</title></head><body>{_NAV}<div class='article'><h1 class='arti_title'>{TITLE}</h1><p class='arti_metas'><span class='arti_publisher'>发布者：林晚</span><span class='arti_update'>发布时间：2026-03-02</span><span class='arti_views'>浏览次数：<span class='WP_VisitCount'>12</span></span></p><div class='entry'><div class='read'><div class='wp_articlecontent'>{_BODY}</div></div></div></div>{_FOOT}</body></html>",
        None,
    ),
    Built(
        "VSB, of universities",
        f"<html><head><title>{TITLE}-云岭大学组织部</title></head><body>{_NAV}<form name='_newscontent_fromname'><div><h1>{TITLE}</h1><div>发布日期：2026-03-02&nbsp;&nbsp;&nbsp;&nbsp;作者：&nbsp;&nbsp;&nbsp;&nbsp;来源：组织部&nbsp;&nbsp;&nbsp;&nbsp;点击：[<span>12</span>]</div><div id='vsb_content'><div class='v_news_content'>{_BODY}</div></div><div id='div_vote_id'></div><p align='right'>【<a>关闭</a>】</p></div></form>{_FOOT}</body></html>",
        "组织部",
    ),
    Built(
        "a document of a government office",
        f"<html><head><title>{DOCUMENT}_政府文件_云岭市人民政府</title><meta name='ArticleTitle' content='{DOCUMENT}'><meta name='PubDate' content='2026-03-02 10:00'><meta name='ContentSource' content='云岭市人民政府办公室'></head><body>{_NAV}<div class='xxgk'><table class='bd1'><tr><td>索 引 号：</td><td>000014349/2026-00012</td><td>主题分类：</td><td>基层治理</td></tr><tr><td>发文机关：</td><td>云岭市人民政府办公室</td><td>成文日期：</td><td>2026年02月27日</td></tr><tr><td>标　　题：</td><td colspan=3>{DOCUMENT}</td></tr><tr><td>发文字号：</td><td>云政办发〔2026〕7号</td><td>发布日期：</td><td>2026年03月02日</td></tr></table><div class='pages_content' id='UCAP-CONTENT'><p align=center>云岭市人民政府办公室<br>关于进一步加强网格化服务管理工作的通知</p><p align=center>云政办发〔2026〕7号</p><p>各县（市、区）人民政府，市政府各部门：</p>{_BODY}<p>附件：<a href='/a/1.docx'>网格划分标准.docx</a></p><p align=right>云岭市人民政府办公室</p><p align=right>2026年2月27日</p><p>（此件公开发布）</p></div><div class='xgjd'><h4>相关解读</h4>{_RELATED}</div><div>【字体：大 中 小】 打印</div><div>扫一扫在手机打开当前页</div></div>{_FOOT}</body></html>",
        "云岭市人民政府办公室", title=DOCUMENT, body=("云政办发〔2026〕7号", "各县（市、区）人民政府，市政府各部门：", *PARAGRAPHS, "附件：网格划分标准.docx", "云岭市人民政府办公室", "2026年2月27日", "（此件公开发布）"),
    ),
    Built(
        "Hanweb in layout tables",
        f"<html><head><title>青禾区人民政府 工作动态 {TITLE}</title><meta name='author' content='青禾区政府'><meta name='pubDate' content='2026-03-02 15:00:00'></head><body>{_NAV}<div class='main'><div class='wz'>当前位置：<a>首页</a> &gt; <a>工作动态</a></div><table width=100%><tr><td class='title'><!--<$[标题名称(html)]>begin-->{TITLE}<!--end--></td></tr><tr><td>发布时间： 2026-03-02 15:00 信息来源： 区委组织部 浏览次数： <script>x</script> 字体：【<a>大</a> <a>中</a> <a>小</a>】</td></tr><tr><td class='bt_content'><div id='zoom'>{_BODY}</div></td></tr><tr><td>打印本页 关闭窗口</td></tr></table></div>{_FOOT}</body></html>",
        "区委组织部",
    ),
    Built(
        "WeChat",
        f"<html><head><title></title><meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='微信公众平台'></head><body><div id='js_article'><h1 class='rich_media_title' id='activity-name'>{TITLE}</h1><div id='meta_content'><span class='rich_media_meta rich_media_meta_text'>林晚</span><span class='rich_media_meta_nickname'><a id='js_name'>云岭发布</a></span><em id='publish_time'>2026年03月02日 08:00</em><em>云南</em></div><div class='rich_media_content' id='js_content' style='visibility:hidden'><section>{_BODY}</section><p>来源：云岭日报</p><p>编辑：林晚 审核：周青</p></div></div><p>预览时标签不可点</p><p>微信扫一扫<br>关注该公众号</p><p>继续滑动看下一个</p></body></html>",
        "云岭日报",
    ),
    Built(
        "Dedecms with a teaser",
        f"<html><head><title>{TITLE}_云岭党建网</title></head><body>{_NAV}<div class='viewbox'><div class='title'><h2>{TITLE}</h2></div><div class='info'><small>时间:</small>2026-03-02 09:10<small>来源:</small>云岭党建 <small>作者:</small>林晚 <small>点击:</small>12次</div><div class='intro'>近年来，云岭市青禾区把网格作为基层治理的最小单元...</div><div class='content'><table width='100%'><tr><td>{_BODY}</td></tr></table></div><div class='dede_pages'></div></div><div class='handle'><div class='context'><ul><li>上一篇：<a>春耕</a></li><li>下一篇：没有了</li></ul></div></div><div class='mt1'>最新评论</div>{_FOOT}</body></html>",
        "云岭党建", author="林晚",
    ),
    Built(
        "a broadcaster",
        f"<html><head><title>{TITLE}_央广网</title></head><body>{_NAV}<div class='article-header'><h1>{TITLE}</h1><div class='source'><span>2026-03-02 07:12:00</span><span>来源：央广网</span></div></div><div class='article-body'><div class='TRS_Editor'><p>　　央广网云岭3月2日消息（记者林晚）{PARAGRAPHS[0]}</p><p>　　{PARAGRAPHS[1]}</p><p>　　{PARAGRAPHS[2]}</p></div></div><div class='editor'>编辑：周青</div><div>长按二维码</div><div>关注精彩内容</div>{_RELATED}{_FOOT}</body></html>",
        "央广网", author="林晚", body=("央广网云岭3月2日消息（记者林晚）" + PARAGRAPHS[0], *PARAGRAPHS[1:]),
    ),
    Built(
        "a newspaper's site",
        f"<html><head><title>{TITLE}_光明网</title></head><body>{_NAV}<div class='g-main'><h1 class='u-title'>{TITLE}</h1><div class='m-title-tips'><div class='m-tips-left'><span class='m-con-source'>来源：<a>光明网-《光明日报》</a></span><span class='m-con-time'>2026-03-02 05:10</span></div></div><div class='u-mainText'><!--enpcontent--><p>　　作者：林晚</p>{_BODY}<p>　　《光明日报》（ 2026年03月02日 01版）</p><p class='liability'>[ 责编：周青 ]</p></div><div>阅读剩余全文（<span></span>）</div><div>相关阅读</div>{_RELATED}<div>您此时的心情</div></div>{_FOOT}</body></html>",
        "光明网-《光明日报》", author="林晚",
    ),
    Built(
        "the network of a party paper",
        f"<html><head><title>{TITLE}--云岭频道--人民网</title><meta name='publishdate' content='2026-03-02'><meta name='source' content='来源：云岭日报'></head><body>{_NAV}<div class='path'>人民网&gt;&gt;云岭频道&gt;&gt;社会</div><div class='col col-1'><h1>{TITLE}</h1><div class='author cf'></div><div class='channel'><div class='col-1-1'>2026年03月02日08:12 | 来源：<a>云岭日报</a></div><div>小字号</div></div><div class='rm_txt_con cf'>{_BODY}<div class='edit cf'>(责编：林晚、周青)</div></div><div class='tjewm'>分享让更多人看到</div><div class='rm_relevant'><h2>相关新闻</h2>{_RELATED}</div></div>{_FOOT}</body></html>",
        "云岭日报",
    ),
)
