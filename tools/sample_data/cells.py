"""What a cell of the sample workbooks can hold beside plain values, and the sheet that holds them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Product:
    """A formula that multiplies two columns of its own row, as people compute Riskvärde."""

    first: str = "Sannolikhet"
    second: str = "Konsekvens"
    cached: bool = True


@dataclass(frozen=True)
class BrokenFormula:
    """A formula that has lost its reference; Excel has stored #REF! as its value."""

    formula: str = "#REF!*2"


@dataclass(frozen=True)
class Verbatim:
    """Text that begins like a formula but is text, as if typed after an apostrophe."""

    text: str


@dataclass(frozen=True)
class Mistake:
    """A value (or a lack of one) that is wrong on purpose, with what is wrong and the rule it breaks."""

    value: Any
    what: str
    rule: str


@dataclass
class Sheet:
    """One sheet: title and notes above, a blank row, the heading row and the data rows.

    With no title and no notes the headings stand in the first row.
    """

    name: str
    headings: list
    rows: list = field(default_factory=list)
    title: str = ""
    notes: list = field(default_factory=list)
    mistake: Mistake | None = None  # a mistake of the sheet itself, such as its name

    def __post_init__(self):
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.headings):
                raise ValueError(
                    f"Bladet {self.name}, rad {number}: {len(row)} värden men {len(self.headings)} rubriker"
                )
