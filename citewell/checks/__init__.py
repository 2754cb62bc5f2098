"""The rules that a page's source is held against, one file each."""
