"""What GitHub answers about a repository, asked through its own program, gh."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

_SECONDS = 30
_STATUS = re.compile(r"\(HTTP (\d{3})\)")


@dataclass(frozen=True)
class Answer:
    """An answer.

    Args:
        value: the JSON; None where nothing came.
        status: as HTTP has it; 0 where GitHub was not reached.
        said: why nothing came, in a line.
    """

    value: Any = None
    status: int = 200
    said: str = ""

    @property
    def came(self) -> bool:
        """Whether GitHub told what was asked."""
        return self.status == 200  # noqa: PLR2004 - as HTTP has it


class Asks(Protocol):
    """Asks GitHub for what stands at a path below `repos/OWNER/NAME`."""

    def __call__(self, path: str) -> Answer:
        """The answer."""


@dataclass(frozen=True)
class GitHub:
    """A repository on GitHub, as far as the login of gh may see it.

    Args:
        repository: as OWNER/NAME.
        folder: where gh is started.
    """

    repository: str
    folder: Path

    def __call__(self, path: str) -> Answer:
        """What stands at a path below `repos/OWNER/NAME`."""
        address = f"repos/{self.repository}{f'/{path}' if path else ''}"
        command = ["gh", "api", address]
        try:
            done = subprocess.run(  # noqa: S603 - the address is an argument, never a line of a shell
                command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=_SECONDS
            )
        except FileNotFoundError:
            return Answer(status=0, said="gh is not installed (https://cli.github.com)")
        except subprocess.TimeoutExpired:
            return Answer(status=0, said="GitHub did not answer")
        if done.returncode == 0:
            return Answer(json.loads(done.stdout))
        status = _STATUS.search(done.stderr)
        lines = done.stderr.strip().splitlines()
        return Answer(status=int(status[1]) if status else 0, said=lines[0] if lines else "gh said nothing")
