"""The file `_headers`: what a page cannot say of itself, for hosts that take it (Netlify, Cloudflare Pages).

GitHub Pages does not read it. Source: https://developers.cloudflare.com/pages/configuration/headers/.
"""

FILE = "_headers"
_FIRST_LINE = "# Written by citewell seal. Hosts that read this file send these headers with every answer."
_HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=()"
    ),
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def headers_file() -> str:
    """The text of the file."""
    return "\n".join([_FIRST_LINE, "/*", *(f"  {name}: {value}" for name, value in _HEADERS.items()), ""])


def is_ours(data: bytes) -> bool:
    """Whether a file of that name is one that the seal wrote, in this or an earlier version."""
    return data.startswith(_FIRST_LINE.encode() + b"\n")
