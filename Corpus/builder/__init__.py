"""Builds the accuracy corpus: made-up Dutch documents with truth marked to the byte."""
