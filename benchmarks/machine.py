"""What the figures were measured on; nothing that names the machine itself."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-bibtex", "pybtex", "markdown")


def describe() -> str:
    """Processor, memory, system and versions on one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    hardware = f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB"
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"{hardware}, {_system()}, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"
