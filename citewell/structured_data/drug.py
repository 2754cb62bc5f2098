"""The medicine that a page is about, so that a machine knows which one. It offers and rates nothing (D6)."""

from urllib.parse import quote

from citewell.drugs import Drug
from citewell.structured_data.node import Node, identity, node

CODING_SYSTEMS = {"rxcui": "RxNorm", "atc": "ATC", "unii": "UNII"}
"""The codes of drugs.yml that are medical coding systems; the others number chemical substances."""


def drug_identity(drug: Drug, site_address: str) -> str:
    """The @id of the medicine, the same on every page about it."""
    name = quote(drug.name.replace(" ", "-"), safe="") if site_address else ""
    return identity(site_address, f"drug-{name}" if name else "drug")


def drug_node(drug: Drug, site_address: str) -> Node:
    """The medicine with its names, its class and its codes."""
    drug_class = drug.drug_class
    short = drug_class.name if drug_class.name != drug_class.full_name else ""
    return node(
        "Drug",
        drug_identity(drug, site_address),
        name=drug.name,
        nonProprietaryName=drug.name,
        alternateName=list(drug.brands),
        drugClass=node("DrugClass", name=drug_class.full_name, alternateName=short),
        code=[
            node("MedicalCode", codeValue=drug.codes[code], codingSystem=system)
            for code, system in CODING_SYSTEMS.items()
            if drug.codes.get(code)
        ],
    )
