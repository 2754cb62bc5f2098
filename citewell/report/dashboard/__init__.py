"""The dashboard: the reports on one page that asks nothing of anybody and that is not published."""
