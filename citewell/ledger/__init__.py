"""The claim ledger and the reference index: what the site says, and every work that it rests on."""
