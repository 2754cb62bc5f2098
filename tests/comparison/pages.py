"""Small built pages for tests of a comparison."""

from citewell.comparison.lexbor_page import ShownPage


def page(body, title=""):
    head = f"<title>{title}</title>" if title else ""
    return ShownPage(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())
