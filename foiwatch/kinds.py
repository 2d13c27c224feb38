"""The kinds of values that foiwatch.toml may hold, each with the words that say what is expected."""

from typing import Annotated, Any, Literal

from msgspec import Meta

Text = Annotated[str, Meta(min_length=1, description="some text in quotes")]
Texts = Annotated[list[Text], Meta(min_length=1, description='a list of one or more texts: ["...", "..."]')]
Flag = Annotated[bool, Meta(description="true or false")]
Seconds = Annotated[float, Meta(ge=0, le=86400, description="a number of seconds, 0 or more")]
Events = Annotated[
    list[Literal["new", "changed", "withdrawn", "restored", "dossier", "news"]],
    Meta(min_length=1, description='a list of "new", "changed", "withdrawn", "restored", "dossier" or "news"'),
]
Outcomes = Annotated[
    list[Literal["disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending", "unknown"]],
    Meta(
        min_length=1,
        description='a list of "disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending" or "unknown"',
    ),
]
Exemptions = Annotated[
    list[Annotated[str, Meta(pattern=r"^(s|reg )\d{1,2}[A-Z]?(\(\w+\))*\Z")]],
    Meta(min_length=1, description='a list of sections: ["s31", "s40(2)", "reg 12(4)(b)"]'),
]
CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
Searches = Annotated[
    Text | Texts | Annotated[dict[Text, Text], Meta(min_length=1)],
    Meta(description='a search, a list of several, or a table of several with names: { taser = "taser OR CED" }'),
]
Addresses = Annotated[
    list[Annotated[str, Meta(pattern=r"^[A-Za-z][\w+.-]*://\S")]],
    Meta(min_length=1, description='a list of one or more Apprise addresses: ["mailto://...", "slack://..."]'),
]
# A line break in it would end the header of the request that carries it.
Contact = Annotated[
    str, Meta(pattern=r"^[^\x00-\x1f\x7f]*\Z", description="an address that you answer to, on one line")
]

LOGIN = r"^[A-Za-z0-9._-]{1,64}:[ -~]{8,200}\Z"
Login = Annotated[
    str, Meta(pattern=LOGIN, description='"name:password", the password of 8 characters or more, all of them ASCII')
]
Variable = Annotated[
    str, Meta(pattern=r"^[A-Za-z_]\w*\Z", description="the name of an environment variable: FOIWATCH_LOGIN")
]


def number(least: int, most: int, of: str) -> Any:
    """A whole number within bounds, both allowed; `of` says what is counted."""
    return Annotated[int, Meta(ge=least, le=most, description=f"a whole number of {of}, {least:,} to {most:,}")]
