"""What a page says, once more for machines: a JSON-LD graph in the words of schema.org."""

from citewell.structured_data.graph import Published, graph

__all__ = ["Published", "graph"]
