"""Static health-content sites whose every claim a reader can check."""

__version__ = "0.1.0"
