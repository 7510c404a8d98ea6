"""What several challenges draw has to be the same text in each: a checker is a single file."""

from pathlib import Path

CHALLENGES = Path(__file__).parents[3] / "content" / "challenges"
BEGIN, END = "# --- Glyphs", "# --- End of glyphs.\n"


def test_every_challenge_draws_the_same_glyphs():
    paths = [*CHALLENGES.glob("*/checker.py"), *CHALLENGES.glob("*/given/*.py")]
    texts = {str(path.relative_to(CHALLENGES)): path.read_text() for path in paths}
    blocks = {
        name: text[text.index(BEGIN) : text.index(END)]
        for name, text in texts.items()
        if BEGIN in text
    }
    assert {"cnn-glyphs/checker.py", "compress-race/given/digits.py"} <= set(blocks)
    assert len(set(blocks.values())) == 1
