"""A small site with something of everything that a report tells, and names that would like to be markup."""

import datetime as dt
import io
import zipfile

TODAY = dt.date(2026, 11, 25)
ADDRESS = "https://example.org/help/"
MARKUP = "</title><script>alert(1)</script><img src=x onerror=alert(2)>"

BIB = """\
@article{old2010, author={Old, Ann}, title={Old work}, journal={J}, year={2010}, doi={10.1000/a}, pmid={1},
  verified={doi}, design={Case series},
  finding={value: 7 people | outcome: no tears | who: adults | medicine: SSRIs}}
@article{new2022, author={New, Bea and Other, Cy}, title={New work}, journal={J}, year={2022},
  doi={10.1000/b}, verified={doi}, design={Cohort study},
  finding={value: 46% | outcome: blunting | who: adults | medicine: any},
  finding2={value: no change | outcome: mood | who: adults | medicine: any}}
@misc{bare, title={Leaflet}}
@misc{example, title={Only an example}, url={https://example.org/x}, year={2026}}
@book{unread2015, author={Un, Read}, title={Nobody cites this}, publisher={P}, year={2015}}
"""

PEOPLE = """\
ann:
  name: Ann Example
  credential: MPharm
  orcid: 0000-0002-1825-0097
  conflicts: None declared
"""

DRUGS = """\
classes:
  ssri: {name: SSRI, full_name: selective serotonin reuptake inhibitor, antidepressant: no}
drugs:
  sertraline: {name: sertraline, class: ssri, label: new2022, brands: [Zoloft]}
"""

PLAIN = "You can ask your doctor about it. They know what it does. " * 12
HARD = (
    "Pharmacological discontinuation necessitates individualised consideration of "
    "interindividual variability. "
)

ANSWER = f"""\
---
title: Tears
---
# Tears

/// answer
    certainty: low

It can, for some people [@old2010]. {HARD.strip()}
///

## More

/// claim | can-happen
    certainty: low
    findings: [new2022/1]

Some people *cannot* cry [@old2010; @new2022].
///

{PLAIN}
"""


FOR_EDITORS = """\
# How to

Cite so [@example].

/// claim | shown
    certainty: high

An example [@example].
///
"""


def reviewed(due, last="2026-01-10", title="T"):
    """The front matter of a page that somebody has reviewed."""
    facts = f"review_status: reviewed\nreviewed_by: ann\nlast_reviewed: {last}\nnext_review: {due}\n"
    return f"---\ntitle: {title}\n{facts}---\n# T\n\n"


FILES = {
    "references.bib": BIB,
    "docs/_data/publisher.yml": "name: Example Help\n",
    "docs/_data/people.yml": PEOPLE,
    "docs/_data/drugs.yml": DRUGS,
    "docs/index.md": "# Home\n",
    "docs/editors/how.md": FOR_EDITORS,
    "docs/tears/.meta.yml": "article: Can you cry?\ndrug: sertraline\n",
    "docs/tears/index.md": ANSWER,
    "docs/tears/hard.md": f"---\ntitle: Hard\n---\n# Hard\n\n{PLAIN}{HARD}{PLAIN}\n\n{HARD * 6}\n",
    "docs/tears/checking.md": "---\ntitle: C\nreview_status: in-review\n---\n# C\n\nIt is so [@new2022].\n",
    "docs/tears/overdue.md": reviewed("2026-11-25") + "A leaflet says so [@bare].\n",
    "docs/tears/soon.md": reviewed("2026-12-25"),
    "docs/tears/later.md": reviewed("2027-02-23"),
    "docs/tears/fresh.md": reviewed("2027-02-24"),
}

PAGES_CSV = f"""\
Top pages,Clicks,Impressions,CTR,Position
{ADDRESS}tears/,"1,200","30,000",4%,3
{ADDRESS}tears/#can-happen,100,"10,000",1%,7
http://example.org/help/tears/overdue,40,900,4.44%,9.5
{ADDRESS}gone/,3,40,7.5%,22
"""
QUERIES_CSV = f"""\
Top queries,Clicks,Impressions,CTR,Position
cannot cry,900,20000,4.5%,3.1
"{MARKUP}",1,2,50%,1
=cmd|' /C calc'!A0,0,4,0%,9
"""


def write_site(root, **files):
    """Write the site into a folder, with some of its files written otherwise."""
    for name, text in {**FILES, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def export_zip(**files):
    """The bytes of an export of Search Console."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return packed.getvalue()
