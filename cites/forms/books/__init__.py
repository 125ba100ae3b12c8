"""Titles without quotation marks, and where each ends."""
