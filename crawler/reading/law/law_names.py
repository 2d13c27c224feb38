"""How replies call the laws they cite; one pattern, whose groups tell which law is meant."""

_FOIA = r"freedom of information(?: act)?(?:,? 2000)?|\bfoi(?:a|(?= ?act))?\b(?: act)?(?: 2000)?|rhyddid gwybodaeth"
_FOISA = (
    r"freedom of information \(scotland\)(?: act)?(?: 2002)?|\bfoi\(?s\)?a\b"
    r"|\b(?:scottish|scotland['’]s)(?: own)? (?:(?:freedom of )?information |foi )?(?:acts?|laws?|legislation)\b"
)
_EIR = r"environmental information(?: \(scotland\))? regulations(?: 2004)?|\beirs?\b"
_ACTS = (
    r"data protection|police (?:reform|and criminal evidence)|criminal justice|public order|terrorism|equality"
    r"|sexual offences|serious crime|computer misuse|human rights|road traffic|immigration|misuse of drugs|theft"
    r"|official secrets|mental health|firearms|regulation of investigatory powers|investigatory powers|bail"
    r"|rehabilitation of offenders|protection from harassment|children|police|fraud|bribery|coroners"
)
_OTHER = (
    rf"(?i:\b(?:{_ACTS}) acts?\b|\b(?:uk )?gdpr\b|diogelu data)|\b(?:DPA|PACE|RIPA|CJPOA|CPIA|POA|MHA|IPA)\b"
    r"|(?i:offences against the person|\bpolice \([\w ,&]{1,40}\) (?:act|regulations|order))"
    r"|(?i:\b(?:conduct|misconduct|performance|vetting|police|complaints?) regulations)"
    r"|\b(?!(?:The|Under|In|This|That|Of|By|Section|Our|With|And|For|If|As|An?|Part)\b)[A-Z][\w’']*"
    r"(?:,? (?!Freedom|Information)(?:[A-Z(][\w’')]*|and|of|the|etc\.?)){0,7}(?<!the)(?<!this)"
    r" (?:Act|Regulations|Rules|Order)\b"
    r"|\bthat act\b|\bthe same act\b"
)
_BY_YEAR = r"(?:the )?(?P<year>(?:19|20)\d\d) act\b"
NAME = (
    rf"(?P<foisa>(?i:{_FOISA}))|(?P<eir>(?i:{_EIR}))|(?P<foia>(?i:{_FOIA}))|(?i:{_BY_YEAR})"
    rf"|(?P<own>(?i:\b(?:the |this |said )act\b|\bo['’]r ddeddf\b))|(?P<other>{_OTHER})"
)
