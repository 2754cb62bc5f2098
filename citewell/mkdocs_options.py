"""What a site may set in mkdocs.yml: the options of mkdocs-bibtex, and our own."""

from collections.abc import Iterator

from mkdocs.config import config_options
from mkdocs_bibtex.config import BibTexConfig

_WITHOUT_MEANING = {
    "csl_file": "references are printed in NLM style; no CSL file is read",
    "csl_file_encoding": "references are printed in NLM style; no CSL file is read",
    "footnote_format": "citations are numbers in round brackets, not footnotes",
    "enable_inline_citations": "an @key without brackets stays as typed; write [@key]",
}
"""Options of mkdocs-bibtex that a site may still carry, and what happens instead."""


class CitewellConfig(BibTexConfig):
    """The options of mkdocs-bibtex, with the same meaning, and our own.

    Options:
        references_heading (string): the heading over a page's references.
        certainty_page (string): the page that says what the levels of certainty mean.
        evidence_pages (boolean): whether the build lists all references and all cited statements.
        seal_pages (boolean): whether the built site is held against the gates and its pages are sealed.
        page_cache (boolean): whether a build keeps what it made in `.cache/` for the next one.
    """

    footnote_format = config_options.Optional(config_options.Type(str))  # type: ignore[assignment]
    enable_inline_citations = config_options.Optional(config_options.Type(bool))  # type: ignore[assignment]
    references_heading = config_options.Type(str, default="References")
    certainty_page = config_options.Type(str, default="about/how-sure-we-are.md")
    evidence_pages = config_options.Type(bool, default=True)
    seal_pages = config_options.Type(bool, default=True)
    page_cache = config_options.Type(bool, default=True)


def without_effect(config: CitewellConfig) -> Iterator[str]:
    """What is to be said of options that are set and have no effect."""
    for option, instead in _WITHOUT_MEANING.items():
        if config[option]:
            yield f"the option {option} has no effect: {instead}."
