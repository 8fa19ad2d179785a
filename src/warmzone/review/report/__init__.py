"""The review as a document: pages for print, Word and the browser."""
