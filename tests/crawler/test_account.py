"""A run is whole only when everything that was taken up is settled and nothing failed."""

from crawler.account import Account


def taken(*addresses: str) -> Account:
    account = Account()
    for address in addresses:
        account.take_up(address)
    return account


def test_whole_when_all_is_settled() -> None:
    account = taken("a", "b")
    account.settle("a", "new")
    account.settle("b", "skipped")
    assert account.whole
    assert account.why == ""


def test_what_is_left_makes_it_less_than_whole() -> None:
    account = taken("a", "b")
    account.settle("a", "new")
    assert not account.whole
    assert account.why == "stopped with 1 left"


def test_a_failure_makes_it_less_than_whole() -> None:
    account = taken("a")
    account.settle("a", "failed")
    assert not account.whole
    assert account.why == "1 of 1 failed"


def test_the_first_problem_names_the_run() -> None:
    account = taken()
    account.end("bot wall")
    account.end("stopped")
    assert account.why == "bot wall"


def test_an_entry_is_taken_up_once() -> None:
    account = Account()
    assert account.take_up("a")
    assert not account.take_up("a")


def test_listed_and_not_due_counts_as_unchanged() -> None:
    account = taken("a")
    account.listed |= {"a", "b", "c"}
    account.settle("a", "new")
    assert account.unchanged == 2
