"""Numbers as a sentence tells them: shares, counts of people, times; and whether two are the same."""
