"""What tools that are not ours read in documents, and what they agree on."""
