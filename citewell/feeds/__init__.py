"""What changed, as data: status.json for machines, feed.xml for readers' programmes."""
