"""Lists of phrases looked for all at once: for each word of a text, only what may begin with it is tried."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from alerts.topics.phrases import GAP, PREFIX, Hit, Phrase, Piece, Words


@dataclass(frozen=True)
class Lexicon:
    """Named lists of phrases, looked up by the first word of each."""

    lists: Mapping[str, tuple[Phrase, ...]]
    _exact: dict[str, list[tuple[str, Phrase]]] = field(default_factory=dict, repr=False)
    _prefix: dict[str, list[tuple[str, str, Phrase]]] = field(default_factory=dict, repr=False)
    _seen: dict[str, dict[str, "_Begun"]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for name, phrases in self.lists.items():
            for one in phrases:
                for first in self._firsts(one[0]):
                    self._index(name, first, one)

    def _firsts(self, piece: Piece) -> Iterable[Piece]:
        if piece.kind != "list":
            return (piece,)
        return {first for one in self.lists[piece.text] for first in self._firsts(one[0])}

    def _index(self, name: str, first: Piece, one: Phrase) -> None:
        if first.kind == "prefix":
            self._prefix.setdefault(first.text[:PREFIX], []).append((first.text, name, one))
        else:
            self._exact.setdefault(first.text.lower(), []).append((name, one))
        if first.kind == "caps":
            self._exact.setdefault(first.text.lower() + "s", []).append((name, one))

    def candidates(self, word: str) -> "dict[str, _Begun]":
        """The lists of which a phrase may begin with this word, and what is left of each phrase to find."""
        known = self._seen.get(word)
        if known is None:
            known = {}
            for name, one in self._exact.get(word, ()):
                known.setdefault(name, _Begun()).add(one)
            for start, name, one in self._prefix.get(word[:PREFIX], ()):
                if word.startswith(start):
                    known.setdefault(name, _Begun()).add(one)
            # A document of random letters must not fill the memory.
            if len(self._seen) < 200_000:
                self._seen[word] = known
        return known

    def hits(self, text: Words) -> dict[str, list[Hit]]:
        """Every place where a phrase of a list stands, by list, in the order of the words."""
        found: dict[str, list[Hit]] = {}
        search = _Search(self, text, {})
        for at, word in enumerate(text.low):
            for name, begun in self.candidates(word).items() if word else ():
                ends = search.ends(name, begun, at)
                if ends:
                    found.setdefault(name, []).append((at, max(ends)))
        return found


@dataclass
class _Begun:
    """Phrases of one list whose first word is found: `whole` when that was all, `tails` what must follow."""

    whole: bool = False
    tails: list[Phrase] = field(default_factory=list)
    unsure: list[Phrase] = field(default_factory=list)

    def add(self, one: Phrase) -> None:
        if one[0].kind not in ("word", "prefix"):
            self.unsure.append(one)
        elif len(one) == 1:
            self.whole = True
        else:
            self.tails.append(one[1:])


_NOTHING = _Begun()


@dataclass(frozen=True)
class _Search:
    """One pass over one text, which remembers where each list was found: many phrases ask for the same."""

    lexicon: Lexicon
    text: Words
    known: dict[tuple[str, int], set[int]]

    def ends(self, name: str, begun: _Begun, at: int) -> set[int]:
        """Where phrases of a list end that begin at this word."""
        key = (name, at)
        ends = self.known.get(key)
        if ends is None:
            ends = {at + 1} if begun.whole else set()
            after = self.text.low[at + 1] if at + 1 < len(self.text.low) else ""
            for tail in begun.tails:
                # Most phrases end here: the second word is another one.
                piece = tail[0]
                if piece.kind == "word" and piece.text != after:
                    continue
                if piece.kind == "prefix" and not after.startswith(piece.text):
                    continue
                whole = len(tail) == 1 and piece.kind in ("word", "prefix")
                ends |= {at + 2} if whole else self._follow(tail, at + 1)
            for one in begun.unsure:
                ends |= self._follow(one, at)
            self.known[key] = ends
        return ends

    def _follow(self, pieces: Phrase, at: int) -> set[int]:
        ends = {at}
        for number, piece in enumerate(pieces):
            if piece.kind == "gap":
                return {end for start in ends for end in self._after_gap(pieces[number + 1 :], start)}
            ends = {after for end in ends for after in self._step(piece, end)}
            if not ends:
                break
        return ends

    def _after_gap(self, pieces: Phrase, at: int) -> set[int]:
        """The nearest place from where the rest follows, in the same sentence."""
        sentence = self.text.sentence
        for start in range(at, min(at + GAP + 1, len(sentence))):
            ends = self._follow(pieces, start) if sentence[start] == sentence[at - 1] else set()
            if ends:
                return ends
        return set()

    def _step(self, piece: Piece, at: int) -> Iterable[int]:
        if at >= len(self.text.low):
            return ()
        low = self.text.low[at]
        if piece.kind == "word":
            return (at + 1,) if low == piece.text else ()
        if piece.kind == "prefix":
            return (at + 1,) if low.startswith(piece.text) else ()
        if piece.kind == "list":
            return self.ends(piece.text, self.lexicon.candidates(low).get(piece.text, _NOTHING), at) if low else ()
        raw = self.text.raw[at]
        return (at + 1,) if low and raw in (piece.text, piece.text + "s") else ()
