"""What is not set yet of all that protects and publishes a site on GitHub."""
