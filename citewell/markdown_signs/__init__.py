"""Signs that tell which patterns of Markdown can be found in a text at all."""
