"""Divides the pages of a site into batches, each of which is indexed alone.

Where a batch ends is told by the paths of its own pages: when a page comes or goes, the batches around it
change, and all others stay what they were.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

FEWEST, MOST = 32, 128
"""Pages of a batch; the last one may have fewer. Pagefind takes a while to start, and begins a batch anew."""
_ENDS_ONE_IN = 32
"""Pages of which one, at the mean, ends a batch that has enough."""


def batches(paths: Iterable[str]) -> Iterator[list[str]]:
    """Divide pages, in the order of their paths.

    Args:
        paths: of all pages, from the site's root.
    """
    batch: list[str] = []
    for path in sorted(paths):
        batch.append(path)
        if len(batch) >= MOST or (len(batch) >= FEWEST and _may_end(path)):
            yield batch
            batch = []
    if batch:
        yield batch


def _may_end(path: str) -> bool:
    return blake2b(path.encode(), digest_size=1).digest()[0] % _ENDS_ONE_IN == 0
