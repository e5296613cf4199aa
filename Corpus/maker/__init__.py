"""The parts of make-documents.py: one module for each family of formats."""
