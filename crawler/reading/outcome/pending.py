"""Words that put an answer off: where a page holds no more of a reply, it is one that decides nothing yet."""

from collections.abc import Iterable

from crawler.reading.sentences.signals import signals

_PENDING = signals(
    r"\bwill (?:answer|respond|reply|write|be in touch|be answered) (?:to you |again )?(?:within|by"
    r"|in due course|as soon as)"
    r"|\bwill (?:\w+ ){0,2}(?:write|reply|respond|answer|contact you|get back|be contacted|be sent)\b[^.]{0,60}"
    r"\b(?:working days|statutory|in due course|as soon as|shortly|by \d|deadline)"
    r"|\b(?:need to know|please (?:tell|say|explain|specify|confirm)|let us know|ask you)\b[^.]{0,60}\b(?:what|which"
    r"|whether|if)\b"
    r"|\brequest will be (?:closed|treated as withdrawn|deemed)|\b(?:nothing is heard|do not hear) "
    r"|\b(?:aim|hope|expect|endeavour|intend|seek) to (?:answer|respond|reply)\b|\bcan expect (?:a|our"
    r"|an) (?:reply|response|answer)\b"
    r"|\b(?:could|can|would) you (?:please )?(?:clarify|specify|tell us|let us know)\b|\b(?:once|until"
    r"|when) (?:we hear|you (?:do so|have (?:done|clarified)))\b"
    r"|\brequest will (?:now )?be (?:dealt with|processed|considered|answered|handled)\b|\b(?:reply|response"
    r"|answer) (?:will be )?sent to you\b"
    r"|\bis being (?:considered|dealt with|processed|progressed)\b|\bawaiting (?:a |further |your )?(?:response"
    r"|reply|clarification)"
    r"|\backnowledge(?:s|ment)? (?:receipt|your|of)\b|\b(?:has been|was) (?:logged|received"
    r"|passed to)\b.{0,60}\b(?:will|should)\b"
    r"|\b(?:should|will|can expect to) (?:hear from|receive (?:a|our) (?:reply|response|answer))\b"
    r"|\bfull reply will follow\b"
    r"|\b(?:please|need|require|seek\w*|ask\w*|await\w*)\b[^.]{0,60}\bclarif\w+"
    r"|\bclarif\w+[^.]{0,60}\b(?:required|needed|sought)\b"
    r"|\b(?:request|it) (?:is|has been|will be) (?:put |placed )?on hold\b|\bwe (?:would"
    r"|must) ask you to (?:say|tell|clarify|specify)\b"
    r"|\bclock (?:has |is |will be )?stop\w*|\b(?:too broad|unclear|not clear)\b[^.]{0,60}\b(?:identify|process"
    r"|what)\b"
)


def puts_off(lines: Iterable[str]) -> bool:
    """Whether a line puts the answer off: a receipt, a request for clarification."""
    return any(map(_PENDING.search, lines))
