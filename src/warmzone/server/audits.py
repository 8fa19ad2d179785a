"""Auditing programmes for the browser: files read in a worker, corrections kept in a table."""

import asyncio
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from warmzone.scenario.problems import Invalid
from warmzone.server import sentences
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.pipe import TOO_LONG, AuditInput, AuditOutput
from warmzone.server.wire_audit import (
    AuditFile,
    AuditReference,
    KeptCorrections,
    PublicProgramme,
)
from warmzone.training.audit.compare import WHOSE, estimate, reference, split_of
from warmzone.training.audit.corrections import (
    MOST_MINUTES,
    Correction,
    key,
    read_corrections,
    with_correction,
    write_corrections,
)
from warmzone.training.audit.result import AuditedProgramme
from warmzone.training.audit.shares import LABELS

PATIENCE_S = 900.0
"""A worker that stands still so long is given up; one that works is by its processor time."""
AT_ONCE = 2
LONGEST_NAME = 300
HALF_A_HUNDREDTH = 0.005


class RefusedError(Exception):
    """What was asked for cannot be done; `code` is stable, the text is for people."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


class Audits:
    """Audits programmes and keeps what people corrected, in one table that people can open."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._writing = asyncio.Lock()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def audit(self, file: AuditFile) -> AuditedProgramme:
        """Audit a file, with what has been corrected. Raises RefusedError."""
        corrections = await asyncio.to_thread(self._read)
        given_name = file.name[:LONGEST_NAME]
        name = (given_name if file.is_text else Path(given_name).name) or sentences.UNNAMED_SCHEDULE
        given = msgspec.json.encode(AuditInput(name, file.data, corrections, file.is_text))
        async with self._turns:
            try:
                made = await asyncio.wait_for(run_job("audit", given), PATIENCE_S)
            except TimeoutError as error:
                raise RefusedError("too_busy", sentences.AUDIT_STANDS_STILL) from error
            except JobFailedError as error:
                if str(error) == TOO_LONG:
                    raise RefusedError("too_long", sentences.AUDIT_TOO_LONG) from error
                raise RefusedError("unreadable", sentences.audit_failed(str(error))) from error
        output = msgspec.convert(made, AuditOutput)
        if output.programme is None:
            raise RefusedError("unreadable", " ".join(output.refused))
        return output.programme

    async def kept(self) -> KeptCorrections:
        """Every correction. Raises RefusedError where the table cannot be read."""
        corrections = await asyncio.to_thread(self._read)
        return KeptCorrections(corrections, write_corrections(corrections))

    async def keep(self, correction: Correction) -> KeptCorrections:
        """Keep a correction; one without shares and minutes takes the old one back."""
        _check(correction)
        async with self._writing:
            corrections = await asyncio.to_thread(self._read)
            corrections = with_correction(corrections, correction)
            await asyncio.to_thread(self._write, corrections)
        return KeptCorrections(corrections, write_corrections(corrections))

    def _read(self) -> list[Correction]:
        try:
            text = self._file.read_text(encoding="utf-8")
            return read_corrections(text, self._file.name)
        except FileNotFoundError:
            return []
        except (Invalid, OSError, ValueError) as error:
            raise RefusedError("bad_corrections", sentences.bad_corrections(str(error))) from error

    def _write(self, corrections: list[Correction]) -> None:
        """Write beside, then put in place: a table half written would lose people's work."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(
                "w", encoding="utf-8", dir=self._file.parent, delete=False, newline=""
            ) as beside:
                beside.write(write_corrections(corrections))
                beside.flush()
                os.fsync(beside.fileno())
            Path(beside.name).replace(self._file)
        except OSError as error:
            raise RefusedError("not_kept", sentences.NOT_KEPT) from error


def _check(correction: Correction) -> None:
    """Raise RefusedError where a correction cannot be meant."""
    if not key(correction.lesson):
        raise RefusedError("bad_correction", "lesson: nothing is not allowed; a title")
    if correction.minutes is not None and not 0 <= correction.minutes <= MOST_MINUTES:
        text = f"minutes: {correction.minutes} is not allowed; 0 to {MOST_MINUTES}"
        raise RefusedError("bad_correction", text)
    shares = correction.shares
    if shares is None:
        return
    given = [shares.of(label) for label in LABELS]
    if min(given) < 0 or abs(sum(given) - 1.0) > HALF_A_HUNDREDTH:
        text = f"shares: a sum of {sum(given):g} is not allowed; shares from 0 that add to 1"
        raise RefusedError("bad_correction", text)


def audit_reference() -> AuditReference:
    """What programmes are compared with."""
    programmes = [
        PublicProgramme(
            row.provider,
            row.year,
            row.kind,
            row.detail,
            round(sum(row.minutes.values())),
            split_of(row.minutes),
            row.source,
        )
        for row in reference()
    ]
    return AuditReference(estimate(), WHOSE, programmes, sentences.AUDIT_NOTICE)
