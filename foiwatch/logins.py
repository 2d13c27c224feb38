"""The name and password that the site asks of its visitors, from the configuration or from the environment."""

import os
import re
from dataclasses import dataclass
from typing import Any

from foiwatch.keys import Fault
from foiwatch.kinds import LOGIN


@dataclass(frozen=True)
class Login:
    """`words` is "name:password", or "" where none is asked for; `missing` says why there are none to ask for."""

    words: str = ""
    missing: str = ""


def login(top: dict[str, Any]) -> Login:
    """From the checked values at the top of the configuration. Raises Fault for both keys.

    A variable that is not set is `missing`: only who serves must refuse, and must, rather than be open to all.
    """
    if "login" in top and "login_env" in top:
        raise Fault(("login_env",), "both login and login_env are there", "one of them")
    if "login_env" not in top:
        return Login(top.get("login", ""))
    words = os.environ.get(top["login_env"], "")
    if re.match(LOGIN, words):
        return Login(words)
    wrong = "holds no name:password of 8 characters or more" if words else "is not set"
    return Login(missing=f"the environment variable {top['login_env']} {wrong}")
