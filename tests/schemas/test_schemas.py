"""The schemas say of each file what its reader says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from citewell.cli import main
from citewell.facts import _KINDS
from citewell.schemas.facts_schema import _KINDS as SCHEMAS_OF_KINDS
from citewell.schemas.files import FRONT_MATTER, schema_files, schemas

DATA = Path(__file__).parents[2] / "docs" / "_data"
WITH_SCHEMA = sorted(set(schemas()) - {FRONT_MATTER})


def test_the_committed_schemas_are_those_of_today_s_code():
    committed = {path.name: path.read_text("utf-8") for path in (DATA / "schemas").glob("*.json")}
    assert committed == schema_files(), "run .venv/bin/citewell schemas"


def test_every_data_file_has_a_schema_and_names_it():
    assert sorted(path.stem for path in DATA.glob("*.yml")) == WITH_SCHEMA
    for stem in WITH_SCHEMA:
        first = (DATA / f"{stem}.yml").read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schemas/{stem}.schema.json"


def test_every_kind_of_value_has_a_schema():
    assert SCHEMAS_OF_KINDS.keys() == _KINDS.keys()


def names(value, schema):
    """Every name in a value that its schema does not know."""
    properties = schema.get("properties", {})
    for name, inner in value.items() if isinstance(value, dict) else ():
        found = properties.get(name, schema.get("additionalProperties"))
        if not isinstance(found, dict):
            yield name
            continue
        for entry in inner if isinstance(inner, list) else [inner]:
            yield from names(entry, found.get("items", found))


@pytest.mark.parametrize("stem", WITH_SCHEMA)
def test_the_project_s_own_files_hold_to_their_schemas(stem):
    value = yaml.safe_load((DATA / f"{stem}.yml").read_text("utf-8")) or {}
    assert list(names(value, schemas()[stem])) == []


def test_a_mistyped_name_is_marked():
    assert list(names({"a": {"nmae": "A"}}, schemas()["affiliates"])) == ["nmae"]
    assert list(names({"emergency": [{"regoin": "X"}]}, schemas()["crisis"])) == ["regoin"]


def test_the_command_writes_them(tmp_path, capsys):
    assert main(["schemas", str(tmp_path / "new")]) == 0
    assert "schemas written to" in capsys.readouterr().out
    assert {
        path.name: json.loads(path.read_text("utf-8"))["$schema"] for path in (tmp_path / "new").iterdir()
    }


@pytest.mark.parametrize("stem", WITH_SCHEMA)
def test_an_editor_of_yaml_finds_nothing_to_mark(stem, tmp_path):
    """Read as editors do: by YAML 1.2, with a validator that is not ours."""
    main(["schemas", str(tmp_path)])
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", tmp_path / f"{stem}.schema.json"]
    ran = subprocess.run([*command, DATA / f"{stem}.yml"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
