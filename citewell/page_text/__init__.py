"""What a page says to its readers, read once for all rules about wording."""
