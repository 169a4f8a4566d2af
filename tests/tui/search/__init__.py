"""Screens of working out."""
