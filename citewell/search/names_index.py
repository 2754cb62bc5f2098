"""The index of names: small enough to be fetched before the first letter is typed.

It holds the titles of pages, the medicines, what they are called and how they are misspelt, whom to call in a
crisis, and by which words a question speaks of one. How a name is matched is in scripts/find.js.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from citewell.crisis import CrisisContacts, dialled
from citewell.search.crisis_words import crisis_words
from citewell.search.searched_page import WHOLE, PageNames, SearchedPage


def names_index(pages: Iterable[SearchedPage], contacts: CrisisContacts) -> str:
    """The text of the file.

    Args:
        pages: that are searched.
        contacts: of the site.
    """
    named = [page for page in sorted(pages, key=lambda page: page.address) if page.names.has_name]
    states = _numbered(page.state for page in named)
    kinds = _numbered(page.names.kind for page in named)
    index = {
        "states": list(states),
        "kinds": list(kinds),
        "pages": [
            [
                page.address,
                page.title,
                states[page.state],
                kinds[page.names.kind],
                _medicine(page.names),
                *_further_names(page),
            ]
            for page in named
        ],
        "crisis": {**crisis_words(), "contacts": _contacts(contacts)},
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _medicine(names: PageNames) -> Sequence[str]:
    """What the medicine of an article's first page is called; of other pages it is not asked."""
    return tuple(dict.fromkeys((names.medicine, *names.medicine_names))) if names.kind == WHOLE else ()


def _further_names(page: SearchedPage) -> Iterable[str]:
    """The names of a page that its title does not hold, each once."""
    held = page.title.casefold()
    return (name for name in dict.fromkeys(page.names.names) if not _stands_in(name.casefold(), held))


def _stands_in(name: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def _numbered(values: Iterable[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _contacts(contacts: CrisisContacts) -> Sequence[Mapping[str, object]]:
    """Each helpline, then each country's emergency numbers, which have no name, as a browser dials them."""
    emergency = [
        {
            "region": country.region,
            "ways": [[f"tel:{dialled(number)}", number] for number in country.numbers],
        }
        for country in contacts.emergency
    ]
    helplines = [
        {
            "name": line.name,
            "region": line.region,
            "hours": line.hours,
            "ways": [
                *([[f"tel:{dialled(line.call)}", f"Call {line.call}"]] if line.call else []),
                *([[f"sms:{dialled(line.text)}", f"Text {line.text}"]] if line.text else []),
                *([[line.address, line.address.partition("//")[2]]] if line.address else []),
            ],
        }
        for line in contacts.helplines
    ]
    return [*helplines, *emergency]
