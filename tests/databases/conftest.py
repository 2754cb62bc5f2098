"""The stub of the databases, and a client that loses patience soon."""

import pytest

from citewell.databases.http_client import DatabaseClient, Patience
from tests.databases.stub import Stub

SOON = Patience(tries_again=2, backoff_seconds=0.01, seconds_to_answer=0.5)


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.close()


@pytest.fixture
def new_client(stub, tmp_path):
    """Makes clients that share a cache."""
    made = []

    def make(contact="editor@example.org", **options):
        client = DatabaseClient(
            contact, tmp_path / "cache" / "answers.sqlite", stub.addresses, **{"patience": SOON, **options}
        )
        made.append(client)
        return client

    yield make
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture
def client(new_client):
    return new_client()
