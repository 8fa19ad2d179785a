"""Reading a file without trusting it: size, text, syntax and depth, each with its place."""

import json
import re
import stat
import tomllib
from pathlib import Path
from typing import NoReturn

from warmzone.scenario.problems import Invalid, Problem

MOST_SITE_BYTES = 64 * 1024 * 1024
MOST_SCENARIO_BYTES = 1024 * 1024
TOO_DEEP = "values inside values too deep to read"
FEW_LEVELS = "a few levels, as in the files that ship"


def read_bytes(path: Path, most_bytes: int, kind: str) -> bytes:
    """Read a regular file of at most `most_bytes`; raise Invalid where that cannot be done."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            stop(path.name, "", "a directory", f"a {kind} file", "")
        if not stat.S_ISREG(status.st_mode):
            stop(path.name, "", "not a regular file", f"a {kind} file", "")
        if status.st_size > most_bytes:
            megabytes = f"{status.st_size / 2**20:.1f} MB"
            stop(path.name, "", megabytes, f"at most {most_bytes // 2**20} MB", " is too large")
        return path.read_bytes()
    except FileNotFoundError:
        stop(path.name, "", f"there is no file {path}", f"the path of a {kind} file", "")
    except OSError as error:
        reason = error.strerror or "the file cannot be read"
        stop(path.name, "", reason, f"a {kind} file that can be read", "")
    except ValueError:
        stop(path.name, "", "not a path", f"the path of a {kind} file", "")


def stop(file: str, place: str, found: str, allowed: str, verdict: str) -> NoReturn:
    """Raise Invalid with one problem."""
    raise Invalid([Problem(file, place, found, allowed, verdict)])


def decode_text(data: bytes, file: str) -> str:
    """Decode UTF-8; raise Invalid with the line and byte where it is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x}"
        stop(file, f"line {line}", found, "UTF-8 text", " is not UTF-8")


def parse_toml(data: bytes, file: str) -> dict[str, object]:
    """Parse TOML into plain values; raise Invalid with line and column on bad syntax."""
    text = decode_text(data, file)
    if not text.strip():
        stop(file, "", "an empty file", "a scenario in the format warmzone-scenario/1", "")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found, place = split_toml_message(str(error), text)
        stop(file, place, found, "TOML, as in the scenarios that ship", "")
    except RecursionError:
        stop(file, "", TOO_DEEP, FEW_LEVELS, "")
    except ValueError:
        stop(file, "", "a number or date that cannot be read", "numbers of at most 15 digits", "")


def split_toml_message(message: str, text: str) -> tuple[str, str]:
    """Take the parser's sentence apart into what was found and where."""
    match = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    if match:
        return f"bad syntax ({match[1].strip().lower()})", f"line {match[2]}, column {match[3]}"
    last_line = text.count("\n") + 1
    found = message.removesuffix(" (at end of document)")
    return f"bad syntax ({found.strip().lower()})", f"line {last_line}, at the end of the file"


def parse_json(data: bytes, file: str) -> object:
    """Parse JSON into plain values; raise Invalid with line and column on bad syntax.

    NaN and Infinity, which JSON does not know, come out as floats for the rules to refuse in place.
    """
    text = decode_text(data, file)
    if not text.strip():
        stop(file, "", "an empty file", "a site in the format warmzone-site/1", "")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        stop(file, place, f"bad syntax ({error.msg.lower()})", "JSON (GeoJSON)", "")
    except RecursionError:
        stop(file, "", TOO_DEEP, FEW_LEVELS, "")
    except ValueError:
        stop(file, "", "a number that cannot be read", "numbers of at most 15 digits", "")
