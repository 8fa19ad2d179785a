"""The plans of the shipped sites, each a short description that can be edited by hand."""
