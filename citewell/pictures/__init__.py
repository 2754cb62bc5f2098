"""The pictures of a site: how large each is, and the smaller copies of it."""
