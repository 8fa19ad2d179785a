"""One digest of a state: equal bytes, equal digest, on every machine."""

import hashlib

import numpy as np


def digest(buffer: np.ndarray) -> str:
    """Hexadecimal digest (128 bits) of the state's buffer. buffer: uint8[bytes]."""
    return hashlib.blake2b(buffer.tobytes(), digest_size=16).hexdigest()
