"""What the numbers of a work are about, and whether a sentence tells them of the same thing."""
