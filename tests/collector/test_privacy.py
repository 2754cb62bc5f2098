"""Nothing of a person is stored: neither in the files nor in what the collector says."""

import hashlib
import sqlite3
from contextlib import closing
from ipaddress import ip_address

from benchmarks.collector_process import REVISION
from tests.collector.reader import FORM, SCRIPT

ADDRESSES = [f"198.51.{number}.{255 - number}" for number in range(1, 60)]
ADDRESSES += [f"2001:db8:{number:x}:abcd::{number:x}" for number in range(1, 60)]
BROWSERS = [f"Mozilla/5.0 (Secret-Device-{number}) Engine/{number}" for number in range(len(ADDRESSES))]
COOKIE, LANGUAGE, REFERRER = "session=Secret-Cookie", "gsw-LI", "https://site.example/health/secret-page/"
MARKS = [b"Secret", b"Mozilla", b"Engine/", b"gsw-LI", b"secret-page", b"site.example"]


def traces():
    """What would give a reader away: as text, as bytes, and as a hash without a salt."""
    yield from MARKS
    for address in map(ip_address, ADDRESSES):
        yield str(address).encode()
        yield address.exploded.encode()
        if address.version == 6:  # four bytes are met by chance
            yield address.packed
            yield address.packed[:8]
        for spelled in (str(address).encode(), address.packed):
            for digest in (hashlib.md5(spelled), hashlib.sha1(spelled), hashlib.sha256(spelled)):
                yield digest.digest()
                yield digest.hexdigest().encode()


def test_no_byte_tells_who_voted(start):
    reader = start()
    good = {"page": "article/", "revision": REVISION, "answer": "hard-to-understand"}
    requests = [
        (SCRIPT, good, 204),
        (FORM, good, 303),
        (SCRIPT | {"Origin": "https://Secret.example"}, good, 403),
        (SCRIPT, {**good, "page": "Secret-Page/"}, 422),
        (SCRIPT, {**good, "answer": "Secret-Answer"}, 422),
        (SCRIPT, {**good, "more": "Secret" * 1000}, 413),
    ]
    for address, browser in zip(ADDRESSES, BROWSERS, strict=True):
        who = {
            "X-Forwarded-For": f"{address}, {address}",
            "User-Agent": browser,
            "Cookie": COOKIE,
            "Accept-Language": LANGUAGE,
            "Referer": REFERRER,
        }
        for headers, fields, status in requests:
            answered = reader.client.post(f"/vote?{browser}", headers=headers | who, data=fields)
            assert answered.status_code == status
        assert reader.client.get(f"/{browser}", headers=who).status_code == 404
    many = [reader.client.post("/vote", headers=SCRIPT | who, data=good).status_code for _ in range(30)]
    assert many[-1] == 429
    with reader.connection() as connection:
        connection.sendall(f"Secret {ADDRESSES[0]}\r\n\r\n".encode())
        connection.recv(4096)
    with closing(sqlite3.connect(reader.running.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # so that it has something to say as well, and keeps its log
        assert reader.client.post(
            "/vote", headers=SCRIPT | {**who, "X-Forwarded-For": ADDRESSES[0]}, data=good
        )
        assert_clean(reader.running, files={"votes.sqlite", "votes.sqlite-wal", "votes.sqlite-shm"})
    reader.running.process.terminate()
    reader.running.process.wait(30)
    assert_clean(reader.running, files={"votes.sqlite"})
    with closing(sqlite3.connect(reader.running.database)) as database:
        rows = database.execute("SELECT * FROM tally").fetchall()
    assert [(page, revision, vote, reason) for _, page, revision, vote, reason, _ in rows] == [
        ("article/", REVISION, "no", "hard-to-understand")
    ] * len(rows)
    assert len(rows) <= 2, "one row, or two where midnight came in between"


def assert_clean(running, files):
    assert {file.name for file in running.data.iterdir()} == files
    assert "Votes are refused" in running.log
    stored = b"".join(file.read_bytes() for file in running.data.iterdir()) + running.log.encode()
    assert b"hard-to-understand" in stored
    assert [trace for trace in traces() if trace in stored] == []
