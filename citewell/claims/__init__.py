"""Claims: key statements, how sure the editors are of each, and who was studied."""
