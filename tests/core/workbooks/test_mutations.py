"""Files that were changed at random are read or refused, and nothing else."""

import os
import random
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.workbooks.made import packed, refusal

DATA = Path(__file__).parent / "data"
TABLE = 'Datum;Wert;Text\n2026-03-01;3,1;"a\nb"\n01.04.2026;4 %;„x“\n'
SEEDS = [
    *((DATA / f"map.{form}").read_bytes() for form in ("xlsx", "ods", "xls")),
    TABLE.encode(),
    TABLE.encode("utf-16"),
]
ROUNDS = 60
SEED = int(os.environ.get("JOURNEYBOOK_SEED", "2"))


def _flipped(content: bytes, draw: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice([1, 5, 20])):
        changed[draw.randrange(len(changed))] = draw.choice([0, 255, draw.randrange(256)])
    return bytes(changed)


def _cut(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content))]


def _spliced(content: bytes, draw: random.Random) -> bytes:
    first, last = sorted(draw.randrange(len(content)) for _ in range(2))
    at = draw.randrange(len(content))
    return content[:at] + content[first:last] + content[at:]


def _without_bytes(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content))
    return content[:at] + content[at + draw.choice([1, 9, 99]) :]


WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (_flipped, _cut, _spliced, _without_bytes)


def _inside(content: bytes, draw: random.Random) -> bytes:
    """Change or exchange what is packed, so that the change gets past the measures of packed files."""
    with ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    one, other = draw.choice(list(parts)), draw.choice(list(parts))
    if draw.random() < 0.2:
        parts[one], parts[other] = parts[other], parts[one]
    elif parts[one]:
        parts[one] = draw.choice(WAYS)(parts[one], draw)
    return packed(parts)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_a_changed_file_is_read_or_refused_in_a_sentence(seed: int, tmp_path: Path) -> None:
    draw = random.Random(f"{SEED} {seed}")
    content = SEEDS[seed]
    told = set()
    for _ in range(ROUNDS):
        way = _inside if content.startswith(b"PK") and draw.random() < 0.8 else draw.choice(WAYS)
        told.add(refusal(tmp_path, way(content, draw)))
    assert all(message.endswith(".") for message in told if message)
    assert len(told) > 1
