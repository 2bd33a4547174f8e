"""Regions as documents name them: in titles, and in the names of who issues them."""

import re
from collections import Counter
from collections.abc import Iterable

_PROVINCE = (
    "(?:北京|天津|上海|重庆)市"
    "|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东)省"
    "|(?:海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省"
    "|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区"
)
_HAN = r"[\u4e00-\u9fff]"
_ZONE = rf"{_HAN}{{2,10}}?(?:自治州|自治县|新区|开发区|高新区)"
_CITY = rf"{_HAN}{{2,4}}?市(?![民场级辖直长政])"
_COUNTY = rf"(?![委人政办]){_HAN}{{1,4}}?(?:自治县|新区|区|县|市)(?![级域划长属])"
_PLACE = re.compile(
    rf"(?:{_PROVINCE})?{_CITY}(?:{_COUNTY})?|(?:{_PROVINCE})(?:{_ZONE}|{_COUNTY})?"
    rf"|{_COUNTY}|{_ZONE}"
)
# 全市, 本县, 某区 and 月全市 (of 1-9月全市…) are no names.
_NO_NAME = re.compile("[全本我各某每该月]")
_CAPTION = r"附[件表录]|[图表](?=\d)"
_BEFORE = re.compile(
    rf"{_CAPTION}|关于|印发|[《》“”]|\d+|[年月]|的|在|中共|转发|[\s,、。:()-]"
)
_ISSUER = re.compile(
    rf"((?:{_PROVINCE})?{_HAN}{{2,3}}(?:市|自治州|县)(?:{_HAN}{{2,3}}[区县市])?"
    rf"|{_PROVINCE}|{_HAN}{{2,4}}省)"
    r"(?:第[一二三四五六七八九十]+届|人民政府|人民代表大会|统计局|政府办|委办)"
)
_DATED = re.compile(rf"({_HAN}{{2,4}}?[市县区])(?=(?:19|20)\d{{2}}年)")
_CITED = re.compile(r"《([^《》]{4,60})》")
# 贯彻《浙江省…条例》的方案 applies a paper of somebody else.
_APPLIED = re.compile(
    r"(?:贯彻|落实|转发|学习|执行|根据|依据|按照)[^《》,。]{0,4}《[^《》]*》"
)
_OFFICE = re.compile(
    rf"(?:中共)?(?P<place>{_PLACE.pattern})(?:人民政府|{_HAN}{{0,12}}(?:局|委|委员会|厅|办|办公室))"
)
_LABEL = re.compile(
    rf"{_HAN}{{1,8}}?(?:省|市|自治州|州|区|县|旗|镇|乡|街道|开发区|新区|高新区|园区|管委会)"
)
_WHOLE = re.compile(r"全[市区县省国州]|合计|总计|总和|平均|小计|全[市区县省]合计")


def region_of_title(title: str) -> str:
    """The region that a title names first; "" if it names none.

    Examples
    --------
    >>> region_of_title("关于印发《浙江省宁波市奉化区2022年工作要点》的通知")
    '浙江省宁波市奉化区'
    """
    pieces = map(_PLACE.match, _BEFORE.split(_APPLIED.sub("", title)))
    names = (place.group() for place in pieces if place)
    return next((name for name in names if not _NO_NAME.search(name)), "")


def region_of_office(lines: Iterable[str]) -> str:
    """The region of the first line that is the name of an office and nothing else.

    Examples
    --------
    >>> region_of_office(["2022年工作总结", "奉化区民政局"])
    '奉化区'
    """
    offices = filter(None, map(_OFFICE.fullmatch, lines))
    names = (office["place"] for office in offices)
    return next((name for name in names if not _NO_NAME.search(name)), "")


def commonest_issuer(texts: Iterable[str]) -> str:
    """The region whose organs a text names most often, or else its own documents.

    Examples
    --------
    >>> commonest_issuer(["经过宁波市第十六届人民代表大会票决"])
    '宁波市'
    """
    texts = list(texts)
    named = [place[1] for text in texts for place in _ISSUER.finditer(text)]
    if not named:
        named = [place[1] for text in texts for place in _DATED.finditer(text)]
    if not named:
        titles = (title[1] for text in texts for title in _CITED.finditer(text))
        named = [name for title in titles if (name := region_of_title(title))]
    bare = (
        re.sub(rf"^(?:{_CAPTION}|关于|印发|.?[经过由在将对据]+)", "", name)
        for name in named
    )
    found = Counter(name for name in bare if not _NO_NAME.search(name))
    return found.most_common(1)[0][0] if found else ""


def is_region(label: str) -> bool:
    """Whether a label of a table is the name of a region.

    Examples
    --------
    >>> is_region("海曙区"), is_region("全市"), is_region("示范区个数")
    (True, True, False)
    """
    return bool(_LABEL.fullmatch(label) or _WHOLE.fullmatch(label))


def is_whole(label: str) -> bool:
    """Whether a label stands for the whole: 全市, 合计."""
    return _WHOLE.fullmatch(label) is not None
