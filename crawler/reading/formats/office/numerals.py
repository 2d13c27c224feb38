"""Numbers as the lists of word processors write them: 4, d, iv, 04, 4th."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LONG = 40  # letters or thousands: beyond, a figure says more


def numeral(number: int, form: str) -> str:
    """`number` in a form named as in ECMA-376 17.18.59 ST_NumberFormat; in figures where the form is another."""
    if form in ("lowerLetter", "upperLetter"):
        text = letters(number)
    elif form in ("lowerRoman", "upperRoman"):
        text = roman(number)
    elif form == "decimalZero":
        text = f"{number:02}"
    elif form == "ordinal":
        text = f"{number}{_ending(number)}"
    else:
        text = str(number)
    return text.upper() if form.startswith("upper") else text


def letters(number: int) -> str:
    """Word's letters: after z come aa, bb, cc."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if 0 <= times < LONG else str(number)


def roman(number: int) -> str:
    """Small Roman numerals."""
    if not 0 < number < LONG * 1000:
        return str(number)
    written = ""
    for worth, sign in ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
