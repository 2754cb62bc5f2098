"""What a build keeps for the next one, and how it knows that it may be used."""
