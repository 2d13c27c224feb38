"""Where the numbers of a nested list stand: the `ii)` below `1.` and `b)` is 1bii."""

from string import ascii_lowercase

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class Series:
    """A list read from its top: each number is placed by those before it, since the words alone do not nest."""

    def __init__(self) -> None:
        self.whole = self.outer = self.letter = self.roman = ""
        self.below = 0
        self.written = False  # the whole number, and not only numbers below it

    def place(self, number: str) -> tuple[str, str]:
        """The full number of the next item and that of the item it belongs to; "" at the top."""
        if not number.isalpha():
            self.outer = number.rstrip(ascii_lowercase)
            self.letter, self.roman = number[len(self.outer) :], ""
            if not self.letter:
                self.whole, self.below, self.written = number, 0, True
            return number, self.whole if self.letter and self.whole == self.outer else ""
        if self._is_roman(number):
            self.roman = number
            return self.outer + self.letter + number, self.outer + self.letter
        self.letter, self.roman = number, ""
        return self.outer + number, self.outer

    def goes_below(self, number: str, *, alone: bool) -> bool:
        """Whether a number of two parts is the next below the last whole one: 1.1 after 1, 1.2 after 1.1.

        `alone`: a list may hold no whole numbers: 1.1 at the top, 2.1 after 1.2.
        """
        begins = alone and not self.written and number == f"{int(self.whole or 0) + 1}.1"
        return begins or number == f"{self.whole}.{self.below + 1}"

    def place_below(self, number: str) -> tuple[str, str]:
        """The same as `place`, of a number that goes below."""
        self.outer, self.letter, self.roman = number, "", ""
        whole, _, below = number.partition(".")
        parent = self.whole if self.whole == whole and self.written else ""
        self.whole, self.below, self.written = whole, int(below), bool(parent)
        return number, parent

    def _is_roman(self, number: str) -> bool:
        """Whether it goes on a series of Roman numbers or begins one: the i after h is a letter."""
        if number not in ROMAN:
            return False
        at = ROMAN.index(number)
        return self.letter != "h" if at == 0 else self.roman == ROMAN[at - 1]
