"""Gathers the words of an RTF stream into lines and tables, as its control words end paragraphs, cells and rows."""

from dataclasses import dataclass, field, replace

from crawler.reading.formats.office.document_tables import WIDEST, GridCell, by_edges, laid_out


@dataclass(frozen=True)
class Edge:
    """Where a cell of a row ends, in twips, and whether it goes on from the cell over it or to its left."""

    right: int
    above: bool = False
    left: bool = False


@dataclass
class Page:
    """One stream of words: the body, a header, a footnote."""

    lines: list[str] = field(default_factory=list)
    grids: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    _edges: list[Edge] = field(default_factory=list)  # of the row that is being read
    _edge: Edge = Edge(0)
    in_table: bool = False
    _words: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _rows: list[tuple[list[str], list[Edge]]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """More words of the paragraph."""
        self._words.append(words)

    def control(self, word: str) -> None:
        """A control word that says something of paragraphs, rows and cells; any other is left alone."""
        if word in ("par", "sect", "page"):
            self._end_paragraph()
        elif word == "cell":
            self._end_cell()
        elif word == "row":
            self._end_row()
        elif word == "trowd":
            self._edges = []
        elif word in ("pard", "intbl"):
            self.in_table = word == "intbl"
        elif word == "clvmrg":
            self._edge = replace(self._edge, above=True)
        elif word == "clmrg":
            self._edge = replace(self._edge, left=True)

    def end_edge(self, right: int) -> None:
        """The definition of a cell ends with where the cell does, in twips."""
        if len(self._edges) < WIDEST:
            self._edges.append(replace(self._edge, right=right))
        self._edge = Edge(0)

    def _end_paragraph(self) -> None:
        if self.in_table or self._cells:
            self.add(" ")  # within a cell, words go on
            return
        words = self._taken()
        if words.strip():
            self._end_table()
        self.lines += words.split("\n")

    def _end_cell(self) -> None:
        self._cells.append(" ".join(self._taken().split()))

    def _end_row(self) -> None:
        if self._words:
            self._end_cell()
        cells, self._cells = self._cells, []
        if cells:
            self.lines.append("\t".join(cells))
            self._rows.append((cells, list(self._edges)))

    def end(self) -> "Page":
        """The stream ends."""
        if self._cells:
            self._end_row()
        self.in_table = False
        self._end_paragraph()
        self._end_table()
        return self

    def _taken(self) -> str:
        words = "".join(self._words)
        self._words.clear()
        # Beyond the first 65,536 characters, \u writes two halves.
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _end_table(self) -> None:
        if self._rows:
            widths = by_edges([[edge.right for edge in edges] for _, edges in self._rows])
            self.grids.append(laid_out([_row(*row, spans) for row, spans in zip(self._rows, widths, strict=True)]))
            self._rows = []


def _row(cells: list[str], edges: list[Edge], spans: list[int]) -> list[GridCell]:
    if len(edges) != len(cells):
        return [GridCell(words) for words in cells]
    row: list[GridCell] = []
    for words, edge, columns in zip(cells, edges, spans, strict=True):
        row.append(GridCell(row[-1].text if edge.left and row else words, columns, edge.above))
    return row
