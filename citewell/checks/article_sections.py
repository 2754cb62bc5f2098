"""An article that says in which order it is read names every page of it.

`sections`, in the article's `.meta.yml`, lists the files of its pages in reading order. A site whose
navigation holds its hubs alone has no other place for it: a page that is missing there would come last,
unnoticed.

Fails:
    sections: [what-to-do.md]   where the folder has why.md too

Passes:
    sections: [what-to-do.md, why.md]
"""

from collections.abc import Iterator

from citewell.article import INDEX, Article
from citewell.front_matter import FOLDER_FILE
from citewell.problem import Problem

ID = "article-sections"


def check(article: Article) -> Iterator[Problem]:
    """Pages that the list lacks, and names in it that are no page's."""
    listed = article.index.facts.sections
    names = [page.source.path.removeprefix(f"{article.folder}/") for page in article.pages]
    place = f"{article.folder}/{FOLDER_FILE}"
    for name in listed:
        if name not in names:
            advice = f"Take “{name}” out of “sections”, or correct it: this article has no such page"
            yield Problem(place, 1, 1, ID, advice)
        elif listed.count(name) > 1:
            yield Problem(place, 1, 1, ID, f"Name “{name}” once in “sections”")
    for name in names if listed else ():
        if name not in listed and name != INDEX:
            yield Problem(place, 1, 1, ID, f"Add “{name}” to “sections”, where a reader should come to it")
