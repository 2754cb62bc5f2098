"""The front matter of the pages that the build makes."""

import yaml


def made_front_matter(kind: str, title: str, description: str, *, indexed: bool = False) -> str:
    """Front matter with its fences.

    What such a page says stands on the pages it is made of too, so the site's own search does not lead to it.

    Args:
        kind: what page it is, in lower case with hyphens; templates tell by it that nobody typed the page.
        title: as plain text.
        description: in a sentence or two, as plain text.
        indexed: whether search engines may list it.
    """
    facts = {
        "title": title,
        "description": description,
        "search": {"exclude": True},
        **({} if indexed else {"robots": "noindex"}),
        "made_by_the_build": kind,
    }
    return f"---\n{yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1_000)}---\n"
