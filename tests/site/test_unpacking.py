"""What servers pack is unpacked as their headers say, and no more of it than is asked for."""

import gzip
import tracemalloc
import zlib

import brotli
import pytest

from store.site.unpacking import MEMBERS, NotUnpacked, unpacked, zstd

WORDS = b"Wombats, and how many of them. " * 200
LIMIT = 1 << 20
PACKED = {
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS),
    "deflate": zlib.compress(WORDS),
    "br": brotli.compress(WORDS),
    "zstd": zstd.compress(WORDS),
}


@pytest.mark.parametrize("way", PACKED)
def test_each_way_is_undone(way: str) -> None:
    assert unpacked(PACKED[way], way, LIMIT) == WORDS
    assert unpacked(PACKED[way], f" {way.upper()} ", len(WORDS)) == WORDS


def test_a_header_may_name_several_and_the_last_is_the_outermost() -> None:
    assert unpacked(brotli.compress(PACKED["gzip"]), "gzip, br", LIMIT) == WORDS


@pytest.mark.parametrize("way", ["", "identity", "compress", "gzip, compress"])
def test_what_is_in_no_known_way_stays_as_it_is(way: str) -> None:
    assert unpacked(PACKED["gzip"], way, LIMIT) == PACKED["gzip"]


def test_a_deflated_body_may_lack_its_header() -> None:
    assert unpacked(PACKED["deflate"][2:-4], "deflate", LIMIT) == WORDS


@pytest.mark.parametrize(("way", "pack"), [("gzip", gzip.compress), ("zstd", zstd.compress)])
def test_parts_behind_one_another_are_one(way: str, pack: object) -> None:
    assert callable(pack)
    assert unpacked(pack(WORDS) + pack(b"") + pack(WORDS), way, LIMIT) == WORDS * 2
    with pytest.raises(NotUnpacked, match="too many parts"):
        unpacked(pack(b"") * (MEMBERS + 1), way, LIMIT)


@pytest.mark.parametrize("way", PACKED)
def test_of_what_was_cut_off_there_is_what_came(way: str) -> None:
    assert WORDS.startswith(unpacked(PACKED[way][:-9], way, LIMIT))


@pytest.mark.parametrize("way", ["gzip", "deflate", "br", "zstd"])
def test_what_is_packed_otherwise_than_said_is_refused(way: str) -> None:
    with pytest.raises(NotUnpacked, match=f"it is not {way}, as its server said"):
        unpacked(b"<!DOCTYPE html> plain words", way, LIMIT)


@pytest.mark.parametrize("way", PACKED)
def test_more_than_the_limit_is_refused_before_it_is_there(way: str) -> None:
    pack = {"deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}.get(way, gzip.compress)
    bomb = pack(bytes(64 << 20))
    tracemalloc.start()
    with pytest.raises(NotUnpacked, match="too large to be unpacked here: it holds more than 1 MiB"):
        unpacked(bomb, way, LIMIT)
    assert tracemalloc.get_traced_memory()[1] < 4 * LIMIT
    tracemalloc.stop()


def test_a_server_cannot_ask_for_a_window_of_any_size() -> None:
    wide = {zstd.CompressionParameter.window_log: 27}
    with pytest.raises(NotUnpacked):
        unpacked(zstd.compress(bytes(20 << 20), options=wide)[:-1], "zstd", 32 << 20)


def test_a_header_that_names_no_end_of_ways_is_refused() -> None:
    with pytest.raises(NotUnpacked, match="too many times"):
        unpacked(b"", "gzip," * (MEMBERS + 1), LIMIT)
