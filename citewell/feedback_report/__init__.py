"""The report for editors: which pages help their readers, and why the others do not."""
