"""A server on this machine that speaks as Crossref, PubMed, PubMed Central, doi.org and openFDA do.

The shapes are those of recorded answers (test_recorded_answers.py reads some as they came). Every database
can be put into a bad mood, for good or for its next few answers.
"""

import json
import threading
import time
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

DATABASES = ("crossref", "doi", "pubmed", "pmc", "openfda")


@dataclass
class Work:
    """A work as the databases know it."""

    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    title: str = "A work"
    family: str = "Goodwin"
    given: str = "Guy M"
    journal: str = "Journal of Affective Disorders"
    short: str = "J Affect Disord"
    year: int = 2017
    volume: str = "221"
    issue: str = ""
    pages: str = "31-35"
    updated_by: list = field(default_factory=list)
    update_to: list = field(default_factory=list)
    relations: list = field(default_factory=list)
    types: list = field(default_factory=lambda: ["Journal Article"])
    agency: str = ""


def retraction(doi="10.1016/j.jad.2027.01.001", day=(2027, 8, 3), kind="retraction", label="Retraction"):
    """An entry of Crossref's `updated-by`."""
    date = {"date-parts": [list(day)], "date-time": "2027-08-03T00:00:00Z", "timestamp": 1817164800000}
    return {"DOI": doi, "type": kind, "label": label, "source": "publisher", "updated": date}


