"""Every command of every workflow is run by a test, but those that would run these tests again."""

from tests.github.test_pull_request import ALL_STEPS
from tests.github.workflow_files import ROOT, steps

RUN_HERE = {
    *(("check", step) for step in (*ALL_STEPS, "Say that nothing can be compared")),
    ("publish", "Check and build"),
    ("references", "Install what asking needs"),
    ("references", "Ask"),
    ("references", "Read which issues are there"),
    ("references", "See which are missing"),
    ("references", "Open them"),
    ("references", "Propose the answers"),
    ("review-due", "Install what reading the pages needs"),
    ("review-due", "Read which issues are there"),
    ("review-due", "See which are missing"),
    ("review-due", "Open them"),
}


WITH_THE_BENCH = {
    ("canary", "Install both engines"),
    ("canary", "Build the pages with the other one, and hold them against the gates"),
}
"""What needs more packages than the tests have: it is typed as `make canary`."""


def test_a_command_that_is_not_run_here_is_the_one_that_runs_this():
    others = {
        step["run"]
        for name, _, step in steps()
        if "run" in step and (name, step["name"]) not in RUN_HERE | WITH_THE_BENCH
    }
    assert others == {"make test"}
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == "make test"


def test_every_command_that_is_run_here_is_in_a_workflow():
    assert {(name, step["name"]) for name, _, step in steps() if "name" in step} >= RUN_HERE
