"""Who runs this foiwatch, as the alerts know them: a subscription of no topic, to what they must hear of."""

import os
from typing import Any

from alerts.operator.trouble import OPERATOR
from alerts.subscribing.subscriptions import Subscription
from foiwatch.keys import Fault

NOBODY = Subscription(OPERATOR)


def operator(top: dict[str, Any]) -> Subscription:
    """From the checked values at the top of the configuration; without addresses nobody is told.

    Raises Fault for both keys. A variable that is not set is `missing`: only who sends must refuse.
    """
    if "operator" in top and "operator_env" in top:
        raise Fault(("operator_env",), "both operator and operator_env are there", "one of them")
    if "operator_env" not in top:
        return Subscription(OPERATOR, to=tuple(top.get("operator", ())))
    addresses = tuple(os.environ.get(top["operator_env"], "").split())
    if addresses and all("://" in address for address in addresses):
        return Subscription(OPERATOR, to=addresses)
    wrong = "holds no Apprise address" if top["operator_env"] in os.environ else "is not set"
    return Subscription(OPERATOR, missing=f"the environment variable {top['operator_env']} {wrong}")
