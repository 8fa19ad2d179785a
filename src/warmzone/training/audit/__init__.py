"""The programme audit: a course schedule in, minutes by what they teach out."""
