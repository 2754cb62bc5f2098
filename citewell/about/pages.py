"""The pages that say who stands behind the site: where each is written, and what the footer calls it."""

from collections.abc import Mapping
from types import MappingProxyType

MONEY = "about/money.md"
PRIVACY = "about/privacy.md"
CONTACT = "about/contact.md"

ABOUT_PAGES: Mapping[str, str] = MappingProxyType(
    {
        "about/how-we-write.md": "How we write and review",
        MONEY: "How this site is paid",
        PRIVACY: "Privacy",
        "about/consumer-health-data.md": "Consumer health data",
        "about/corrections.md": "Corrections",
        "about/accessibility.md": "Accessibility",
        CONTACT: "Contact",
    }
)
"""Their paths below docs/, in the order of the footer (health-publishing rule G10; RCW 19.373.020)."""
