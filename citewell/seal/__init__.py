"""The seal: a built site is read as a browser would, held against the gates, and then locked by a policy.

It knows no engine. What it reads is a folder of files, and a file says what is in it.
"""
