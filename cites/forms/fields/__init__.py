"""The fields that most forms share: who stands before a title and wrote it, and which stretch behind it is what."""
