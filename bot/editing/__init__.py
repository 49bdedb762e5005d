"""For who edits the content and who signs it: a preview, the questionnaire as a document, and what a change changes."""
