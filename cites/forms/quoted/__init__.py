"""Titles in quotation marks, and what stands for one: what is reviewed, a word that a dictionary has."""