class Moods:
    """What goes wrong, by name: each gets the handler and the sound answer (status, type, body)."""

    @staticmethod
    def silent(handler, _):
        handler.server.stub.released.wait(20)

    @staticmethod
    def busy(handler, _):
        handler.send(429, "text/plain", b"Too many requests")

    @staticmethod
    def busy_for_a_second(handler, _):
        handler.send(429, "text/plain", b"Too many requests", {"Retry-After": "1"})

    @staticmethod
    def broken(handler, _):
        handler.send(500, "text/html", b"<html><body>Oops</body></html>")

    @staticmethod
    def forbidden(handler, _):
        handler.send(403, "text/plain", b"no")

    @staticmethod
    def web_page(handler, _):
        handler.send(200, "text/html", b"<!DOCTYPE html><html><body>Please wait</body></html>")

    @staticmethod
    def truncated(handler, answer):
        handler.send(200, answer[1], answer[2][: len(answer[2]) // 2])

    @staticmethod
    def cut_off(handler, answer):
        handler.send(200, answer[1], answer[2][:10], length=len(answer[2]))

    @staticmethod
    def nothing(handler, answer):
        handler.send(200, answer[1], b"")

    @staticmethod
    def loop(handler, _):
        handler.send(302, "text/plain", b"", {"Location": handler.path})

    @staticmethod
    def elsewhere(handler, _):
        handler.send(302, "text/plain", b"", {"Location": "file:///etc/hostname"})

    @staticmethod
    def wrong_types(handler, answer):
        wrong = {"message": {"DOI": ["x"], "title": 7, "author": "nobody", "updated-by": {"type": 3}}}
        body = (
            b"<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>"
            if "xml" in answer[1]
            else (
                json.dumps({**wrong, "records": "none", "results": {"a": 1}, "esearchresult": [1]}).encode()
            )
        )
        handler.send(200, answer[1], body)

    @staticmethod
    def a_list(handler, answer):
        handler.send(200, answer[1], b"<x/>" if "xml" in answer[1] else b"[[], 1, null]")

    @staticmethod
    def deep(handler, answer):
        deep = b"<a>" * 50_000 if "xml" in answer[1] else b"[" * 100_000
        handler.send(200, answer[1], deep)

    @staticmethod
    def bomb(handler, answer):
        entities = b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;">]>'
        bomb = entities + b"<PubmedArticleSet>&c;</PubmedArticleSet>"
        handler.send(200, answer[1], bomb)

    @staticmethod
    def another_work(handler, answer):
        other = Work("10.5555/another", "99999999", "PMC999", title="Another work altogether")
        handler.send(200, answer[1], handler.server.stub.answer_of(other, handler.path))

    @staticmethod
    def huge(handler, answer):
        handler.send(200, answer[1], b" " * 21_000_000)


BAD_MOODS = sorted(name for name in vars(Moods) if not name.startswith("_"))


class Stub:
    """The server, the works that it knows, and what it was asked."""

    def __init__(self):
        self.works = []
        self.labels = {}
        self.answers = {}
        self.books = {}
        self.moods = {}
        self.asked = []
        self.agents = []
        self.statuses = []
        self.most_at_once = self._at_once = 0
        self.headers = {
            "x-rate-limit-limit": "1000",
            "x-rate-limit-interval": "1s",
            "x-concurrency-limit": "3",
        }
        self.limit = 0
        self.refused = 0
        self.released = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.stub = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def addresses(self):
        root = f"http://127.0.0.1:{self._server.server_port}"
        return {name: f"{root}/{name}/" for name in DATABASES}

    def put(self, database, mood, times=None):
        """Put a database into a mood, for as many answers as said."""
        self.moods[database] = [mood, times]

    def mood_of(self, database):
        with self._lock:
            mood, times = self.moods.get(database, (None, None))
            if mood and times is not None:
                self.moods[database][1] -= 1
                if times <= 1:
                    del self.moods[database]
            return mood

    def is_too_fast(self, database):
        """Whether a database was asked more than `limit` times within a second; 0 is no limit."""
        now = time.monotonic()
        with self._lock:
            recent = [at for at, path in self.asked[-200:] if now - at < 1 and path.split("/")[1] == database]
            too_fast = bool(self.limit and len(recent) > self.limit)
            self.refused += too_fast
            return too_fast

    def begin(self, path, agent):
        with self._lock:
            self.asked.append((time.monotonic(), path))
            self.agents.append(agent)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def end(self):
        with self._lock:
            self._at_once -= 1

    def paths(self, database=""):
        return [path for _, path in self.asked if path.startswith(f"/{database}")]

    def work(self, **wanted):
        for work in self.works:
            if all(getattr(work, name).casefold() == value.casefold() for name, value in wanted.items()):
                return work
        return None

    def answer_of(self, work, path):
        database = path.split("/")[1]
        if database == "crossref":
            return json.dumps(crossref_answer(work)).encode()
        if database == "pubmed" and "esearch" in path:
            return json.dumps({"esearchresult": {"count": "1", "idlist": [work.pmid]}}).encode()
        if database == "pubmed":
            return pubmed_answer([work])
        if database == "pmc":
            return json.dumps({"status": "ok", "records": [pmc_record(work)]}).encode()
        if database == "doi":
            return json.dumps([{"DOI": work.doi, "RA": "Crossref"}]).encode()
        return json.dumps({"results": [{"set_id": "0" * 8, "version": "1"}]}).encode()

    def close(self):
        self.released.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A client that hangs up is what some of these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.stub.begin(self.path, self.headers["User-Agent"])
        try:
            self.answer()
        finally:
            self.server.stub.end()

    def answer(self):
        stub = self.server.stub
        database = self.path.split("/")[1]
        if stub.is_too_fast(database):
            self.send(429, "text/plain", b"slower")
            return
        answer = self.sound_answer(database)
        mood = stub.mood_of(database)
        if mood:
            getattr(Moods, mood)(self, answer)
        elif answer[0] == 200 and self.headers.get("If-None-Match") == self.tag(answer[2]):
            self.send(304, answer[1], b"", {"ETag": self.tag(answer[2])})
        else:
            self.send(*answer, {"ETag": self.tag(answer[2])})

    @staticmethod
    def tag(body):
        return f'"{hash(body):x}"'

    def sound_answer(self, database):  # noqa: PLR0911 (one for each question)
        stub, parts = self.server.stub, urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        last = unquote(parts.path.rpartition("/")[2])
        if database == "crossref" and "filter" in query:
            return _json({"message": {"items": stub.books.get(query["filter"].removeprefix("isbn:"), [])}})
        if database == "crossref":
            work = stub.work(doi=last)
            known = work and not work.agency
            answer = stub.answers.get(last.lower()) or (crossref_answer(work) if known else None)
            return _json(answer) if answer else (404, "text/plain", b"Resource not found.")
        if database == "doi":
            work = stub.work(doi=last)
            told = {"RA": work.agency or "Crossref"} if work else {"status": "DOI does not exist"}
            return _json([{"DOI": last, **told}])
        if database == "pubmed" and "esearch" in parts.path:
            work = stub.work(doi=query["term"].split('"')[1])
            return _json({"esearchresult": {"idlist": [work.pmid] if work and work.pmid else []}})
        if database == "pubmed":
            found = [work for number in query["id"].split(",") if (work := stub.work(pmid=number))]
            return 200, "text/xml; charset=UTF-8", pubmed_answer(found)
        if database == "pmc":
            records = []
            for asked in query["ids"].split(","):
                work = stub.work(**{query["idtype"]: asked})
                has = work and work.pmcid
                error = {"requested-id": asked, "status": "error", "errmsg": "Identifier not found in PMC"}
                records.append(pmc_record(work) if has else error)
            return _json({"status": "ok", "records": records})
        label = stub.labels.get(query["search"].split('"')[1])
        return (
            _json({"results": [label]})
            if label
            else (404, "application/json", b'{"error": {"code": "NOT_FOUND"}}')
        )

    def send(self, status, kind, body, headers=(), length=None):
        self.server.stub.statuses.append(status)
        self.send_response(status)
        for name, value in {**self.server.stub.headers, **dict(headers)}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        if length is not None:
            self.close_connection = True

    def log_message(self, *_):
        """Say nothing."""


def _json(value):
    return 200, "application/json;charset=utf-8", json.dumps(value).encode()


def crossref_answer(work):
    message = {
        "DOI": work.doi.lower(),
        "type": "journal-article",
        "title": [work.title],
        "container-title": [work.journal],
        "short-container-title": [work.short],
        "issued": {"date-parts": [[work.year, 10]]},
        "author": [{"given": work.given, "family": work.family, "sequence": "first", "affiliation": []}],
        "volume": work.volume,
        "page": work.pages,
        "relation": {},
        "publisher": "Elsevier BV",
    }
    message |= {"issue": work.issue} if work.issue else {}
    message |= {"updated-by": work.updated_by} if work.updated_by else {}
    message |= {"update-to": work.update_to} if work.update_to else {}
    return {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}


def pubmed_answer(works):
    records = "".join(map(_pubmed_record, works))
    doctype = (
        '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">'
    )
    return f'<?xml version="1.0" ?>\n{doctype}\n<PubmedArticleSet>{records}</PubmedArticleSet>'.encode()


def _pubmed_record(work):
    types = "".join(f'<PublicationType UI="D016428">{kind}</PublicationType>' for kind in work.types)
    relations = "".join(
        f'<CommentsCorrections RefType="{kind}"><RefSource>{source}</RefSource><PMID>{pmid}</PMID>'
        "</CommentsCorrections>"
        for kind, source, pmid in work.relations
    )
    ids = [("pubmed", work.pmid), ("doi", work.doi), ("pmc", work.pmcid)]
    listed = "".join(
        f'<ArticleId IdType="{kind}">{escape(value)}</ArticleId>' for kind, value in ids if value
    )
    return f"""
<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{work.pmid}</PMID>
<Article PubModel="Print-Electronic"><Journal><JournalIssue CitedMedium="Internet">
<Volume>{work.volume}</Volume>
<PubDate><Year>{work.year}</Year><Month>Oct</Month><Day>15</Day></PubDate></JournalIssue>
<Title>{escape(work.journal)}</Title><ISOAbbreviation>{escape(work.short)}</ISOAbbreviation></Journal>
<ArticleTitle>{escape(work.title)}.</ArticleTitle><Pagination><MedlinePgn>{work.pages}</MedlinePgn></Pagination>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>{escape(work.family)}</LastName>
<ForeName>{escape(work.given)}</ForeName><Initials>GM</Initials></Author></AuthorList>
<PublicationTypeList>{types}</PublicationTypeList></Article>
<MedlineJournalInfo><MedlineTA>{escape(work.short)}</MedlineTA></MedlineJournalInfo>
<CommentsCorrectionsList>{relations}</CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList>{listed}</ArticleIdList><ReferenceList><Reference><Citation>Another</Citation>
<ArticleIdList><ArticleId IdType="doi">10.5555/cited-by-it</ArticleId></ArticleIdList></Reference>
</ReferenceList>
</PubmedData></PubmedArticle>"""


def pmc_record(work):
    number = int(work.pmid) if work.pmid else None  # the converter sends numbers and texts
    return {"doi": work.doi, "pmcid": work.pmcid, "pmid": number, "requested-id": work.pmcid}
