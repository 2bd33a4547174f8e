"""Two results that must agree."""

import numpy as np


def assert_agree(found, expected, about=""):
    """Equal words; numbers equal but for the last binary digits, NaN equal to NaN.

    Powers of one number and of an array take different paths through the processor.
    """
    if isinstance(expected, float):
        np.testing.assert_allclose(
            found, expected, rtol=1e-9, atol=1e-12, err_msg=about
        )
    else:
        assert found == expected, about
