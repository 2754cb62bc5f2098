"""The index of a site that was indexed batch by batch says what Pagefind says of all pages at once."""

import gzip
import json
from itertools import pairwise, product
from random import Random

import cbor2
import pytest

from citewell.search.batch_index import LanguageIndex, index_batch
from citewell.search.page_batches import batches
from citewell.search.pagefind_program import run_pagefind
from citewell.search.pagefind_words import Postings
from citewell.search.searched_page import OTHER, WHOLE, PageNames
from citewell.search.whole_index import ENOUGH, _entries, _parts, write_index

WORDS = "sertraline tears crying café cafe naïve naive EmotionalBlunting numb dose weeks doctor Zoë zoe"
STATE = '<div class="review-state"><strong>{}</strong></div>'
PICTURE = '<img src="/picture.webp" alt="A graph of tears">'


def page(number):
    random = Random(f"page {number}")
    text = " ".join(random.choices(WORDS.split(), k=random.randrange(5, 400)))
    state = STATE.format("Not reviewed by a clinician") if number % 3 else ""
    picture = PICTURE if number % 40 == 0 else ""
    return (
        f'<!doctype html><html lang="{"de" if number % 7 == 6 else "en"}"><body><main>'
        f'{state}<h1>Page {number} café</h1>{picture}<h2 id="how">How {random.choice(["numb", "Zoë"])}</h2>'
        f"<p>{text}</p></main></body></html>"
    )


PAGES = {f"section-{number // 20}/page-{number:03}/index.html": page(number) for number in range(200)}
NAMES = {
    path: PageNames(("Zoloft", "Café au lait"), "sertraline" if number % 2 else "", ("Lustral",), kind)
    for number, path in enumerate(PAGES)
    if number > 60
    for kind in [WHOLE if number % 5 else OTHER]
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for path, text in PAGES.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def divided():
    return list(batches(PAGES))


@pytest.fixture(scope="module")
def whole(site, divided, tmp_path_factory):
    """The index, written batch by batch."""
    folder = tmp_path_factory.mktemp("whole") / "pagefind"
    write_index(folder, [index_batch(site, NAMES, batch).languages for batch in divided])
    return folder


@pytest.fixture(scope="module")
def at_once(site, tmp_path_factory):
    """What Pagefind writes of all pages."""
    seen = []

    def kept(pages, index):
        run_pagefind(pages, index)
        run_pagefind(pages, folder)
        seen.append(pages)

    folder = tmp_path_factory.mktemp("at once") / "pagefind"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("citewell.search.batch_index.run_pagefind", kept)
        index_batch(site, NAMES, list(PAGES))
    assert len(seen) == 1
    return folder


def opened(file):
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")


def lists(folder, language):
    name = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))["languages"][language]["hash"]
    return cbor2.loads(opened(folder / f"pagefind.{name}.pf_meta"))


def places(pages, fields, addresses):
    """By page, where a word stands in the text and in each field."""
    found, number = {}, 0
    for behind, in_text, in_fields in pages:
        number += behind
        by_field, field = {}, None
        for place in in_fields:
            field = fields[-1 - place] if place < 0 else field
            by_field.setdefault(field, []).extend([place] if place >= 0 else [])
        found[addresses[number]] = (in_text, by_field)
    return found


def meaning(folder, language):
    """What an index says, by the addresses of pages."""
    _, pages, parts, filters, sorts, fields = lists(folder, language)
    fragments = [json.loads(opened(folder / "fragment" / f"{name}.pf_fragment")) for name, _ in pages]
    addresses = [fragment["url"] for fragment in fragments]
    words = {
        word: (
            places(found, fields, addresses),
            {form: places(there, fields, addresses) for form, there in variants},
        )
        for *_, part in parts
        for word, found, variants in cbor2.loads(opened(folder / "index" / f"{part}.pf_index"))[0]
    }
    values = {
        (kind, value): {addresses[number] for number in numbers}
        for kind, file in filters
        for value, numbers in cbor2.loads(opened(folder / "filter" / f"{file}.pf_filter"))[1]
    }
    counts = {address: count for address, (_, count) in zip(addresses, pages, strict=True)}
    return words, values, counts, dict(zip(addresses, fragments, strict=True)), sorts, fields


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_says_what_pagefind_says_of_all_pages_at_once(language, whole, at_once):
    assert meaning(whole, language) == meaning(at_once, language)


