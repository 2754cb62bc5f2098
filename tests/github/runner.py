"""Runs the commands of a workflow's job in a folder, in order, as GitHub's runner does."""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.github.workflow_files import workflow

_CONDITION = re.compile(r"steps\.(?P<id>\w+)\.outcome == '(?P<outcome>\w+)'")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Ran:
    """A job that was run.

    Attributes:
        steps: what each command did, by the name of its step; those that were left out are not there.
        outputs: what the steps set.
        summary: what they added to the summary.
        failed: the name of the step at which the job stopped; None where it went through.
    """

    steps: dict = field(default_factory=dict)
    outputs: dict = field(default_factory=dict)
    summary: str = ""
    failed: str | None = None


def run_job(job, folder, temporary, *, expressions=(), only=None, **environment):
    """Run a job's commands; its actions are left out.

    Args:
        job: its workflow's name and its own id: "check.pages".
        folder: that is checked out.
        temporary: a folder outside of it.
        expressions: the value of each expression that stands in a step's environment.
        only: the names of the steps to run, where not all of them.
        environment: what else GitHub sets.
    """
    ran, outcomes = Ran(), {}
    files = {key: Path(temporary, key.lower()) for key in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    base = {"PATH": os.environ["PATH"], "HOME": str(temporary), "RUNNER_TEMP": str(temporary), "CI": "true"}
    name, _, identity = job.partition(".")
    for step in workflow(name)["jobs"][identity]["steps"]:
        if "run" not in step or (only and step["name"] not in only) or not _is_wanted(step, outcomes):
            continue
        own = {
            key: _EXPRESSION.sub(lambda found: dict(expressions)[found[1]], value)
            for key, value in step.get("env", {}).items()
        }
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=folder,
            env=base | {key: str(file) for key, file in files.items()} | environment | own,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        ran.steps[step["name"]] = done
        outcomes[step.get("id")] = "failure" if done.returncode else "success"
        if done.returncode and step.get("continue-on-error") != "true":
            ran.failed = step["name"]
            break
    lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
    ran.outputs = dict(line.split("=", 1) for line in lines)
    ran.summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    return ran


def _is_wanted(step, outcomes):
    if "if" not in step:
        return True
    condition = _CONDITION.fullmatch(step["if"])
    assert condition, f"this condition is not known here: {step['if']}"
    return outcomes.get(condition["id"]) == condition["outcome"]
