"""Paid links: the box that holds one, where it may stand, and how a page says that it has one."""
