"""How Lighthouse, run as a program of its own, judges pages of the site."""
