"""`citewell new site`: a site that builds and tests at once, with what ships in the package."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from citewell.about.pages import ABOUT_PAGES
from citewell.checking import check_project
from citewell.cli import main
from citewell.days import today
from citewell.start import new_site
from citewell.start.new_site import SitePlan, site_files, where_citewell_comes_from
from tests.gallery import _EngineLoader
from tests.start.copies import copies
from tests.start.sites import environment

ROOT = Path(__file__).parents[2]
PLAN = SitePlan("Plain Answers", "Plain Answers", today())
BIN = Path(sys.executable).parent


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "plain-answers"
    assert main(["new", "site", str(folder)]) == 0
    return folder


def make(folder, *targets):
    ran = subprocess.run(
        ["make", f"BIN={BIN}", *targets],
        cwd=folder,
        env=environment(HOME=str(folder)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def test_it_tests_and_builds_at_once(site):
    said = make(site, "test", "site")
    assert "OK" in said
    built = {path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("index.html")}
    assert {f"{page.removesuffix('.md')}/index.html" for page in ABOUT_PAGES} <= built
    assert {
        "index.html",
        "references/index.html",
        "claims/index.html",
        "how-to-check-this-site/index.html",
    } <= built
    strip = BeautifulSoup(read(site / "site" / "404.html"), "html.parser").select_one(".safety-strip")
    assert [link["href"] for link in strip.select("a.call")] == ["tel:988", "tel:116123"]


def test_its_own_tests_find_what_is_unfinished(site, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("site"))
    assert main(["new", "article", "Does X cause Y?", "--topic", "condition", "--site", str(folder)]) == 0
    ran = subprocess.run(
        ["make", f"BIN={BIN}", "test"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert "[unwritten-text]" in ran.stdout


def test_make_lists_what_can_be_typed(site):
    assert set(re.findall(r"(?m)^ +make (\w+) +\S", make(site))) == {
        "help",
        "site",
        "serve",
        "check",
        "test",
        "clean",
    }


def test_only_the_publisher_s_facts_are_missing(site):
    found = check_project(site, today()).problems
    rules = {problem.rule for problem in found if problem.path not in copies()}
    assert rules == {"publisher-facts", "unverified-identifier"}
    assert {problem.level for problem in found} == {"warning"}
    assert "name:\n" in read(site / "docs" / "_data" / "publisher.yml")


def test_the_publisher_is_named_when_it_is_known(tmp_path):
    folder = tmp_path / "x"
    assert main(["new", "site", str(folder), "--name", 'Jo\'s "Plain": Answers']) == 0
    assert (
        yaml.safe_load(read(folder / "docs" / "_data" / "publisher.yml"))["name"] == 'Jo\'s "Plain": Answers'
    )
    assert (
        yaml.load(read(folder / "mkdocs.yml"), Loader=_EngineLoader)["site_name"] == 'Jo\'s "Plain": Answers'
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [("<b>", "without < and >"), ("x" * 81, "80 characters at most"), ("a\x1bb", "Write the site's name")],
)
def test_a_name_that_cannot_be_one_is_refused(tmp_path, capsys, name, said):
    assert main(["new", "site", str(tmp_path / "x"), "--name", name]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    assert main(["new", "site", str(tmp_path)]) == 2
    assert (
        "is there already. Nothing was written. Name a folder that does not exist yet"
        in capsys.readouterr().err
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_empty_folder_is_filled(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    assert main(["new", "site", str(folder)]) == 0
    assert (folder / "Makefile").is_file()


def test_no_word_speaks_of_another_site_or_a_machine(site):
    for path in site.rglob("*"):
        if path.is_file() and not {"site", ".cache", "__pycache__"} & set(path.relative_to(site).parts):
            text = read(path).replace("complaint against BetterHelp", "")  # a case that a rule is founded on
            assert not re.search(
                r"AskYourPharm|sertraline|betterhelp|/root|/work|/home|/tmp", text, re.IGNORECASE
            ), path


def test_every_statement_on_the_fresh_pages_has_a_page_or_a_work_behind_it(site):
    """What is known of the publisher is what the publisher has written: nothing."""
    about = " ".join(read(path) for path in (site / "docs" / "about").glob("*.md"))
    assert about.count("the publisher has not written here yet") == 3
    assert "GitHub" not in about


def test_its_top_level_is_that_of_the_first_site(site):
    first = {path.name for path in ROOT.iterdir()}
    assert {path.name for path in site.iterdir()} - {"site"} <= first


def test_its_settings_are_those_of_the_first_site():
    """Whoever mends a setting of one mends it in the template: citewell/start/site_files/mkdocs.yml.jinja."""
    ours = yaml.load(read(ROOT / "mkdocs.yml"), Loader=_EngineLoader)
    new = yaml.load(str(site_files(PLAN)["mkdocs.yml"]), Loader=_EngineLoader)
    for settings in (ours, new):
        for own in ("site_name", "site_description", "nav", "extra_css"):
            settings.pop(own, None)
        settings["theme"].pop("logo", None)
    assert new == ours


def recipe(makefile, target):
    """The commands of a target, without where its programs stand."""
    found = re.search(rf"^{target}:[^\n]*\n((?:\t[^\n]*\n)*)", makefile, re.MULTILINE)
    return [re.sub(r"\$\(BIN\)/(?:python -m )?", "", line.strip()) for line in found[1].splitlines()]


@pytest.mark.parametrize("target", ["site", "serve", "check"])
def test_its_commands_are_those_of_the_first_site(target):
    """Whoever changes a command of one changes it in citewell/start/site_files/Makefile.jinja, too."""
    assert recipe(str(site_files(PLAN)["Makefile"]), target) == recipe(read(ROOT / "Makefile"), target)


@pytest.mark.parametrize("path", copies())
def test_it_gets_what_this_site_has(path):
    assert site_files(PLAN)[path] == copies()[path], "run .venv/bin/python -m tests.start.copies"


def test_it_gets_nobody_s_people_votes_or_money():
    files = {
        path: as_text(content) for path, content in site_files(PLAN).items() if path.startswith("docs/_data/")
    }
    assert not any(line and line[0] not in "# \n" for line in files["docs/_data/people.yml"].splitlines())
    assert yaml.safe_load(files["docs/_data/feedback.yml"]) == {"provider": "none"}
    assert yaml.safe_load(files["docs/_data/drugs.yml"]) is None
    assert "docs/_data/affiliates.yml" not in files
    assert "slips" not in yaml.safe_load(files["docs/_data/wording.yml"])


def as_text(content):
    return content if isinstance(content, str) else content.decode()


def test_editors_complete_what_they_type(site):
    for path in (site / "docs" / "_data").glob("*.yml"):
        first = read(path).splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert not named or (path.parent / named[1]).is_file(), path
    assert len(list((site / "docs" / "_data" / "schemas").iterdir())) > 3


def test_it_comes_from_a_version_or_a_commit_and_never_from_a_folder(monkeypatch):
    assert re.fullmatch(r"citewell==[\d.]+", where_citewell_comes_from())

    class Installed:
        def __init__(self, stated):
            self._stated = stated

        def read_text(self, _name):
            return self._stated

    for stated, expected in [
        (
            '{"url": "https://example.org/c.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "citewell @ git+https://example.org/c.git@abc",
        ),
        ('{"url": "file:///home/x", "dir_info": {"editable": true}}', f"citewell=={new_site.__version__}"),
        (
            '{"url": "file:///home/x", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            f"citewell=={new_site.__version__}",
        ),
        (None, f"citewell=={new_site.__version__}"),
        ("no json", f"citewell=={new_site.__version__}"),
    ]:
        monkeypatch.setattr(new_site, "distribution", lambda _name, stated=stated: Installed(stated))
        assert where_citewell_comes_from() == expected


def test_its_first_article_is_no_medicine_and_says_what_holds_for_any_site(site):
    make(site, "site")
    page = BeautifulSoup(read(site / "site" / "how-to-check-this-site" / "index.html"), "html.parser")
    assert page.select_one(".answer .citation").text == "(1)"
    assert "Citing medicine: the NLM style guide" in page.select_one(".references").text
    assert not page.select(".warning, .care")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    code = f"import flit_core.buildapi as api; print(api.build_wheel({str(folder)!r}))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_every_file_of_the_templates(wheel):
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    package = ROOT / "citewell" / "start"
    files = {
        f"citewell/start/{path.relative_to(package).as_posix()}"
        for folder in ("site_files", "article_files")
        for path in (package / folder).rglob("*")
        if path.is_file()
    }
    assert len(files) > 20
    assert files <= inside


def test_the_installed_wheel_makes_the_same_site(wheel, tmp_path):
    """As a second site has it: citewell from a wheel, nothing from this folder."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    folder = tmp_path / "plain-answers"
    ran = subprocess.run(
        [sys.executable, "-m", "citewell", "new", "site", str(folder)],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    made = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    here = site_files(SitePlan("plain-answers", "", dt.datetime.now().astimezone().date()))
    assert made == {name: text.encode() if isinstance(text, str) else text for name, text in here.items()}


def test_its_readme_names_commands_that_are_there(site):
    readme, makefile = read(site / "README.md"), read(site / "Makefile")
    assert set(re.findall(r"(?m)(?:`|^ {4})make ([a-z]+)", readme)) <= set(
        re.findall(r"(?m)^([a-z]+):", makefile)
    )
