"""The ONNX files of challenges: what an exporter notes of the machine must not be in them."""

from pathlib import Path

CHALLENGES = Path(__file__).parents[3] / "content" / "challenges"


def test_known_models_tell_nothing_of_the_machine_that_made_them():
    files = {path: path.read_bytes() for path in CHALLENGES.glob("**/*.onnx")}
    assert files
    telling = [path for path, data in files.items() if b"-packages" in data or b".py" in data]
    assert telling == []
