"""How many years of school a text asks of its reader: a trend to watch, never a reason to refuse a page."""
