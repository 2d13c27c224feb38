"""What is said of a section that was not applied."""

import pytest

from crawler.reading.law.denied import DENIED, LOOKED_AT, before, behind, only_without


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("We no longer rely on ", DENIED),
        ("I have no intention of applying ", DENIED),
        ("We looked also at ", LOOKED_AT),
        ("The names have been removed under ", ""),
        ("A reasonable interval has not elapsed and ", ""),
        ("I decline to go into it (", ""),
        ("We turned our minds to ", LOOKED_AT),
        ("The supplier asked us to rely on ", DENIED),
        ("It concerns information which does not fall within ", ""),
        ("The force was wrong to refuse the whole of your request under ", DENIED),
        ("We ought not to have refused any of it under ", DENIED),
        ("It would be wrong to give names, which are withheld under ", ""),
    ],
)
def test_before(clause: str, said: str) -> None:
    assert before(clause) == said


def test_behind() -> None:
    assert behind(" has not been found to apply.")
    assert behind(" would have been relied on.")
    assert behind(" ought not to have been raised at all.")
    assert not behind(", which was raised with the witness, applies.")
    assert behind(" was urged upon us by the contractor.")
    assert behind(" was suggested by the contractor, which is no reason.")
    assert behind(" was put to one side.")
    assert behind(" applies where another law forbids it, and none does.")
    assert behind(" plays no part here.")
    assert not behind(", given that each would have to be read.")
    assert not behind(": the duty in section 1 does not apply.")
    assert not behind(" is absolute and class based, and a public interest test is not necessary.")
    assert not behind(" is absolute, so the balance of the public interest was not considered.")
    assert behind(" needs a public interest test and is not engaged.")


def test_what_cannot_be_given_without_it() -> None:
    assert only_without("We could not provide names without engaging ")
    assert not only_without("We answer without engaging ")
