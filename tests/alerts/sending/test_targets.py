"""One address for each recipient, and names that tell no secret."""

import pytest
from apprise import Apprise

from alerts.sending.targets import digest, name, single

SECRET = "TAAAAAAAA/BBBBBBBBB/CCCCCCCCCCCCCCCCCCCCCCCC"


@pytest.mark.parametrize(
    ("address", "recipients"),
    [
        ("mailto://127.0.0.1:25?from=a@b.org&to=x@y.org,z@y.org&mode=insecure", ["x@y.org", "z@y.org"]),
        ("mailtos://u:p%40ss@mail.example.org/a@x.org/b@y.org?name=Desk", ["a@x.org", "b@y.org"]),
        ("mailtos://u:p@mail.example.org/a@x.org", ["a@x.org"]),
    ],
)
def test_a_mail_to_several_is_one_for_each(address: str, recipients: list[str]) -> None:
    services = [Apprise.instantiate(one) for one in single([address])]
    assert [[to for _, to in service.targets] for service in services] == [[to] for to in recipients]
    whole = Apprise.instantiate(address)
    for service in services:
        kept = ("smtp_host", "port", "user", "password", "secure_mode")
        assert [getattr(service, key) for key in kept] == [getattr(whole, key) for key in kept]
        assert service.from_addr == whole.from_addr


def test_other_addresses_stay_and_come_once() -> None:
    assert single(["json://h/a", f"slack://{SECRET}/#a/#b", "json://h/a"]) == (
        "json://h/a",
        f"slack://{SECRET}/#a/#b",
    )


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"slack://{SECRET}/#desk", "slack ("),
        ("mailtos://user:password@mail.example.org?to=reader@example.org", "mailtos r…@example.org ("),
        ("json://user:password@hook.example.org/secret/path?token=1", "json hook.example.org ("),
    ],
)
def test_a_name_tells_no_secret(address: str, shown: str) -> None:
    assert name(address) == f"{shown}{digest(address)[:6]})"
