"""The workflows as GitHub reads them."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}


def workflow(name):
    """A workflow; every value is a text, so that `on` is no truth value."""
    return yaml.load(WORKFLOWS[name].read_text(encoding="utf-8"), yaml.BaseLoader)


def steps():
    """Every step: the workflow's name, the job's id and the step."""
    for name in WORKFLOWS:
        for job, content in workflow(name)["jobs"].items():
            for step in content["steps"]:
                yield name, job, step
