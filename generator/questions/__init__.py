"""What a learner answers: one folder per type of question, found by `registry`."""
