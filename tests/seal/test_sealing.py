"""What the seal writes, when it writes, and that it stays the same when it is set again."""

import base64
import hashlib
import os
import re
import signal
from pathlib import Path

import material
import pytest

from citewell import work_ahead
from citewell.components import FOLDER, bundle
from citewell.seal import built_site
from citewell.seal.gates.inline_scripts import BASE, known_scripts
from citewell.seal.gates.known_files import material_files
from citewell.seal.headers import headers_file
from citewell.seal.run import seal
from citewell.seal.settings import Settings
from tests.seal.cases import write

MATERIAL = Path(material.__file__).parent / "templates"
HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">'
PAGE = HEAD + "<title>Page</title></head><body><p>Text</p></body></html>\n"
POLICY = (
    "default-src 'none'; script-src 'self'{}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'{}; worker-src 'self'; form-action 'self'{}; base-uri 'none'"
)
SEAL = '<meta http-equiv="Content-Security-Policy" content="{}">'


def sealed(folder, files, **settings):
    write(folder, files)
    report = seal(folder, Settings(**settings))
    assert report.problems == ()
    return {name: (folder / name).read_text("utf-8") for name in files}


def test_a_page_gets_its_policy_right_after_its_encoding_and_nothing_else_changes(tmp_path):
    text = sealed(tmp_path, {"index.html": PAGE})["index.html"]
    policy = SEAL.format(POLICY.format("", "", ""))
    referrer = '<meta name="referrer" content="same-origin">'
    assert text == PAGE.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{policy}{referrer}')
    assert "unsafe" not in text


def test_a_page_that_has_a_referrer_policy_keeps_it(tmp_path):
    page = PAGE.replace("<title>", '<meta name="referrer" content="no-referrer"><title>')
    text = sealed(tmp_path, {"index.html": page})["index.html"]
    assert re.findall('<meta name="referrer"[^>]*>', text) == ['<meta name="referrer" content="no-referrer">']


def test_the_endpoint_may_be_sent_to_by_form_and_by_script(tmp_path):
    text = sealed(tmp_path, {"index.html": PAGE}, endpoint="https://votes.example.org:8443/vote")[
        "index.html"
    ]
    origin = " https://votes.example.org:8443"
    assert SEAL.format(POLICY.format("", origin, origin)) in text


def test_a_script_of_the_list_may_run_and_its_hash_is_of_the_list(tmp_path):
    for name, base in (("a/b/index.html", "../.."), ("404.html", "/site/")):
        scope = next(text for text in known_scripts(base) if text.startswith("__md_scope"))
        assert f'new URL("{base}"' in scope
        page = PAGE.replace("<p>", f"<script>{scope}</script><p>")
        text = sealed(tmp_path / name[0], {name: page}, address="https://example.org/site/")[name]
        digest = base64.b64encode(hashlib.sha256(scope.encode()).digest()).decode()
        assert SEAL.format(POLICY.format(f" 'sha256-{digest}'", "", "")) in text


@pytest.mark.parametrize("first", [{}, {"endpoint": "https://votes.example.org/vote"}])
def test_a_seal_is_replaced_by_the_next_one(tmp_path, first):
    own_policy = PAGE.replace("<title>", '<meta name="referrer" content="same-origin"><title>')
    files = {"index.html": PAGE, "a.html": own_policy, "b.html": PAGE.replace(">\n", "> \n")}
    once = sealed(tmp_path / "once", files)
    sealed(tmp_path / "again", files, **first)
    report = seal(tmp_path / "again", Settings())
    assert report.is_sealed
    assert {name: (tmp_path / "again" / name).read_text("utf-8") for name in files} == once


@pytest.mark.parametrize(
    "policy",
    [
        PAGE.replace("<title>", SEAL.format("script-src 'unsafe-inline'") + "<title>"),
        PAGE.replace("</title>", "</title>" + SEAL.format(POLICY.format("", "", ""))),
        PAGE.replace("<p>", SEAL.format(POLICY.format("", "", "")) + "<p>"),
    ],
)
def test_a_policy_of_somebody_else_is_a_fault(tmp_path, policy):
    write(tmp_path, {"index.html": policy})
    report = seal(tmp_path, Settings())
    assert "allowed-markup" in {problem.rule for problem in report.problems}


def test_nothing_is_written_as_long_as_one_page_is_at_fault(tmp_path):
    files = {"index.html": PAGE, "a/index.html": PAGE, "b.html": PAGE.replace("<p>", "<p onclick=a()>")}
    write(tmp_path, files)
    report = seal(tmp_path, Settings())
    assert [problem.path for problem in report.problems] == ["site/b.html"]
    assert not report.is_sealed
    assert not report.is_sound
    assert {name: (tmp_path / name).read_text("utf-8") for name in files} == files
    assert not (tmp_path / "_headers").exists()


