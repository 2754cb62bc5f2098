"""What a reader sees whose plain form was not taken: a page that stands alone and leads back."""

from html import escape

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Your answer was not counted</title>
</head>
<body>
<h1>Your answer was not counted</h1>
<p>{words}</p>
<p><a href="{back}">Go back to the page</a></p>
</body>
</html>
"""


def refusal_page(words: str, back: str) -> str:
    """The page as HTML.

    Args:
        words: why, in a sentence.
        back: the address that the link leads to.
    """
    return _PAGE.format(words=escape(words), back=escape(back))
