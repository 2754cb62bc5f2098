"""Who pays, whom to call and where answers go: every value that changed."""

import pytest

from citewell.comparison.data_changes import DataChange, data_changes

MONEY, CRISIS = "docs/_data/affiliates.yml", "docs/_data/crisis.yml"


@pytest.mark.parametrize(
    ("path", "before", "now", "expected"),
    [
        (MONEY, "p:\n  status: on\n", "p:\n  status: on # still\n", []),
        (MONEY, "p:\n  status: on\n", "p:\n  status: off\n", [(("p", "status"), "on", "off")]),
        (MONEY, "p:\n  partner_id:\n", "p:\n  partner_id: x7\n", [(("p", "partner_id"), "", "x7")]),
        (MONEY, "", "p:\n  host: a.example\n", [(("p", "host"), None, "a.example")]),
        (MONEY, "p:\n  host: a.example\n", "", [(("p", "host"), "a.example", None)]),
        (MONEY, "p:\n  limits: [a, b]\n", "p:\n  limits: [a]\n", [(("p", "limits", "2"), "b", None)]),
        (
            CRISIS,
            "helplines:\n  - name: L\n    call: '988'\n  - name: M\n    call: '1'\n",
            "helplines:\n  - name: M\n    call: '1'\n  - name: L\n    call: '989'\n",
            [(("helplines", "L", "call"), "988", "989")],
        ),
        (
            CRISIS,
            "emergency:\n  - {region: US, numbers: ['911']}\n  - {region: US, numbers: ['1']}\n",
            "emergency:\n  - {region: US, numbers: ['911']}\n  - {region: US, numbers: ['2']}\n",
            [(("emergency", "US (2)", "numbers", "1"), "1", "2")],
        ),
        (
            MONEY,
            f"p:\n  sells: {'x' * 900}1\n",
            f"p:\n  sells: {'x' * 900}2\n",
            [(("p", "sells"), "x" * 900 + "1", "x" * 900 + "2")],
        ),
        (MONEY, "p: {}\n", "p:\n", []),
        (MONEY, "p: [\n", "p:\n  host: a.example\n", [(("p", "host"), None, "a.example")]),
    ],
)
def test_every_value_that_changed_is_told(path, before, now, expected):
    assert data_changes({path: before}, {path: now}) == [DataChange(path, *change) for change in expected]


def test_a_file_that_repeats_itself_without_end_is_read():
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    assert len(data_changes({}, {MONEY: bomb})) < 5000
