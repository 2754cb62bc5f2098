"""How long a build takes and how much memory it needs: `make bench`."""
