"""How readers are told what was checked of the references: a line under each list, and a page for all."""
