"""The observations of a data folder, with or without the illustrative ones."""

from pathlib import Path

import pandas as pd

from fenghua_analysis.contract import read_table
from fenghua_analysis.table import ILLUSTRATIVE, OBSERVATIONS


def load_observations(data_dir: str | Path, *, illustrative: bool) -> pd.DataFrame:
    """Read the observations of a data folder.

    Parameters
    ----------
    illustrative : whether invented figures stand in where nothing is published

    Returns
    -------
    The table of observations; a published figure always beats an illustrative one.

    Raises
    ------
    DataError : a file is missing or breaks its contract.
    """
    folder = Path(data_dir)
    observations = read_table(OBSERVATIONS, folder)
    if not illustrative:
        return observations
    both = [observations, read_table(ILLUSTRATIVE, folder)]
    return pd.concat(both).drop_duplicates(list(OBSERVATIONS.key), ignore_index=True)
