"""What could not be made: told again to whoever asks, tried again only when a person asks for that.

Pages ask again and again while something is being made. Were a failure forgotten, every such
question would start the same work again, for ever.
"""

from typing import Generic, TypeVar

Key = TypeVar("Key")


class Faults(Generic[Key]):
    """Why something could not be made, by what it was to be made of."""

    def __init__(self) -> None:
        self._said: dict[Key, str] = {}

    def of(self, key: Key, *, again: bool) -> str | None:
        """What was said when it failed, None where it did not; forgotten where `again`."""
        if again:
            self.forget(key)
        return self._said.get(key)

    def note(self, key: Key, text: str) -> None:
        """Keep why it failed."""
        self._said[key] = text

    def forget(self, key: Key) -> None:
        """It may be tried once more."""
        self._said.pop(key, None)
