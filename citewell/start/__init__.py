"""Starts an article or a whole site, and brings an article in that was written elsewhere."""
