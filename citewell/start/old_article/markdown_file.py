"""An article that is Markdown already: what this site does not print is taken out of it and named."""

import re
from collections.abc import Callable

from citewell.checks.unwritten_text import to_write
from citewell.source import Source, read_source
from citewell.start.old_article.marks import typed
from citewell.start.old_article.numbers import NUMBERS
from citewell.start.old_article.old_text import Leftover, OldText, UnreadableArticleError
from citewell.start.old_article.web_page import read_web_page

_COMMENT = re.compile(r"<!--(?P<words>.*?)(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\](?:\((?P<address>[^()\s]*)[^()]*\)|\[[^\[\]]*\])")
_LINK = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\))?)(?:\s+[\"'][^\"']*[\"'])?\)"
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<name>(?!\^)[^\[\]\n]*[^\[\]\d\s][^\[\]\n]*)\]:[ \t]*<?(?P<address>[^\s<>]+)>?[^\n]*\n?",
    re.MULTILINE,
)
_BY_REFERENCE = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]+)\](?:[ ]?\[(?P<name>[^\[\]\n]*)\])?(?![(:\[])"
)
_BLOCK = re.compile(
    r"^[ ]{0,3}<(?P<tag>address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|"
    r"h[1-6]|header|iframe|main|nav|object|ol|p|pre|script|section|style|svg|table|ul|video)\b[^>]*>",
    re.IGNORECASE | re.MULTILINE,
)
_RAISED = re.compile(r"<sup\b[^<>]*>(?P<inner>.*?)</sup>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?(?P<tag>[a-zA-Z][\w-]*)\b[^<>]*>")
_AS_MARKDOWN = {"b": "**", "strong": "**", "i": "*", "em": "*", "br": "  \n"}
_WITHOUT_MEANING = frozenset(
    {"span", "u", "small", "font", "sub", "sup", "mark", "a", "abbr", "wbr", "center", "p", "div"}
)
_SLASHES = re.compile(r"^(?P<indent>[ \t]*)/(?=//)", re.MULTILINE)
_NO_COMMENT = "\x01" * len("<!--")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_markdown(name: str, text: str) -> OldText:
    """Read Markdown.

    Args:
        name: of the file, for errors.
        text: of it.

    Raises:
        UnreadableArticleError: its front matter cannot be read.
    """
    source, faults = read_source(name, _FORBIDDEN.sub("", text))
    if faults:
        first = faults[0]
        raise UnreadableArticleError(f"its front matter cannot be read. Line {first.line}: {first.message}")
    reading = _Reading(source)
    reading.leave_front_matter()
    reading.resolve_references()
    reading.replace(_COMMENT, reading.leave_comment)
    reading.replace_blocks()
    reading.replace(_RAISED, _raised)
    reading.replace(_IMAGE, reading.leave_image)
    reading.replace(_LINK, reading.link)
    reading.replace(_TAG, reading.tag)
    reading.replace(_SLASHES, lambda found: f"{found['indent']}&#47;")
    title = source.metadata.get("title")
    return OldText(
        reading.body, " ".join(title.split()) if isinstance(title, str) else "", tuple(reading.leftovers)
    )


class _Reading:
    """The text while it is changed; code stays as it is."""

    def __init__(self, source: Source) -> None:
        self.body = source.text[source.body_offset :]
        self._metadata = source.metadata
        self._first_line = source.text.count("\n", 0, source.body_offset)
        self.leftovers: list[Leftover] = []

    def replace(self, pattern: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> None:
        """Replace what stands in no code."""
        in_code = _code_of(self.body)
        parts, at = [], 0
        for found in pattern.finditer(self.body):
            if found.start() >= at and not in_code(found):
                parts += [self.body[at : found.start()], written(found)]
                at = found.end()
        self.body = "".join([*parts, self.body[at:]])

    def replace_blocks(self) -> None:
        """Write HTML blocks as Markdown."""
        in_code = _code_of(self.body)
        parts, at = [], 0
        for found in _BLOCK.finditer(self.body):
            if found.start() < at or in_code(found):
                continue
            end = _end_of_element(self.body, found)
            parts += [
                self.body[at : found.start()],
                self._html(found.start(), self.body[found.start() : end]),
            ]
            at = end
        self.body = "".join([*parts, self.body[at:]])

    def leave_front_matter(self) -> None:
        for name, value in self._metadata.items():
            if name != "title":
                self.leftovers.append(Leftover(f"“{name}” of the front matter", "at the top", str(value)))

    def resolve_references(self) -> None:
        """Write links by reference as links: their definitions stand on one page, and they on several."""
        addresses: dict[str, str] = {}

        def note(found: re.Match[str]) -> str:
            addresses[" ".join(found["name"].split()).casefold()] = found["address"]
            return ""

        def resolved(found: re.Match[str]) -> str:
            name = found["name"] or found["words"]
            address = addresses.get(" ".join(name.split()).casefold())
            return f"{found['image']}[{found['words']}]({address})" if address else found.group()

        self.replace(_DEFINITION, note)
        if addresses:
            self.replace(_BY_REFERENCE, resolved)

    def leave_comment(self, found: re.Match[str]) -> str:
        if found["words"].strip():
            self._leave("A comment", found, found["words"])
        return ""

    def leave_image(self, found: re.Match[str]) -> str:
        self._leave("An image", found, f"{found['alt']} {found['address'] or ''}")
        return to_write("the figure that stood here, with a text for who cannot see it")

    def link(self, found: re.Match[str]) -> str:
        if re.match(r"(?:https?://|mailto:)", found["address"], re.IGNORECASE):
            return found.group()
        if found["address"].startswith("#") and re.fullmatch(NUMBERS, found["words"].strip("[]\\")):
            return f"[{found['words'].strip('[]' + chr(92))}]"  # a citation mark
        self._leave("A link that leads nowhere from here", found, f"{found['words']} {found['address']}")
        return found["words"]

    def tag(self, found: re.Match[str]) -> str:
        tag = found["tag"].lower()
        if tag in _AS_MARKDOWN:
            return _AS_MARKDOWN[tag]
        if tag not in _WITHOUT_MEANING:
            self._leave("HTML", found, found.group())
        return ""

    def _html(self, start: int, html: str) -> str:
        place = self._line(start)
        page = read_web_page(f"<body>{html}</body>")
        self.leftovers += [Leftover(left.what, place, left.words) for left in page.leftovers]
        return f"\n{page.markdown}\n"

    def _leave(self, what: str, found: re.Match[str], words: str) -> None:
        self.leftovers.append(Leftover(what, self._line(found.start()), " ".join(words.split())))

    def _line(self, offset: int) -> str:
        return f"near line {self.body.count(chr(10), 0, offset) + self._first_line + 1}"


def _raised(found: re.Match[str]) -> str:
    words = _TAG.sub("", found["inner"]).strip().strip("[]")
    return f"^{words}^" if re.fullmatch(r"[\d\s,;\N{EN DASH}-]+|(?:\[\^[^\]]+\])", words) else typed(words)


def _code_of(text: str) -> Callable[[re.Match[str]], bool]:
    """Says whether a piece of a text begins in code."""
    without_code = Source("", text.replace("<!--", _NO_COMMENT)).links_and_prose

    def in_code(found: re.Match[str]) -> bool:
        first = found.start() + len(found.group()) - len(found.group().lstrip())
        return without_code[first : first + 1] == " "

    return in_code


def _end_of_element(text: str, opening: re.Match[str]) -> int:
    depth = 0
    for tag in re.compile(rf"<(/?){opening['tag']}\b[^>]*>", re.IGNORECASE).finditer(text, opening.start()):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            return tag.end()
    return len(text)
