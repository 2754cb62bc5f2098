"""How an editor silences a rule where it is wrong: by a comment that names the rule and says why.

    <!-- citewell: allow absolute-words: the label says so -->          the line itself, or the next one
    <!-- citewell: allow-in-file absolute-words: a page of quotations -->

A comment in references.bib begins with %, one in a file of docs/_data with #.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from citewell.facts import nearest
from citewell.places import Places
from citewell.problem import Level, Problem
from citewell.source import without_fences

ID = "silenced-rule"
_WORDS = r"[ \t]*citewell:[ \t]*(?P<verb>[\w-]+)[ \t]*(?P<rule>[\w-]*)[ \t]*(?::(?P<reason>[^\n]*?))?[ \t]*"
_IN_A_PAGE = re.compile(rf"<!--{_WORDS}-->")
_IN_DATA = re.compile(rf"[#%]{_WORDS}$", re.MULTILINE)
_LINE, _FILE = "allow", "allow-in-file"
_LEAST_WORDS = 2
"""A reason is a sentence that somebody can judge, not a mark."""


@dataclass(frozen=True)
class Permission:
    """A rule that is silenced.

    Args:
        path: of the file.
        line: of the comment, counted from 1.
        column: of the comment, counted from 1.
        rule: that is silenced.
        reason: why, in the editor's words.
        lines: on which it is silenced; empty for the whole file.
    """

    path: str
    line: int
    column: int
    rule: str
    reason: str
    lines: tuple[int, ...] = ()

    def covers(self, problem: Problem) -> bool:
        """Whether a problem is one that the editor has answered."""
        same = (self.path, self.rule) == (problem.path, problem.rule)
        return same and (not self.lines or problem.line in self.lines)


def permissions(path: str, text: str) -> Iterator[Permission]:
    """The permissions that stand in a file, sound or not."""
    if "citewell:" not in text:
        return
    places = Places(text)
    lines = text.split("\n")
    is_page = path.endswith(".md")
    read = without_fences(text) if is_page else text  # a comment that is shown as code is no comment
    for comment in (_IN_A_PAGE if is_page else _IN_DATA).finditer(read):
        line, column = places.of(comment.start())
        is_alone = lines[line - 1].strip() == comment.group().strip()
        covered = (line, _next_written(lines, line)) if is_alone else (line,)
        yield Permission(
            path,
            line,
            column,
            comment["rule"] if comment["verb"] in (_LINE, _FILE) else "",
            (comment["reason"] or "").strip(),
            () if comment["verb"] == _FILE else covered,
        )


def without_comments(text: str) -> str:
    """A page's text without such comments: they are for editors, and readers need not load them."""
    if "citewell:" not in text:
        return text
    starts = {comment.span() for comment in _IN_A_PAGE.finditer(without_fences(text))}
    return _IN_A_PAGE.sub(lambda found: "" if found.span() in starts else found.group(), text)


def silenced(
    problems: Iterable[Problem], found: Collection[Permission], may_be_silenced: Mapping[str, bool]
) -> tuple[list[Problem], list[Problem]]:
    """The problems that stay, with those of the permissions themselves; and the problems that are silenced.

    Args:
        problems: of the site.
        found: the permissions in its files.
        may_be_silenced: by the id of a rule; a rule that keeps a reader safe may not be.
    """
    faults = {permission: _fault(permission, may_be_silenced) for permission in found}
    sound = [permission for permission in found if not faults[permission]]
    stay: list[Problem] = []
    gone: list[Problem] = []
    used: set[Permission] = set()
    for problem in problems:
        covering = [permission for permission in sound if permission.covers(problem)]
        used.update(covering)
        (gone if covering else stay).append(problem)
    stay += [fault for fault in faults.values() if fault]
    stay += [
        _problem(permission, f"Take out this comment: “{permission.rule}” finds nothing here", "warning")
        for permission in sound
        if permission not in used
    ]
    return sorted(stay), sorted(gone)


def _fault(permission: Permission, may_be_silenced: Mapping[str, bool]) -> Problem | None:
    rule = permission.rule
    if not rule:
        advice = f"Write citewell: {_LINE} RULE: REASON, or citewell: {_FILE} RULE: REASON"
    elif rule not in may_be_silenced:
        advice = f"There is no rule “{rule}”. {nearest(rule, may_be_silenced)}`citewell rules` lists them"
    elif not may_be_silenced[rule]:
        advice = f"Take out this comment: “{rule}” keeps readers safe and cannot be silenced"
    elif len(permission.reason.split()) < _LEAST_WORDS:
        advice = f"Say after a colon why “{rule}” is wrong here, in a few words"
    else:
        return None
    return _problem(permission, advice, "error")


def _problem(permission: Permission, advice: str, level: Level) -> Problem:
    return Problem(permission.path, permission.line, permission.column, ID, advice, level)


def _next_written(lines: list[str], line: int) -> int:
    """The next line that is not empty, counted from 1."""
    return next((at + 1 for at in range(line, len(lines)) if lines[at].strip()), line)
