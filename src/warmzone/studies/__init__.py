"""Many runs: commanders compared on the same luck."""
