"""The reports for editors: reviews, works, claims, reading grades, searches; and their dashboard."""
