"""Lines of a web page that belong to the page: paths, letter sizes, counters."""

import re

LONGEST = 150

_SAYS = (
    r"您?(?:现在|当前|目前)?(?:所在)?的?位置(?:是)?[:：].*",
    r"(?:网站)?首页\s*[>＞»›/\-—→].*",
    r"(?:进入)?(?:老年版|适老版|长者版|无障碍.{0,6}|关怀版|简体版?|繁体版?)",
    r"[【\[（(]?\s*字[体号](?:大小)?[:：]?[\s【】\[\]（）()|大中小特默认+\-A]*",
    r"(?:[【\[]?(?:打印|关闭|收藏|纠错|我要纠错|打印本页|关闭窗口|返回(?:顶部|列表|首页)?"
    r"|分享|下载)[】\]]?[\s|/·]*)+",
    r"分享(?:到|至|按钮)?[:：]?[\s\w]{0,40}",
    r"(?:扫一扫|扫描二维码|用手机扫|微信扫).{0,40}",
    r"[上下]一[篇页条][:：]?.*",
    r"(?:责任)?编辑[:：]\S{0,12}",
    r"(?:相关|推荐|延伸|热点|更多)(?:阅读|新闻|文档|文章|链接|推荐|信息|报道)[:：]?",
    r".*(?:版权所有|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备"
    r"|公网安备|网站标识码|技术支持[:：]|主办单位[:：]).*",
)
_FURNITURE = re.compile("|".join(f"(?:{says})" for says in _SAYS))
_COUNTER = re.compile(
    r"[|｜]?\s*(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|率|人数)?\s*[:：]\s*\d[\d,，]*\s*次?"
    r"|[【\[（(]?字[体号](?:大小)?[:：]\s*(?:[【\[]?[大中小][】\]]?\s*)+[】\]）)]?"
)


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the document.

    Examples
    --------
    >>> is_furniture("当前位置：首页 > 政务公开"), is_furniture("一、主要目标")
    (True, False)
    """
    bare = line.strip(" \u3000\xa0")
    return len(bare) <= LONGEST and _FURNITURE.fullmatch(bare) is not None


def without_counters(line: str) -> str:
    """A line without the number of its readers and the choice of letter sizes.

    Examples
    --------
    >>> without_counters("来源：区府办 浏览次数：1234次")
    '来源：区府办'
    """
    return line if "\t" in line else _COUNTER.sub("", line).rstrip()
