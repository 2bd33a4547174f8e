"""The registry as an object: it can be copied; nothing leads it round in circles."""

import copy
import pickle

import pytest

from tests.small_world import registry


def _pickled(thing):
    return pickle.loads(pickle.dumps(thing))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, _pickled])
def test_it_can_be_copied(copied):
    """A worker process gets its copy by pickle."""
    small = registry()
    assert copied(small).regions.equals(small.regions)


def test_what_it_does_not_hold_it_says_so():
    with pytest.raises(AttributeError, match="rivers"):
        registry().rivers  # noqa: B018


def test_regions_that_lie_above_each_other_end_the_way_up():
    small = registry()
    circular = small.regions.assign(parent=["330213", "330200", "", ""])
    small.tables["regions"] = circular
    assert small.lineage("330213") == ["330213", "330200"]
