"""Where survivors go from the emergency department."""

import numpy as np

from warmzone.studies.verification.survivors import WAYS, Survivors, disposition
from warmzone.vocabulary.codes import Wound


def test_where_survivors_go_follows_from_their_wounds() -> None:
    """Large vessels to the operating room, severe chests to intensive care, minor wounds home."""
    wounds = (Wound.TORSO, Wound.LIMB, Wound.LIMB, Wound.CHEST, Wound.CHEST, Wound.MINOR)
    moderate = np.array([1, 0, 1, 0, 1, 0])
    went = disposition(Survivors(np.zeros(6), np.array(wounds), moderate))
    assert [(*WAYS, "home")[k] for k in went] == [
        "operating",
        "operating",
        "ward",
        "intensive",
        "ward",
        "home",
    ]
