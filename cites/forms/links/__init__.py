"""Links, posts, and what is left where no form reads a note."""
