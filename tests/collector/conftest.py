import contextlib

import pytest

from benchmarks.collector_process import running_collector, write_pages
from tests.collector.reader import PAGES, Reader


@contextlib.contextmanager
def collector_with_reader(folder, *options, pages=PAGES, proxy="127.0.0.1", **how):
    if pages is not None:
        write_pages(folder, pages)
    trusted = ["--trusted-proxy", proxy] if proxy else []
    with running_collector(folder, *trusted, *options, **how) as running:
        reader = Reader(running)
        try:
            yield reader
        finally:
            reader.client.close()


@pytest.fixture
def start(tmp_path):
    """Starts a collector over PAGES in the test's folder, with more options; a reader who votes there."""
    with contextlib.ExitStack() as running:
        yield lambda *options, **how: running.enter_context(collector_with_reader(tmp_path, *options, **how))


@pytest.fixture(scope="session")
def reader(tmp_path_factory):
    """A reader who votes at a collector that no test changes."""
    with collector_with_reader(tmp_path_factory.mktemp("collector")) as reader:
        yield reader
