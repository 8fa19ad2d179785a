"""Other people's formats, bytes in and bytes out."""
