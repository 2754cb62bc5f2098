"""The schemas of all files, by the name of the file that each describes."""

import json
from collections.abc import Mapping

from citewell import affiliates, crisis, drugs, page_facts, people, publisher, terms, wording
from citewell.facts import Fact
from citewell.feedback import settings
from citewell.schemas.facts_schema import Schema, facts_schema, named_records

DRAFT = "http://json-schema.org/draft-07/schema#"
FRONT_MATTER = "front-matter"
_PRINTED = {
    "title": Fact("the title, as search engines and the browser's tab show it"),
    "description": Fact("what the page tells, in a sentence or two of 70 to 160 characters"),
}


def schemas() -> Mapping[str, Schema]:
    """Every schema by the stem of the file that it describes; `front-matter` describes .meta.yml, too."""
    return {
        FRONT_MATTER: _page(),
        "publisher": facts_schema({**publisher.FACTS, **publisher.VERIFICATION}),
        "people": named_records(facts_schema(people.FACTS)),
        "drugs": _drugs(),
        "crisis": facts_schema(
            crisis.FILE,
            {
                "emergency": facts_schema(crisis.EMERGENCY_FACTS),
                "helplines": facts_schema(crisis.HELPLINE_FACTS),
            },
        ),
        "affiliates": named_records(facts_schema(affiliates.FACTS)),
        "feedback": facts_schema(settings.FACTS),
        "terms": facts_schema(
            terms.KINDS, dict.fromkeys(terms.KINDS, named_records(facts_schema(terms.TERM_FACTS)))
        ),
        "wording": facts_schema(
            wording.LISTS, dict.fromkeys(wording.LISTS, facts_schema(wording.WORDING_FACTS))
        ),
    }


def schema_files() -> Mapping[str, str]:
    """The files that hold them, by name: the same facts give the same bytes."""
    return {
        f"{stem}.schema.json": json.dumps(
            {"$schema": DRAFT, "title": f"{stem} of citewell", **schema}, ensure_ascii=False, indent=2
        )
        + "\n"
        for stem, schema in schemas().items()
    }


def _page() -> Schema:
    inside = {"changes": facts_schema(page_facts.CHANGE)}
    return facts_schema({**_PRINTED, **page_facts.FACTS}, inside, others_allowed=True)


def _drugs() -> Schema:
    codes = {"codes": facts_schema(drugs.CODES)}
    parts = {
        "classes": named_records(facts_schema(drugs.CLASS_FACTS)),
        "drugs": named_records(facts_schema(drugs.DRUG_FACTS, codes)),
    }
    return facts_schema(drugs.FILE, parts)
