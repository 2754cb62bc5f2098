"""Tables: how their columns are aligned without a style of their own."""
