"""Papers and proceedings of conferences. Each function gives the elements in order."""

from citewell.bibliography.reference import Reference
from citewell.nlm import fields, titles
from citewell.nlm.books import PUBLISHERS, Elements, connected
from citewell.nlm.dates import printed_date, printed_iso_date
from citewell.nlm.imprint import imprint
from citewell.nlm.names import editors, people
from citewell.nlm.pages import extent, location
from citewell.nlm.punctuation import with_stop, without_stop


def paper(reference: Reference) -> Elements:
    """Citing Medicine, ch. 3 B (Conference Papers).

    `Authors. Title. In: Editors, editors. Book; 2002 Apr 3-5; Kinsdale, Ireland. Place: …; 2002. p. 182-91`.
    """
    meeting, published = _meeting(reference, fields.text(reference, "booktitle"))
    return (
        people(reference.authors),
        titles.title(reference),
        connected(editors(reference.editors), meeting),
        published,
        location(reference.get("pages")),
        titles.series(reference),
    )


def proceedings(reference: Reference) -> Elements:
    """Ch. 3 A, Conference Proceedings: `Editors, editors. Title; 2001 Sep 13-15; Leeds. Place: …; 2002`."""
    meeting, published = _meeting(reference, titles.title(reference))
    return (
        people(reference.authors) or editors(reference.editors),
        meeting,
        titles.edition(reference),
        published,
        extent(reference.get("pages")),
        titles.series(reference),
    )


def _meeting(reference: Reference, named: str) -> tuple[str, str]:
    """A conference with its date and place, and the imprint of its proceedings.

    `eventtitle`, `eventdate` and `venue` speak of the conference. Without `eventdate`, `month` and `day` are
    taken for its date; without a publisher, `year` and `address` for its date and place, as BibTeX has them.
    """
    publisher = fields.text(reference, *PUBLISHERS)
    place = fields.text(reference, "venue")
    if not place and not publisher:
        place = fields.text(reference, "address", "location")
    held, when = printed_iso_date(fields.text(reference, "eventdate")), fields.date(reference)
    if not held and (reference.get("month") or not publisher):
        held, when = when, printed_date(reference.get("year"))
    conference = titles.bracketed(named, titles.medium(reference))
    event = fields.text(reference, "eventtitle")
    if event and event.casefold() not in conference.casefold():
        conference = f"{with_stop(conference)} {event}" if conference else event
    read_on = "" if publisher else fields.read_on(reference)
    held = " ".join(filter(None, (held, read_on)))
    meeting = "; ".join(filter(None, (without_stop(conference), held, place)))
    if publisher:
        return meeting, imprint(reference, when, publisher_fields=PUBLISHERS)
    return meeting, "" if held else "[date unknown]"
