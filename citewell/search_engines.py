"""What search engines read beside the pages: robots.txt, and by what Bing knows the owner."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.publisher import Publisher
from citewell.sitemap import FILE as SITEMAP

ROBOTS, BING = "robots.txt", "BingSiteAuth.xml"


def robots_txt(site_address: str) -> str:
    """The file that lets every search engine in and names the sitemap.

    Args:
        site_address: absolute, ended by a slash; empty where it is not known.
    """
    lines = ["User-agent: *", "Disallow:"]
    if stands_under_a_path(site_address):
        lines.insert(
            0, "# Search engines read this file at the root of a host alone, and this site stands under a"
        )
        lines.insert(1, "# path. Name the sitemap in Search Console and Bing Webmaster Tools instead.")
    if site_address:
        lines += ["", f"Sitemap: {site_address}{SITEMAP}"]
    return "\n".join(lines) + "\n"


def stands_under_a_path(site_address: str) -> bool:
    """Whether a site shares its host with others, as a project on GitHub Pages does."""
    return urlsplit(site_address).path not in ("", "/")


def verification_files(publisher: Publisher) -> Iterator[tuple[str, str]]:
    """The file by which Bing knows the owner: its address and its text. Google knows the owner by a tag."""
    if code := publisher.bing_site_verification:
        users = etree.Element("users")
        etree.SubElement(users, "user").text = code.upper()
        yield BING, f'<?xml version="1.0"?>\n{etree.tostring(users, encoding="unicode")}\n'


def verification_tags(publisher: Publisher) -> list[tuple[str, str]]:
    """The names and contents of the tags in the head of the first page."""
    tags = [
        ("google-site-verification", publisher.google_site_verification),
        ("msvalidate.01", publisher.bing_site_verification.upper()),
    ]
    return [(name, code) for name, code in tags if code]
