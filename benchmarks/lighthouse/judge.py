"""Runs Lighthouse on pages of the site."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.browser import flags
from benchmarks.lighthouse.install import FOLDER, Lighthouse
from benchmarks.lighthouse.report import CATEGORIES, Report, read_report
from benchmarks.published_site import PublishedSite

_RUNS = 3


def judge(site: PublishedSite, lighthouse: Lighthouse, browser: Path) -> dict[str, list[Report]]:
    """The reports of each page's runs; as files they are in .cache/lighthouse/reports.

    Args:
        site: built and served; its first page, its article and that one's longest section are judged.
        lighthouse: the program.
        browser: the Chromium it drives.
    """
    folder = FOLDER / "reports"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pages = site.pages_to_judge()
    reports: dict[str, list[Report]] = {page: [] for page in pages}
    for number in range(1, _RUNS + 1):
        for page in pages:
            name = f"{page.strip('/').replace('/', '-') or 'home'}-{number}.json"
            report = _run(lighthouse, browser, site.address + page, folder / name)
            reports[page].append(report)
            print(f"run {number}: {page or 'home'} {dict(report.scores)}", file=sys.stderr)
    return reports


def _run(lighthouse: Lighthouse, browser: Path, address: str, report: Path) -> Report:
    program = [
        str(lighthouse.node),
        str(lighthouse.script),
        address,
        "--quiet",
        "--no-enable-error-reporting",
    ]
    program += [f"--only-categories={','.join(CATEGORIES)}", "--output=json", f"--output-path={report}"]
    program += [f"--chrome-flags={' '.join(['--headless=new', *flags()])}"]
    done = subprocess.run(program, env=os.environ | {"CHROME_PATH": str(browser)}, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse gave no report on {address}: above it says why.")
    return read_report(json.loads(report.read_text(encoding="utf-8")))
