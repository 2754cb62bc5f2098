"""References as a list prints them, in the style of NLM (Vancouver) or the AMA, read back into fields."""
