"""Where the databases stand, and how often each lets itself be asked before it says so itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Database:
    """A database.

    Args:
        address: of its interface, ended by a slash.
        limit: how many requests it allows for each interval, where it does not say.
        interval: in seconds.
    """

    address: str
    limit: int
    interval: float = 1.0


DATABASES: Mapping[str, Database] = MappingProxyType(
    {
        "crossref": Database("https://api.crossref.org/", 5),
        "doi": Database("https://doi.org/", 5),
        "pubmed": Database("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", 3),
        "pmc": Database("https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/", 3),
        "openfda": Database("https://api.fda.gov/", 240, 60),
    }
)
"""Name → database. The rates are those that each publishes for whoever asks without a key."""
