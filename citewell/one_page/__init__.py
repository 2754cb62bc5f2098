"""An article on one page: to read in one go, to print, to save."""

from citewell.one_page.document import one_page

__all__ = ["one_page"]
