"""Compares HTML as a tree: the expected side names only the attributes that matter."""

from bs4 import BeautifulSoup, NavigableString, Tag


def assert_same_html(actual: str, expected: str) -> None:
    """Fail where the trees differ in a tag, a text or an attribute that `expected` names."""
    _compare(BeautifulSoup(actual, "html.parser"), BeautifulSoup(expected, "html.parser"), actual)


def _compare(actual: Tag, expected: Tag, whole: str) -> None:
    assert actual.name == expected.name, whole
    for name, value in expected.attrs.items():
        assert actual.get(name) == value, f"{name} of <{actual.name}> is {actual.get(name)!r}\n{whole}"
    ours, theirs = _children(actual), _children(expected)
    assert [_shape(child) for child in ours] == [_shape(child) for child in theirs], whole
    for one, other in zip(ours, theirs, strict=True):
        if isinstance(one, Tag) and isinstance(other, Tag):
            _compare(one, other, whole)


def _children(tag: Tag) -> list[Tag | str]:
    children: list[Tag | str] = []
    for child in tag.children:
        if isinstance(child, Tag):
            children.append(child)
        elif isinstance(child, NavigableString):
            if children and isinstance(children[-1], str):
                children[-1] += str(child)
            else:
                children.append(str(child))
    return [child for child in children if isinstance(child, Tag) or child.strip()]


def _shape(child: Tag | str) -> str:
    return f"<{child.name}>" if isinstance(child, Tag) else " ".join(child.split())
