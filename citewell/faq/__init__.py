"""Frequently asked questions: each folded, each with an address of its own."""
