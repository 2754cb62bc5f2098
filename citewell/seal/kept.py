"""What was found on pages that are, byte for byte, as an earlier build made them."""

from collections.abc import Mapping
from dataclasses import replace

from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store, packed
from citewell.seal.built_site import BuiltSite
from citewell.seal.judged_page import Expected, Findings
from citewell.seal.promise import Promise
from citewell.search.kept_batches import KeptBatches
from citewell.work_ahead import Divide


class KeptFindings:
    """Judges the pages of a site that are not as they were.

    Args:
        store: what former builds kept.
        versions: a fingerprint of the code that judges and indexes.
    """

    def __init__(self, store: Store, versions: str) -> None:
        self._store = store
        self._versions = versions

    def batches(self, site: BuiltSite) -> KeptBatches:
        """What the search of the site was made of."""
        return KeptBatches(self._store, self._versions, site.digest)

    def judged(self, site: BuiltSite, expected: Expected, divide: Divide) -> list[Findings]:
        """What was found on each page, in no order."""
        bare = replace(expected, promises=None)
        around = fingerprint(self._versions, bare, expected.promises is None)
        promises: Mapping[str, Promise] = expected.promises or {}
        keys = {
            path: fingerprint("findings", around, path, site.digest(path), promises.get(path))
            for path in site.pages
        }
        found: dict[str, Findings] = {}
        for path, key in keys.items():
            kept: Findings | None = self._store.get(key)
            if kept is not None:
                found[path] = kept
        new = site.judge(expected, divide, [path for path in site.pages if path not in found])
        for findings in new:
            self._store.put(keys[findings.path], packed(findings))
        return [*found.values(), *new]
