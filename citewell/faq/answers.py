"""The questions and answers of a rendered page, as plain text."""

from collections.abc import Sequence
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_LEFT_OUT = {("span", "citation"), ("a", "headerlink"), ("p", "faq-link"), ("details", "evidence-note")}
_BLOCKS = frozenset({"p", "li", "ul", "ol", "dl", "dt", "dd", "div", "table", "tr", "td", "th"})


def questions_and_answers(html: str) -> list[tuple[str, str]]:
    """Each question with its answer, in order, without citation numbers and links to itself."""
    if 'class="faq"' not in html:
        return []
    reader = _FaqReader()
    reader.feed(html)
    reader.close()
    return [(_one_line(question), _one_line(answer)) for question, answer in reader.found]


def _one_line(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).split()).replace(" .", ".").replace(" ,", ",")


class _FaqReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[list[str], list[str]]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag in _VOID:
            return
        role = "other"
        if any((tag, name) in _LEFT_OUT for name in classes):
            role = "left out"
        elif tag == "details" and "faq" in classes:
            role = "faq"
            self.found.append(([], []))
        elif tag == "summary" and self._open[-1:] == ["faq"]:
            role = "question"
        elif "faq-answer" in classes:
            role = "answer"
        self._open.append(role)
        if tag in _BLOCKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "faq" not in self._open or "left out" in self._open:
            return
        question, answer = self.found[-1]
        if "question" in self._open:
            question.append(data)
        elif "answer" in self._open:
            answer.append(data)
