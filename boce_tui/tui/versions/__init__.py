"""Versions of the report: which there are, one read again, two compared, and what left the app."""
