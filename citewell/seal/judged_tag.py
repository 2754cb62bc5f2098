"""A tag with all that can be said of it by itself: judged once, however many pages repeat it."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from citewell.seal.addresses import Address, read_address
from citewell.seal.content_model import SVG_IN_PAGES, VOID
from citewell.seal.element import Element, element_of
from citewell.seal.fault import Fault
from citewell.seal.gates import allowed_addresses, allowed_markup, forms, other_hosts, sized_pictures
from citewell.seal.gates.allowed_addresses import ReadAddress
from citewell.seal.leftover import SEEN, leftover
from citewell.seal.settings import Settings
from citewell.seal.strict_html import SOUND_HTML, is_doctype, read_tag, unreadable_advice
from citewell.seal.vocabulary import IDREFS, is_free

_ENOUGH = 10_000
"""Things to remember: those of the theme come up on every page, those of one text hardly again."""


DOCTYPE = "!doctype"
"""What stands for the name of an element in the doctype."""

_VOID_ELSEWHERE = frozenset(("area", "base", "embed", "param", "track"))
"""Elements that have no content and that no page may hold."""

_TELL = frozenset(("html", "title", "meta", "link", "script", "body"))
"""Elements that say something of the whole page."""


class Kind(IntEnum):
    """What a tag does: nothing (a comment), begin an element, stand for one without content, or end one."""

    NOTHING = 0
    START = 1
    WHOLE = 2
    END = 3


class Need(IntEnum):
    """What has to be looked at of a tag whose shape is known: its places, its words too, or all of it."""

    NOTHING = 0
    PLACES = 1
    WORDS = 2
    WHOLE = 3


class Shape(NamedTuple):
    """A tag without its values in double quotation marks. What holds for it holds for every tag like it.

    Args:
        name: of the element.
        kind: what the tag does.
        need: what has to be looked at.
        id: which value is its id; 0 for none.
        link: which value is the address of a link; 0 for none.
    """

    name: str = ""
    kind: Kind = Kind.NOTHING
    need: Need = Need.WHOLE
    id: int = 0
    link: int = 0


class JudgedTag(NamedTuple):
    """A tag with its values.

    Args:
        name: in lower case; empty for a comment, the doctype, and what cannot be read.
        kind: what it does.
        faults: found in the tag by itself.
        id: its own.
        named: ids that have to stand on the same page.
        inside: its sound addresses inside the site, each with its attribute.
        outside: its sound addresses outside of it.
        telling: the element, where it says something of the whole page.
        is_told: whether a page has to know more of it than its name and what it does.
    """

    name: str = ""
    kind: Kind = Kind.NOTHING
    faults: Sequence[Fault] = ()
    id: str = ""
    named: Sequence[str] = ()
    inside: Sequence[tuple[str, Address]] = ()
    outside: Sequence[tuple[str, Address]] = ()
    telling: Element | None = None
    is_told: bool = False


class Judge:
    """Judges tags.

    Args:
        settings: of the site.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, JudgedTag] = {}
        self.shapes: dict[str, Shape] = {}
        """Tags without their values that were met before."""
        self.links: dict[str, Address] = {}
        """Addresses of links that were read before."""

    def shape(self, outline: str) -> Shape:
        """What can be said of a tag without its values, given as strict_html.outline leaves it."""
        found = self.shapes.get(outline)
        if found is None:
            _make_room(self.shapes)
            found = self.shapes[outline] = self._shape(outline)
        return found

    def link(self, written: str) -> Address | None:
        """The address of a link, as it is written; None for one that is not sound or has to be decoded."""
        read = None if "&" in written else read_address(written, self._settings.address)
        if read is None or isinstance(read, str):
            return None
        _make_room(self.links)
        self.links[written] = read
        return read

    def __call__(self, tag: str) -> JudgedTag:
        """What there is to say of a tag, given as strict_html.tokens cuts it."""
        judged = self._known.get(tag)
        if judged is None:
            _make_room(self._known)
            judged = self._known[tag] = self._judged(tag)
        return judged

    def _shape(self, outline: str) -> Shape:
        """The shape of a tag.

        Its values stand where the outline has an empty one, and nowhere else: so the outline has to be sound,
        and has no quotation marks but those.
        """
        judged, written = self._judged(outline), read_tag(outline)
        if written is None or judged.name in _TELL or judged.kind is Kind.NOTHING:
            return Shape()
        names = [name for name, _ in written.attributes]
        is_simple = "'" not in outline and outline.count('"') == 2 * outline.count('=""') == 2 * len(names)
        is_own = all(name in ("id", "href") or is_free(written.name, name) for name in names)
        has_other_faults = {fault.typed[:1] for fault in judged.faults} - {('id=""',), ('href=""',)}
        if not is_simple or not is_own or has_other_faults or ("href" in names and written.name != "a"):
            return Shape(judged.name, judged.kind)
        place = {name: 2 * number + 1 for number, name in enumerate(names)}
        own_id, link = place.get("id", 0), place.get("href", 0)
        need = Need.PLACES if own_id or link else Need.NOTHING
        if SEEN.intersection(names):
            need = Need.WORDS
        return Shape(judged.name, judged.kind, need, own_id, link)

    def _judged(self, tag: str) -> JudgedTag:
        """The tag is read, and every gate that looks at one tag looks at it."""
        written = read_tag(tag)
        if written is None:
            fault = Fault(SOUND_HTML, unreadable_advice(tag), typed=(f"<{tag}", tag))
            return JudgedTag(faults=(fault,), is_told=True)
        if written.name == "!":
            return JudgedTag(DOCTYPE if is_doctype(tag) else "", is_told=True)
        if written.name.startswith("/"):
            return JudgedTag(written.name[1:], Kind.END)
        element = element_of(written)
        attributes = element.attributes
        addresses = allowed_addresses.read_addresses(element, self._settings.address)
        sound = [(name, read) for name, _, read in addresses if not isinstance(read, str)]
        judged = JudgedTag(
            element.name,
            Kind.WHOLE if _is_whole(element) else Kind.START,
            tuple(self._faults(element, addresses)),
            attributes.get("id", ""),
            [name for attribute in IDREFS & attributes.keys() for name in attributes[attribute].split()],
            [(name, read) for name, read in sound if not read.scheme],
            [(name, read) for name, read in sound if read.scheme],
            element if element.name in _TELL else None,
        )
        return judged._replace(is_told=any(judged[2:]))

    def _faults(self, element: Element, addresses: Sequence[ReadAddress]) -> Iterator[Fault]:
        yield from allowed_markup.check(element)
        yield from allowed_addresses.check(element, addresses)
        yield from other_hosts.check(element, addresses)
        yield from sized_pictures.check(element)
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


def _make_room(known: dict[str, Any]) -> None:
    """Forget all that was met when it is too much to keep: what comes up often soon comes up again."""
    if len(known) >= _ENOUGH:
        known.clear()
