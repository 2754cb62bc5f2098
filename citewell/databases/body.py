"""The body of an answer: JSON or XML that can be read, or nothing."""

import json
from typing import Any
from xml.etree import ElementTree as etree  # noqa: N813 (the type of what defusedxml reads)

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

JSON, XML = "application/json", "application/xml"


class UnreadableBodyError(Exception):
    """The body is not what was asked for; the message says what it is."""


def read_json(body: bytes) -> Any:
    """The value of a body.

    Raises:
        UnreadableBodyError: it is no JSON.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableBodyError(f"sent {_kind(body)} where JSON was expected") from None


def read_xml(body: bytes) -> etree.Element:
    """The root of a body. Entities and outside files are refused.

    Raises:
        UnreadableBodyError: it is no XML.
    """
    try:
        root: etree.Element = defusedxml.ElementTree.fromstring(body)
    except (etree.ParseError, DefusedXmlException, ValueError, LookupError):
        raise UnreadableBodyError(f"sent {_kind(body)} where XML was expected") from None
    if root.tag.casefold().endswith("html"):  # a web page can be sound XML
        raise UnreadableBodyError("sent a web page where XML was expected")
    return root


def is_sound(kind: str, body: bytes) -> bool:
    """Whether a body is worth keeping."""
    try:
        _ = read_json(body) if kind == JSON else read_xml(body)
    except UnreadableBodyError:
        return False
    return True


def _kind(body: bytes) -> str:
    start = body[:500].lstrip().lower()
    if not start:
        return "nothing"
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return "a broken answer" if start.startswith((b"{", b"[", b"<")) else "something else"
