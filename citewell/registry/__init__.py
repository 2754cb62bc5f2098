"""Every rule, by family: what each is held against."""
