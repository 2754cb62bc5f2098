"""The pages that say who stands behind the site, and the blocks that are made of its data."""
