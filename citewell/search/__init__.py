"""The search of a built site: an index of names and one of all words, made of the pages as they were built.

What a reader types stays in the browser. These files are all that it needs, so any host can serve them.
"""
