"""`citewell new article` and `citewell new site`."""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from citewell.output import as_text, printable
from citewell.site import BIBLIOGRAPHY, PAGES
from citewell.start.article_plan import TOPICS, PlanError
from citewell.start.new_article import UNPLACED, Started, Wish, start_article
from citewell.start.new_site import start_site
from citewell.start.whole_folder import InTheWayError

_ARTICLE = (
    f"Writes a folder in {PAGES}/ that passes every rule but those that only a writer can satisfy, and says "
    f"which. With --from it is a draft of an article that is there already: headings become sections, "
    f"citation numbers become keys, the printed list becomes entries of {BIBLIOGRAPHY}, and what has no "
    f"place is listed."
)
_SITE = "Writes a folder with a whole site that builds and tests at once: make site, make test."


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `new` to the command line."""
    new = commands.add_parser("new", help="start an article or a site")
    kinds = new.add_subparsers(dest="new_command", required=True, metavar="WHAT")
    article = kinds.add_parser("article", help="start an article in this site", description=_ARTICLE)
    add = article.add_argument
    add(
        "question",
        nargs="?",
        default="",
        help="what the article answers; with --from, the old title if left out",
    )
    add("--topic", required=True, choices=TOPICS, help="what it is about: its safety texts come by that")
    add("--drug", default="", help="for a medicine: its name in docs/_data/drugs.yml")
    add(
        "--from",
        dest="old",
        type=Path,
        metavar="FILE",
        help="an article to bring in: .md, .txt, .html or .docx",
    )
    add("--folder", default="", help="the name of its folder, which becomes its address")
    add("--site", type=Path, default=Path(), help="the site's folder (default: this one)")
    article.set_defaults(run=_article)
    site = kinds.add_parser("site", help="start a site of its own", description=_SITE)
    site.add_argument("folder", type=Path, help="that does not exist yet, or is empty")
    site.add_argument("--name", default="", help="the name that readers know the site by")
    site.set_defaults(run=_site)


def _article(options: argparse.Namespace) -> int:
    if not (options.site / PAGES).is_dir():
        return _stop(
            f"{options.site / PAGES} is no folder. Run this in the folder of a site, or name it with --site"
        )
    wish = Wish(options.question, options.topic, options.drug, options.folder, options.old)
    try:
        started = start_article(options.site, wish, _today())
    except PlanError as error:
        return _stop(str(error))
    except InTheWayError as error:
        return _stop(f"{error}. Nothing was written. Give the article another folder with --folder")
    print(_told(started))
    return 0


def _site(options: argparse.Namespace) -> int:
    try:
        start_site(options.folder, options.name, _today())
    except PlanError as error:
        return _stop(str(error))
    except InTheWayError as error:
        return _stop(f"{error}. Nothing was written. Name a folder that does not exist yet")
    print(
        f"{options.folder} is a site now. In that folder:\n\n"
        f"    make serve    shows it while you write\n"
        f"    make test     checks and builds it\n\n"
        f"README.md there says what to fill in first."
    )
    return 0


def _told(started: Started) -> str:
    plan = started.plan
    folder = f"{PAGES}/{plan.folder}/"
    pages = f"{folder} is written: {_count(len(started.files), 'page')}"
    if started.new_references or started.found_references:
        pages += (
            f"; {_count(started.new_references, 'new entry', 'new entries')} in {BIBLIOGRAPHY}, "
            f"{started.found_references} that stood there already"
        )
    parts = [f"{pages}."]
    if started.problems:
        parts += [f"What a writer has to do ({len(started.problems)}):", as_text(started.problems)]
    else:
        parts.append("Every rule is kept.")
    if started.leftovers:
        lines = [f"- {left.line()}" for left in started.leftovers]
        parts += [
            f"What could not be placed ({len(lines)}), word for word in {folder}{UNPLACED}:",
            "\n".join(map(printable, lines)),
        ]
    listed = [f"      - {plan.folder}/{name}" for name in started.files]
    title = json.dumps(plan.question, ensure_ascii=False)
    parts += [
        "Put these lines under “nav:” in mkdocs.yml:",
        "\n".join([f"  - {title}:", *listed]),
        f"To look at it: make serve, then http://127.0.0.1:8000/{plan.folder}/",
    ]
    return "\n\n".join(parts)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _stop(message: str) -> int:
    print(f"citewell: {printable(message)}", file=sys.stderr)
    return 2
