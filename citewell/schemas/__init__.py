"""JSON Schemas of what editors type, so that an editor of YAML completes: made of the facts that are read."""
