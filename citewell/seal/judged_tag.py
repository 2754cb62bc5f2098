"""A tag with all that can be said of it by itself: judged once, however many pages repeat it."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from citewell.seal.addresses import Address, plain_address
from citewell.seal.content_model import SVG_IN_PAGES, VOID
from citewell.seal.element import Element, element_of
from citewell.seal.fault import Fault
from citewell.seal.gates import allowed_addresses, allowed_markup, forms, other_hosts
from citewell.seal.gates.allowed_addresses import ReadAddress
from citewell.seal.leftover import SEEN, leftover
from citewell.seal.settings import Settings
from citewell.seal.strict_html import SOUND_HTML, is_doctype, read_tag, unreadable_advice
from citewell.seal.vocabulary import IDREFS, is_free

DOCTYPE = "!doctype"
"""What stands for the name of an element in the doctype."""

_ENOUGH = 50_000
"""Tags to remember: those of the theme come up on every page, those of one text hardly again."""
_TELL = frozenset(("html", "title", "meta", "link", "script", "body"))
"""Elements that say something of the whole page."""

_VOID_ELSEWHERE = frozenset(("area", "base", "embed", "param", "track"))
"""Elements that have no content and that no page may hold."""

_LONG = 1000
"""Characters; longer ones are scripts with what they hold."""


class Kind(IntEnum):
    """What a tag does: nothing (a comment), begin an element, stand for one without content, or end one."""

    NOTHING = 0
    START = 1
    WHOLE = 2
    END = 3


class JudgedTag(NamedTuple):
    """A tag.

    Args:
        name: in lower case; empty for a comment, the doctype, and what cannot be read.
        kind: what it does.
        faults: found in the tag by itself.
        id: its own.
        named: ids that have to stand on the same page.
        inside: its sound addresses inside the site.
        outside: its sound addresses outside of it.
        is_told: whether a page has to know more of it than where it stands.
        element: of a tag that says something of the whole page.
    """

    name: str = ""
    kind: Kind = Kind.NOTHING
    faults: Sequence[Fault] = ()
    id: str = ""
    named: Sequence[str] = ()
    inside: Sequence[tuple[str, Address]] = ()
    outside: Sequence[tuple[str, Address]] = ()
    is_told: bool = False
    element: Element | None = None


class _Shape(NamedTuple):
    """A start tag without its values: tags that differ in these values alone are judged alike.

    Args:
        name: of the element.
        id: which of the values is its id; 0 for none.
        link: which is the address of a link; 0 for none.
        words: which are words that readers meet.
    """

    name: str
    id: int
    link: int
    words: Sequence[int]


class Judge:
    """Judges tags.

    Args:
        settings: of the site.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._shapes: dict[str, _Shape | None] = {}
        self.known: dict[str, JudgedTag] = {}

    def __call__(self, tag: str) -> JudgedTag:
        """What there is to say of a tag, given as strict_html.tokens cuts it."""
        judged = self.known.get(tag)
        if judged is None:
            if len(self.known) >= _ENOUGH:
                self.known.clear()
            judged = self.known[tag] = self.judged_by_shape(tag) or self.judged_by_itself(tag)
        return judged

    def judged_by_shape(self, tag: str) -> JudgedTag | None:
        """The short way for what most tags of a text are; None where it does not do.

        It finds what the long way finds: a test holds them together.
        """
        values = tag.split('"') if len(tag) < _LONG and "&" not in tag else ()
        if len(values) % 2 == 0:  # a quotation mark is left over
            return None
        outline = '"'.join(values[::2])
        if outline not in self._shapes:
            self._shapes[outline] = self._shape(tag)
        shape = self._shapes[outline]
        if shape is None or any(leftover(values[index]) for index in shape.words):
            return None
        own_id = values[shape.id] if shape.id else ""
        link = plain_address(values[shape.link]) if shape.link else None
        if (shape.id and len(own_id.split()) != 1) or (shape.link and link is None):
            return None
        inside = (("href", link),) if link else ()
        return JudgedTag(shape.name, Kind.START, (), own_id, (), inside, (), bool(own_id or link))

    def _shape(self, tag: str) -> _Shape | None:
        """The shape of a tag whose values need no more than judged_by_shape asks; None for any other."""
        written, judged = read_tag(tag), self.judged_by_itself(tag)
        if written is None or not written.attributes or written.name in _TELL:
            return None
        if judged.faults or judged.kind is not Kind.START:
            return None
        order = [name for name, _ in written.attributes]
        if tag.count('"') != 2 * len(order) or any(f' {name}="' not in tag for name in order):
            return None
        place = {name: 2 * number + 1 for number, name in enumerate(order)}
        if not all(name in ("id", "href") or is_free(written.name, name) for name in order):
            return None
        if "href" in order and written.name != "a":
            return None
        words = [place[name] for name in order if name in SEEN]
        return _Shape(written.name, place.get("id", 0), place.get("href", 0), words)

    def judged_by_itself(self, tag: str) -> JudgedTag:
        """The long way: the tag is read, and every gate that looks at one tag looks at it."""
        written = read_tag(tag)
        if written is None:
            fault = Fault(SOUND_HTML, unreadable_advice(tag), typed=(f"<{tag}", tag))
            return JudgedTag(faults=(fault,), is_told=True)
        if written.name == "!":
            return JudgedTag(DOCTYPE, is_told=True) if is_doctype(tag) else JudgedTag()
        if written.name.startswith("/"):
            return JudgedTag(written.name[1:], Kind.END)
        element = element_of(written)
        attributes = element.attributes
        addresses = allowed_addresses.read_addresses(element, self._settings.address)
        faults = tuple(self._faults(element, addresses))
        own_id = attributes.get("id", "")
        named = [name for attribute in IDREFS & attributes.keys() for name in attributes[attribute].split()]
        kind = Kind.WHOLE if _is_whole(element) else Kind.START
        sound = [(name, read) for name, _, read in addresses if not isinstance(read, str)]
        tells = element.name in _TELL
        return JudgedTag(
            element.name,
            kind,
            faults,
            own_id,
            named,
            [(name, read) for name, read in sound if not read.scheme],
            [(name, read) for name, read in sound if read.scheme],
            bool(tells or faults or own_id or named or addresses),
            element if tells else None,
        )

    def _faults(self, element: Element, addresses: Sequence[ReadAddress]) -> Iterator[Fault]:
        yield from allowed_markup.check(element)
        yield from allowed_addresses.check(element, addresses)
        yield from other_hosts.check(element, addresses)
        yield from forms.check(element, self._settings.endpoint)
        for attribute in SEEN & element.attributes.keys():
            if found := leftover(element.attributes[attribute]):
                yield Fault(found.rule, found.advice, typed=found.typed)


def _is_whole(element: Element) -> bool:
    """Whether nothing can stand in an element; what a script holds is part of its tag."""
    return (
        element.name in VOID
        or element.name in _VOID_ELSEWHERE
        or element.name == "script"
        or (element.closes_itself and element.name in SVG_IN_PAGES)
    )
