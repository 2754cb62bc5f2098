"""The imports run one way, and a file's name says which host it knows."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "citewell"
MODULES = sorted(PACKAGE.rglob("*.py"))
HOSTS = {
    "markdown": {"extension.py"},
    "pymdownx": {"extension.py"},
    "mkdocs": {
        "mkdocs_asked_files.py",
        "mkdocs_bibliography.py",
        "mkdocs_build.py",
        "mkdocs_cache.py",
        "mkdocs_extensions.py",
        "mkdocs_folder_facts.py",
        "mkdocs_known.py",
        "mkdocs_options.py",
        "mkdocs_beside.py",
        "mkdocs_output.py",
        "mkdocs_page_link.py",
        "mkdocs_preview.py",
        "mkdocs_rendering.py",
        "mkdocs_seal.py",
        "mkdocs_sources.py",
        "mkdocs_stop.py",
        "mkdocs_theme.py",
        "mkdocs_trail.py",
        "mkdocs_values.py",
        "plugin.py",
    },
    "mkdocs_bibtex": {"mkdocs_bibliography.py", "mkdocs_options.py"},
    "material": set(),
    "jinja2": {"mkdocs_output.py", "mkdocs_values.py", "plugin.py", "templates.py"},
    "mammoth": {"word_file.py"},
    "PIL": {"card_picture.py", "picture_file.py"},
    "argparse": {"cli.py"},
    "defusedxml": {"body.py"},
    "hishel": {"http_client.py"},
    "httpx": {"http_client.py", "paced_transport.py"},
    "httpx_retries": {"http_client.py"},
    "requests": {"download.py"},
    "urllib3": {"download.py"},
    "cbor2": {"pagefind_data.py", "pagefind_words.py"},
    "pagefind": {"pagefind_program.py"},
    "selectolax": {"lexbor_page.py", "lexbor_tree.py"},
    "tqdm": {"verify.py"},
    "starlette": {"app.py", "server.py"},
    "uvicorn": {"server.py"},
    "zstandard": {"store.py"},
}
"""Which files may import a host, by their names."""

LAYERS = [
    {
        "citewell",
        "citewell.about.pages",
        "citewell.built_places",
        "citewell.cache",
        "citewell.components",
        "citewell.days",
        "citewell.engine_log",
        "citewell.garbage_collection",
        "citewell.git",
        "citewell.pace",
        "citewell.places",
        "citewell.problem",
        "citewell.web_addresses",
        "citewell.sitemap",
        "citewell.paths_within",
        "citewell.work_ahead",
    },
    {
        "citewell.output",
        "citewell.page_address",
        "citewell.pictures",
        "citewell.plain_words",
        "citewell.reading_grade",
        "citewell.sentence_ends",
        "citewell.spreadsheet_text",
        "citewell.text_file",
        "citewell.whole_file",
        "citewell.yaml_mapping",
        "citewell.bibliography",
        "citewell.citations.grammar",
        "citewell.citations.numbering",
    },
    {"citewell.facts", "citewell.exports", "citewell.nlm"},
    {"citewell.reference_lock"},
    {"citewell.databases"},
    {
        "citewell.affiliates",
        "citewell.crisis",
        "citewell.drugs",
        "citewell.downloads",
        "citewell.feedback",
        "citewell.front_matter",
        "citewell.metadata",
        "citewell.people",
        "citewell.phrases",
        "citewell.published_addresses",
        "citewell.publisher",
        "citewell.quantities",
        "citewell.safety_strip",
        "citewell.site_data",
        "citewell.terms",
        "citewell.wording",
    },
    {"citewell.collector"},
    {"citewell.feedback_report"},
    {"citewell.page_facts", "citewell.source"},
    {
        "citewell.citations.bibliography_at_hand",
        "citewell.citations.error",
        "citewell.citations.in_text",
        "citewell.citations.page_at_hand",
        "citewell.citations.page_tree",
        "citewell.citations.reference_list",
    },
    {
        "citewell.blocks",
        "citewell.claims",
        "citewell.boxes",
        "citewell.faq",
        "citewell.markdown_signs",
        "citewell.tables",
    },
    {"citewell.article", "citewell.typed_pictures"},
    {"citewell.sentences"},
    {"citewell.page_text"},
    {"citewell.scope"},
    {"citewell.about", "citewell.referral"},
    {
        "citewell.made_front_matter",
        "citewell.reading_order",
        "citewell.one_page",
        "citewell.question_sheet",
        "citewell.site",
    },
    {"citewell.hubs", "citewell.ledger.parts", "citewell.page_title"},
    {"citewell.made_pages"},
    {"citewell.site_addresses"},
    {"citewell.moved_pages"},
    {"citewell.rule", "citewell.silencing"},
    {"citewell.checks"},
    {"citewell.registry"},
    {"citewell.citations.extension", "citewell.citations"},
    {"citewell.feeds", "citewell.ledger", "citewell.structured_data"},
    {"citewell.reference_log"},
    {"citewell.a_to_z", "citewell.evidence_pages", "citewell.published_page", "citewell.rendered_page"},
    {
        "citewell.publishing",
        "citewell.mkdocs_bibliography",
        "citewell.mkdocs_cache",
        "citewell.mkdocs_options",
        "citewell.mkdocs_extensions",
        "citewell.mkdocs_page_link",
        "citewell.mkdocs_stop",
        "citewell.mkdocs_theme",
        "citewell.mkdocs_trail",
    },
    {
        "citewell.article_sections",
        "citewell.evidence_listing",
        "citewell.files_beside",
        "citewell.hub_safety",
        "citewell.preview_collector",
        "citewell.printed_page",
    },
    {"citewell.published_articles", "citewell.moved_page", "citewell.search_engines", "citewell.link_card"},
    {"citewell.hub_lists", "citewell.related"},
    {"citewell.wayfinding"},
    {"citewell.mkdocs_beside"},
    {
        "citewell.brought",
        "citewell.checking",
        "citewell.forgotten_addresses",
        "citewell.shared_work",
        "citewell.unlogged_change",
    },
    {"citewell.search"},
    {"citewell.seal", "citewell.comparison.data_changes"},
    {
        "citewell.mkdocs_asked_files",
        "citewell.mkdocs_folder_facts",
        "citewell.mkdocs_known",
        "citewell.mkdocs_seal",
        "citewell.mkdocs_sources",
    },
    {"citewell.mkdocs_build", "citewell.mkdocs_values"},
    {"citewell.mkdocs_output", "citewell.mkdocs_preview", "citewell.mkdocs_rendering"},
    {"citewell.schemas", "citewell.checks.cli", "citewell.plugin"},
    {"citewell.start.printed"},
    {"citewell.start.old_article"},
    {"citewell.start"},
    {"citewell.references"},
    {"citewell.comparison", "citewell.doctor", "citewell.report", "citewell.review_due"},
    {"citewell.cli", "citewell.__main__"},
]
"""From the bottom up: a module imports from its own layer and from those above it in this list."""


def module_name(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(module):
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        for number, layer_names in enumerate(LAYERS):
            if prefix in layer_names and (prefix != "citewell" or length == len(parts)):
                return number
    return None


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_host_is_imported_only_where_the_file_s_name_says_so(path):
    for name in imports(path):
        allowed = HOSTS.get(name.split(".")[0])
        assert allowed is None or path.name in allowed, f"{module_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_run_one_way(path):
    own = layer(module_name(path))
    assert own is not None, f"give {module_name(path)} a layer"
    if path.name == "__init__.py":
        return  # a room's front door may open what stands in it
    for name in imports(path):
        if name.startswith("citewell.") and (other := layer(name)) is not None:
            assert other <= own, f"{module_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_has_a_name_that_says_what_is_in_it(path):
    assert not {"utils", "helpers", "common", "misc", "base", "core"} & {
        part.removesuffix(".py") for part in path.parts[len(PACKAGE.parts) :]
    }


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_is_no_longer_than_a_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
