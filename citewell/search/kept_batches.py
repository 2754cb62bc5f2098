"""Indexes of batches that an earlier build made: of those whose pages are, byte for byte, as they were."""

from collections.abc import Callable, Mapping, Sequence

from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store, is_whole
from citewell.search.searched_page import PageNames


class KeptBatches:
    """The batches of a site (build.Kept).

    Args:
        store: what former builds kept.
        versions: a fingerprint of the code that makes them.
        digest_of: what tells the bytes of a page, by its path, from others.
    """

    def __init__(self, store: Store, versions: str, digest_of: Callable[[str], str]) -> None:
        self._store = store
        self._versions = versions
        self._digest_of = digest_of

    def get(self, pages: Sequence[str], names: Mapping[str, PageNames]) -> bytes | None:
        """What was made of these pages, packed, where they are what they were."""
        packed = self._store.get_packed(self._key(pages, names))
        return packed if packed and is_whole(packed) else None

    def put(self, pages: Sequence[str], names: Mapping[str, PageNames], index: bytes) -> None:
        """Keep it for the next build."""
        self._store.put(self._key(pages, names), index)

    def _key(self, pages: Sequence[str], names: Mapping[str, PageNames]) -> str:
        told = [(path, self._digest_of(path), names.get(path)) for path in pages]
        return fingerprint("batch", self._versions, told)
