"""Whatever is done to a file: it opens, or it is refused by name."""

import copy
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxcore.document import DocumentError, read, write
from tests.document.files import FROZEN, as_bytes, small_file

RICH = (FROZEN / "version-1.json").read_bytes()
SMALL = as_bytes(small_file())
TREES = [json.loads(RICH), json.loads(SMALL)]

patient = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from([-0.0, 1e308, 5e-324, 0.1 + 0.2]),
    st.text(st.characters(), max_size=6),
    st.sampled_from(["security", "ana", "add", "set_rating", "U", "2026-11-22", "1e3"]),
    st.builds(list),
    st.builds(dict),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.lists(st.text(max_size=3), max_size=2),
)


def read_or_refused(data):
    try:
        return read(data)
    except DocumentError as error:
        return error


def opens_or_is_refused(data):
    """What opens is written back, opens again, and is the same."""
    loaded = read_or_refused(data)
    if isinstance(loaded, DocumentError):
        assert str(loaded).endswith(".")
        return
    written = write(loaded.envelope).data
    again = read(written)
    assert again.repairs == ()
    assert again.envelope == loaded.envelope
    assert write(again.envelope).data == written
    assert all(one.name and one.place and one.sentence for one in loaded.repairs)


def nodes(data, path=()):
    """The way to every value of a tree."""
    yield path
    children = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in children:
        yield from nodes(value, (*path, key))


PATHS = [[path for path in nodes(tree) if path] for tree in TREES]


def holder_of(tree, path):
    for key in path[:-1]:
        tree = tree[key]
    return tree


def delete(tree, path, draw):
    del holder_of(tree, path)[path[-1]]


def replace(tree, path, draw):
    holder_of(tree, path)[path[-1]] = draw(odd_values)


def nest(tree, path, draw):
    holder = holder_of(tree, path)
    inside = holder[path[-1]]
    holder[path[-1]] = draw(st.sampled_from([[inside], {"id": inside}, {"a": inside}]))


def double(tree, path, draw):
    holder = holder_of(tree, path)
    if isinstance(holder, list):
        holder.insert(path[-1], copy.deepcopy(holder[path[-1]]))
    else:
        key = draw(st.text(max_size=5) | st.sampled_from(["x", "removed", "id"]))
        holder[key] = copy.deepcopy(holder[path[-1]])


def swap(tree, path, draw):
    holder = holder_of(tree, path)
    other = draw(st.sampled_from(PATHS[0]))
    try:
        holder[path[-1]] = copy.deepcopy(holder_of(TREES[0], other)[other[-1]])
    except (KeyError, IndexError, TypeError):
        return


CHANGES = [delete, replace, nest, double, swap]


@patient
@given(st.data())
def test_a_tree_with_changed_nodes_opens_or_is_refused(data):
    which = data.draw(st.integers(0, 1))
    tree = copy.deepcopy(TREES[which])
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(PATHS[which]))
        change = data.draw(st.sampled_from(CHANGES))
        try:
            change(tree, path, data.draw)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away

    opens_or_is_refused(json.dumps(tree).encode())


@patient
@given(st.data())
def test_bytes_that_were_changed_open_or_are_refused(data):
    file = bytearray(data.draw(st.sampled_from([RICH, SMALL])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file) - 1))
        file[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.binary(max_size=3)
            | st.sampled_from([b'"', b"{", b"]", b"9", b"e", b"-", b"\\u0000", b","])
        )

    opens_or_is_refused(bytes(file))


@patient
@given(st.binary(max_size=60))
def test_any_bytes_open_or_are_refused(data):
    opens_or_is_refused(data)


@patient
@given(
    st.recursive(
        odd_values, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_opens_or_is_refused(tree):
    opens_or_is_refused(json.dumps(tree).encode())
    opens_or_is_refused(as_bytes(small_file(workshop=tree or {"id": "x"})))
    opens_or_is_refused(as_bytes(small_file(history=tree)))
