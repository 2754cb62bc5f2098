"""The bibliography: BibTeX files in, frozen references out."""
