"""References in NLM style, the form PubMed prints: a `Reference` in, typed text out.

The rules are those of Citing Medicine: the NLM style guide for authors, editors, and publishers, 2nd ed.
(https://www.ncbi.nlm.nih.gov/books/NBK7256/), cited by chapter where each is kept.
"""
