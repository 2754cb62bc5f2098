"""Finds the blocks of a page as it was typed, and what is wrong with how they are written.

The engine takes a misspelt block for prose and swallows all that follows one left open, both without a word:
so every line of slashes is read here first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citewell.blocks.kinds import BY_NAME, BlockKind
from citewell.facts import data_problems, nearest
from citewell.problem import Problem
from citewell.source import Source
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

RULE = "block"
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<slashes>/{3,})(?P<rest>[^\n]*)(?:\n|\Z)", re.MULTILINE)
_HEADER = re.compile(r"[ ]*(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*?)[ ]*)?")
_INDENT = "    "
_TWO_SLASHES = re.compile(
    rf"^[ ]{{0,3}}(?P<slashes>/{{1,2}})[ ]*(?:{'|'.join(BY_NAME)})[ ]*(?:\|[^\n]*)?$", re.MULTILINE
)
_OPTIONS = re.compile(r"(?:[ ]{4,}\S[^\n]*(?:\n|\Z))+")


@dataclass(frozen=True)
class Block:
    """One block. Offsets count characters from the beginning of the file.

    Args:
        kind: what it is.
        argument: after `|`, empty where there is none.
        options: with their places.
        start: of its first line.
        body_start: after its first line and its options.
        body_end: before its closing line.
        end: after its closing line.
    """

    kind: BlockKind
    argument: str
    options: YamlMapping
    start: int
    body_start: int
    body_end: int
    end: int


@dataclass(frozen=True)
class _Opened:
    kind: BlockKind
    argument: str
    options: YamlMapping
    fence: re.Match[str]
    body_start: int


def find_blocks(source: Source) -> tuple[list[Block], list[Problem]]:
    """The blocks of a page in order, and the faults in how they are written."""
    if "///" not in source.text:
        return [], []
    blocks: list[Block] = []
    problems: list[Problem] = []
    opened: _Opened | None = None
    misspelt = 0
    for fence in _FENCE.finditer(source.prose):
        slashes, rest = fence["slashes"], fence["rest"].strip()
        if opened and not rest and len(slashes) == len(opened.fence["slashes"]):
            block = Block(
                opened.kind, opened.argument, opened.options, opened.fence.start(), opened.body_start,
                fence.start(), fence.end(),
            )  # fmt: skip
            problems += _body_problems(source, block)
            blocks.append(block)
            opened = None
        elif opened and rest:
            advice = (
                f"Close the block “{opened.kind.name}” with a line {opened.fence['slashes']} before this one"
            )
            problems.append(_problem(source, fence, advice))
        elif not rest:
            if misspelt:  # the end of a block whose first line is a fault already
                misspelt -= 1
                continue
            slashes = opened.fence["slashes"] if opened else ""
            advice = (
                f"Write {slashes} to close the block"
                if slashes
                else "Take out this line: no block is open here"
            )
            problems.append(_problem(source, fence, advice))
        else:
            opened, faults = _opened(source, fence)
            problems += faults
            misspelt += opened is None
    problems += [
        _problem(source, line, "Write three slashes to begin a block: ///")
        for line in _TWO_SLASHES.finditer(source.prose)
    ]
    if opened:
        slashes = opened.fence["slashes"]
        advice = f"Close the block “{opened.kind.name}”: write {slashes} on a line of its own after it"
        problems.append(_problem(source, opened.fence, advice))
    return blocks, problems


def _opened(source: Source, fence: re.Match[str]) -> tuple[_Opened | None, list[Problem]]:
    typed = source.text[fence.start("rest") : fence.end("rest")]  # a question may hold a `code span`
    header = _HEADER.fullmatch(typed.rstrip())
    kind = BY_NAME.get(header["name"]) if header else None
    if header is None or kind is None:
        name = header["name"] if header else typed.strip()
        known = ", ".join(BY_NAME)
        advice = f"There is no block “{name}”. {nearest(name, BY_NAME)}The blocks are: {known}"
        return None, [_problem(source, fence, advice)]
    argument = header["argument"] or ""
    problems = [_problem(source, fence, advice) for advice in _argument_advice(kind, argument)]
    typed_options = _OPTIONS.match(source.text, fence.end()) or _badly_indented(source, fence, kind)
    options, body_start, unreadable = YamlMapping(), fence.end(), False
    if typed_options:
        typed = typed_options.group()
        line, _ = source.place(fence.end())
        if not typed.startswith(_INDENT):
            advice = f"Begin each option of the block “{kind.name}” with four spaces"
            problems.append(Problem(source.path, line, 1, RULE, advice))
            typed = re.sub(r"(?m)^[ \t]*", _INDENT, typed)
        options, faults = read_yaml_mapping(source.path, typed, first_line=line, rule=RULE)
        problems += faults
        unreadable = bool(faults) and not options.values
        body_start = typed_options.end()
    if not unreadable:
        problems += _option_problems(source, fence, kind, options)
    return _Opened(kind, argument, options, fence, body_start), problems


def _badly_indented(source: Source, fence: re.Match[str], kind: BlockKind) -> re.Match[str] | None:
    """Lines right under the first one that are options of the block, but are not indented as options are."""
    if not kind.options:
        return None
    names = "|".join(kind.options)
    return re.compile(rf"(?:[ \t]*(?:{names})[ ]*:[^\n]*(?:\n|\Z))+").match(source.text, fence.end())


def _argument_advice(kind: BlockKind, argument: str) -> Iterator[str]:
    if argument and not kind.argument:
        yield f"Take out “| {argument}”: nothing stands after the name of the block “{kind.name}”"
    elif not argument and kind.argument and kind.argument_required:
        choices = f": {', '.join(kind.argument_choices)}" if kind.argument_choices else ""
        yield f"Write /// {kind.name} | and then {kind.argument}{choices}"
    elif kind.argument_choices and argument not in kind.argument_choices:
        meant = nearest(argument, kind.argument_choices)
        yield f"Write one of {', '.join(kind.argument_choices)} after “{kind.name} |”. {meant}".strip()


def _option_problems(
    source: Source, fence: re.Match[str], kind: BlockKind, options: YamlMapping
) -> Iterator[Problem]:
    if options.values and not kind.options:
        name = next(iter(options.values))
        advice = f"Take out “{name}”, or put an empty line before it: the block “{kind.name}” has no options"
        yield Problem(source.path, *options.place(name), RULE, advice)
        return
    if not options.values:  # what is missing is missed at the block's first line
        options = YamlMapping(places={name: source.place(fence.start("slashes")) for name in kind.options})
    yield from data_problems(source.path, RULE, options, kind.options)


def _body_problems(source: Source, block: Block) -> Iterator[Problem]:
    has_body = bool(source.text[block.body_start : block.body_end].strip())
    if has_body == block.kind.has_body:
        return
    if has_body:
        advice = f"Take out the text in the block “{block.kind.name}”: its words come from docs/_data"
    else:
        advice = f"Write the text of the block “{block.kind.name}” before its closing line"
    yield Problem(source.path, *source.place(block.start), RULE, advice)


def _problem(source: Source, fence: re.Match[str], advice: str) -> Problem:
    return Problem(source.path, *source.place(fence.start("slashes")), RULE, advice)