def test_the_pages_try_all_that_is_joined(divided, whole):
    words, values, _, fragments, _, fields = meaning(whole, "en")
    assert len(divided) > 2
    assert fields == ["aliases", "image", "image_alt", "state", "title"]
    assert len(words["cafe"][1]["café"]) > 60
    assert {kind for kind, _ in values} == {"kind", "medicine-s", "review"}
    assert len(fragments) == 172


def test_each_language_says_which_program_searches_it(whole, at_once):
    entry = json.loads((whole / "pagefind-entry.json").read_text("utf-8"))
    of_pagefind = json.loads((at_once / "pagefind-entry.json").read_text("utf-8"))
    assert {name: (said["wasm"], said["page_count"]) for name, said in entry["languages"].items()} == {
        "de": (None, 28),  # whose own program is not known by its bytes: the one for any language searches it
        "en": ("en", 172),
    }
    assert {**entry, "languages": {}} == {**of_pagefind, "languages": {}}


def test_each_file_is_named_in_a_list_and_all_that_are_named_are_there(whole):
    for language in ("en", "de"):
        _, pages, parts, filters, *_ = lists(whole, language)
        for kind, named in (("fragment", pages), ("index", parts), ("filter", filters)):
            names = {name for entry in named for name in entry if isinstance(name, str) and "_" in name}
            there = {file.stem for file in (whole / kind).iterdir() if file.name.startswith(language)}
            assert names == there


ALL_WORDS = ["".join(letters) for letters in product("abcdefghijklm", repeat=3)]


def parts_of(words, length):
    """Parts of an index in which each word has so many bytes."""
    entries = [(word, word.encode() * (length // 3)) for word in words]
    return list(_parts(entries)), dict(entries)


@pytest.mark.parametrize(("count", "length"), [(2_000, 90), (300, 3_000), (1, 60_000), (9, 60_000)])
def test_parts_are_no_larger_than_is_enough_and_lose_nothing(count, length):
    words = sorted(Random("parts").sample(ALL_WORDS, count))
    parts, entries = parts_of(words, length)
    first_words = [entries[next(word for word in words if word.startswith(first))] for first, *_ in parts]
    bodies = [part[part.index(entry) :] for (*_, part), entry in zip(parts, first_words, strict=True)]
    assert b"".join(bodies) == b"".join(entries.values())
    assert len(parts) > 3 or count == 1
    assert all(len(part) <= ENOUGH + length + 10 for *_, part in parts)


def test_each_word_stands_between_the_ends_of_its_part_alone():
    parts, entries = parts_of(ALL_WORDS, 90)
    assert (parts[0][0], parts[-1][1]) == (ALL_WORDS[0], ALL_WORDS[-1])
    assert all(one[1] < other[0] for one, other in pairwise(parts))
    for word, entry in entries.items():
        (part,) = [data for first, last, data in parts if first <= word <= last]
        assert entry in part


def test_an_index_whose_fields_have_other_numbers_is_read_by_the_names_of_its_fields():
    def index(fields, in_fields):
        written = cbor2.dumps([[1], in_fields])[1:]
        postings = Postings(1, 0, 0, written, in_fields=True, variants=[])
        return LanguageIndex("", "en", fields, [1], [b""], {"cry": postings}, {})

    indexes = [index(["title"], [-1, 4]), index(["state", "title"], [-1, 5, -2, 6])]
    ((_, entry),) = _entries(indexes, [0, 1], ["state", "title"])
    assert cbor2.loads(entry) == ["cry", [[0, [1], [-2, 4]], [1, [1], [-1, 5, -2, 6]]], []]
