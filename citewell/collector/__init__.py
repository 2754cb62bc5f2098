"""The collector of votes: takes the answers to “Was this helpful?” and keeps how many there were."""
