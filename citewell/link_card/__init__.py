"""The picture that a link to an article shows on other sites."""
