"""What databases said of the references, and when: references.lock.json."""
