"""An article that was written elsewhere, as Markdown: its text, its citation numbers, its printed list."""
