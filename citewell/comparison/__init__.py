"""What a change does: to the text of the built pages, to links, to money and to the numbers to call."""