def test_judging_alone_writes_nothing(tmp_path):
    write(tmp_path, {"index.html": PAGE})
    report = seal(tmp_path, Settings(), writes=False)
    assert report.is_sound
    assert not report.is_sealed
    assert (tmp_path / "index.html").read_text("utf-8") == PAGE
    assert report.lines[-1] == "1 page and 0 other files read: 0 errors, judged, not sealed"


def test_hosts_that_read_headers_get_what_a_page_cannot_say(tmp_path):
    sealed(tmp_path, {"index.html": PAGE})
    text = (tmp_path / "_headers").read_text("utf-8")
    assert text == headers_file()
    rules = [line for line in text.splitlines() if not line.startswith("#")]
    assert rules[0] == "/*"
    said = dict(line.strip().split(": ", 1) for line in rules[1:])
    assert said["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    assert said["Cross-Origin-Opener-Policy"] == "same-origin"
    assert said["Strict-Transport-Security"] == "max-age=31536000"
    assert "geolocation=()" in said["Permissions-Policy"]
    assert seal(tmp_path, Settings()).is_sealed, "its own file is no fault the next time"


@pytest.mark.parametrize("several", [2, 3])
def test_several_processes_find_and_write_what_one_does(several, tmp_path, monkeypatch):
    monkeypatch.setattr(work_ahead, "can_fork", lambda: hasattr(os, "fork"))
    for worth in ("_WORTH_JUDGING", "_WORTH_WRITING"):
        monkeypatch.setattr(built_site, worth, 1)
    files = {
        f"{number}/index.html": PAGE.replace("Text", f'<a id="a{number}" href="../1/#a1">A</a>')
        for number in range(9)
    }
    broken = {
        **files,
        "3/index.html": PAGE.replace("Text", '<a href="../2/#no">No</a>'),
        "4/index.html": "<p>",
    }
    for name, site in (("sound", files), ("broken", broken)):
        reports, texts = [], []
        for processes in (1, several):
            folder = tmp_path / name / str(processes)
            write(folder, site)
            reports.append(seal(folder, Settings(processes=processes)))
            texts.append({path: (folder / path).read_text("utf-8") for path in site})
        assert reports[0] == reports[1]
        assert texts[0] == texts[1]
        assert reports[0].is_sealed == (name == "sound")


def test_a_page_that_a_dying_process_was_writing_is_sealed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr(work_ahead, "can_fork", lambda: hasattr(os, "fork"))
    monkeypatch.setattr(built_site, "_WORTH_WRITING", 1)
    here, replace = os.getpid(), os.replace

    def dies_before_it_replaces(*paths):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        replace(*paths)

    monkeypatch.setattr(os, "replace", dies_before_it_replaces)
    write(tmp_path, {f"{number}/index.html": PAGE for number in range(9)})
    assert seal(tmp_path, Settings(processes=2, makes_search=False)).is_sealed
    assert all("Content-Security-Policy" in page.read_text("utf-8") for page in tmp_path.glob("*/index.html"))
    assert not list(tmp_path.rglob("*.sealing"))


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("https://example.org", True),
        ("https://example.org/a/", True),
        ("example.org", False),
        ("ftp://a/", False),
    ],
)
def test_an_address_that_is_none_is_no_setting(address, is_right):
    if is_right:
        assert Settings(address=address).address.endswith("/")
        return
    for name in ("address", "endpoint"):
        with pytest.raises(ValueError, match=f"Write the {name} as a whole address"):
            Settings(**{name: address})


def test_the_list_of_inline_scripts_is_the_theme_s_own():
    written = {
        script
        for template in sorted(MATERIAL.glob("partials/javascripts/*.html"))
        for script in re.findall(r"<script>(.*?)</script>", template.read_text("utf-8"), re.DOTALL)
    }
    listed = set(known_scripts(BASE))
    assert listed <= written, "the theme has other scripts now: put them into citewell/seal/script_texts/"
    assert len(listed) == 3


def test_the_list_of_files_is_the_theme_s_own():
    there = {
        path.relative_to(MATERIAL).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in MATERIAL.glob("assets/**/*")
        if path.suffix in (".js", ".css")
    }
    assert material_files() == there, "the theme has other files now: write them anew, with sha256sum"


def test_a_file_of_some_of_our_components_is_ours_and_a_file_with_more_is_not(tmp_path):
    parts = sorted(path.parent.name for path in FOLDER.glob("*/*.js"))
    for wanted in (parts, parts[:2], parts[-1:], []):
        text = bundle(".js", lambda name, wanted=wanted: name in wanted)
        write(tmp_path / "-".join(["x", *wanted]), {"index.html": PAGE, "assets/citewell.js": text})
        assert seal(tmp_path / "-".join(["x", *wanted]), Settings()).is_sound
    write(tmp_path, {"index.html": PAGE, "assets/citewell.js": bundle(".js", lambda _: True) + "alert(1)"})
    assert not seal(tmp_path, Settings()).is_sound
