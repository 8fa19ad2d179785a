"""What travels for the programme audit. The audited programme itself is `AuditedProgramme`."""

from msgspec import Struct

from warmzone.training.audit.corrections import Correction
from warmzone.training.audit.result import Split


class AuditFile(Struct):
    """A course schedule to audit: a file by its name, its bytes as base64.

    `is_text`: it was pasted, and its name is none of a file. `plan` is the id of a training plan
    kept here, the agency's own study to compare with.
    """

    name: str
    data: bytes
    is_text: bool = False
    plan: str = ""


class KeptCorrections(Struct):
    """Every correction kept here, and the same as the table that the command line reads."""

    corrections: list[Correction]
    csv: str


class PublicProgramme(Struct):
    """One public programme to compare with: how its published minutes divide, and its source."""

    provider: str
    year: str
    kind: str
    detail: str
    minutes: int
    split: Split
    source: str


class AuditReference(Struct):
    """What a programme is compared with: the estimate and whose it is, and public programmes."""

    estimate: Split
    whose: str
    programmes: list[PublicProgramme]
    notice: str
