"""The pictures on a page as they are typed: in Markdown, or as a tag."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citewell.source import Source

_IN_BRACKETS = r"\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
_MARKDOWN = re.compile(
    rf"(?<!\\)!{_IN_BRACKETS}"
    r"(?:\((?P<target>(?:[^()\n]|\([^()\n]*\))*)\)|[ ]?\[(?P<name>[^\[\]\n]*)\]|(?![\[(:]))"
    r"(?P<attributes>\{[^{}\n]*\})?"
)
_TAG = re.compile(r"<img\b(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>", re.IGNORECASE)
_ATTRIBUTE_LIST = re.compile(r"\{[:#. ][^{}\n]*\}")
_BEGINS = re.compile(r"!\[|<img\b", re.IGNORECASE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?P<name>[^\[\]\n]+)\]:[ ]*(?P<target>\S+)", re.MULTILINE)
_TITLE = re.compile(r"(?<!\s)\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w-]+)\s*(?:=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'<>}]+)))?|\.(?P<class>[\w-]+)"
)
_DECORATION = "decoration"


@dataclass(frozen=True)
class TypedPicture:
    """A picture.

    Args:
        offset: where it begins in the file, in characters.
        words: that stand for it; None for a tag without any.
        address: of its file, as typed.
        attributes: by name, in small letters; several classes in one text.
        is_tag: whether it is HTML.
        is_whole_link: whether it is all that a link holds.
    """

    offset: int
    words: str | None
    address: str
    attributes: Mapping[str, str]
    is_tag: bool
    is_whole_link: bool = False

    @property
    def is_decoration(self) -> bool:
        """Whether an editor says that it tells nothing, in Markdown by `{ .decoration }`."""
        says = self.attributes
        return (
            _DECORATION in says.get("class", "").split()
            or says.get("role") in ("none", "presentation")
            or says.get("aria-hidden") == "true"
        )


def typed_pictures(source: Source) -> list[TypedPicture]:
    """The pictures of a page, in the order of the file; code and comments hold none."""
    if not _BEGINS.search(source.text, source.body_offset):
        return []
    text = source.links_and_prose
    found = [*_in_markdown(text), *_as_tags(text)]
    return sorted(found, key=lambda picture: picture.offset)


def _in_markdown(text: str) -> Iterator[TypedPicture]:
    named = {match["name"].casefold(): match["target"] for match in _DEFINITION.finditer(text)}
    for match in _MARKDOWN.finditer(text):
        target = match["target"]
        if target is None:
            target = named.get((match["name"] or match["words"]).casefold())
        if target is not None:
            address = _TITLE.sub("", target).strip().removeprefix("<").removesuffix(">")
            alone = text[: match.start()].endswith("[") and text.startswith("](", match.end())
            attributes = _attributes((match["attributes"] or "").strip("{}:"))
            yield TypedPicture(match.start(), match["words"], address, attributes, False, alone)


def _as_tags(text: str) -> Iterator[TypedPicture]:
    text = _ATTRIBUTE_LIST.sub(lambda found: " " * len(found.group()), text)  # what is in one is no tag
    for match in _TAG.finditer(text):
        attributes = _attributes(match["attributes"])
        yield TypedPicture(match.start(), attributes.get("alt"), attributes.get("src", ""), attributes, True)


def _attributes(typed: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(typed):
        if match["class"]:
            found["class"] = f"{found.get('class', '')} {match['class']}".strip()
        else:
            value = match["a"] or match["b"] or match["c"] or ""
            found.setdefault(match["name"].lower(), value)
    return found
