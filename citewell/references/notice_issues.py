"""The issue for each flagged work: one for each notice, however often it is looked for."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from citewell.article import Page
from citewell.bibliography.reference import Reference
from citewell.days import in_words, today
from citewell.output import printable
from citewell.page_text.page_text import page_text
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import standing
from citewell.references.project import ProjectError
from citewell.site import Site, load_site

LABEL = "reference-notice"
WHAT = (
    "Writes an issue, as JSON that GitHub takes, for each notice in references.lock.json: which pages cite "
    "the work, in which sentences, and what to do."
)
_BODY = """\
**{label}**{day} on [@{key}]: {address}
Told by {told_by}.

{work}

{cited}

1. Read the notice.
2. {what}
3. Close this issue when that is published.

Please write nothing about your own health here: everybody can read this.
"""
_RETRACTED = (
    "Take the citation out, or say in each sentence that the work was {became}. Until then the build stops. "
    "Rate each claim again that cited it."
)
_NOTICED = (
    "See whether each sentence still holds and mend it where it does not. Then say so over the entry in "
    "`references.bib`: `% citewell: allow reference-notice: …`"
)


@dataclass(frozen=True)
class Issue:
    """An issue to be opened.

    Args:
        title: the work, the notice and its day; no other issue has the same.
        body: what to do, in Markdown.
    """

    title: str
    body: str


def write_issues(root: Path, folder: Path, known_titles: Collection[str]) -> int:
    """Write the issues that nobody has opened yet into a folder, a file each.

    Args:
        root: the project's folder.
        folder: that they are written into.
        known_titles: of issues, open or closed: who has closed one is not asked again.

    Returns:
        how many.

    Raises:
        ProjectError: the folder cannot be written.
    """
    site, _ = load_site(root, today())
    new = [issue for issue in issues(site) if issue.title not in known_titles]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, issue in enumerate(new, start=1):
            said = {"title": issue.title, "body": issue.body, "labels": [LABEL]}
            (folder / f"{number:04}.json").write_text(json.dumps(said), encoding="utf-8")
    except OSError as error:
        raise ProjectError(f"{folder} cannot be written: {error.strerror}") from error
    return len(new)


def issues(site: Site) -> Iterator[Issue]:
    """An issue for each notice on a work of a site."""
    for reference in site.library:
        for notice in standing(reference, site.lock).notices:
            yield _issue(reference, notice, site)


def _issue(reference: Reference, notice: Notice, site: Site) -> Issue:
    day = f" of {in_words(notice.date)}" if notice.date else ""
    cited = [line for page in site.pages for line in _cited(page, reference.key)]
    body = _BODY.format(
        label=_plain(notice.label),
        day=day,
        key=reference.key,
        address=notice.address or "the databases name no address",
        told_by=" and ".join(notice.told_by),
        work=_plain(reference.get("title")),
        cited="\n".join(["It is cited here:", "", *cited]) if cited else "No page cites it.",
        what=_RETRACTED.format(became=notice.what_became_of_it) if notice.ends_trust else _NOTICED,
    )
    dated = f" ({notice.date})" if notice.date else ""
    return Issue(_plain(f"{reference.key}: {notice.label}{dated}"), body)


def _cited(page: Page, key: str) -> Iterator[str]:
    """A line for each sentence of a page that cites a work."""
    if f"@{key}" not in page.source.text:
        return
    for passage in page_text(page).passages:
        for sentence in passage.sentences:
            if key in sentence.keys:
                line, _ = passage.place(sentence.typed_at(0))
                yield f"- `{page.source.path}` line {line}: “{_plain(sentence.text)}”"


def _plain(words: str) -> str:
    """Words that Markdown takes as words, and GitHub as no name of a person."""
    line = printable(words)
    for sign in "\\`*_<>[]":
        line = line.replace(sign, f"\\{sign}")
    return line.replace("@", "@\u2060")
