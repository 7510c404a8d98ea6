"""Checkers are single files: what several of them draw has to be the same text in each."""

from pathlib import Path

CHALLENGES = Path(__file__).parents[3] / "content" / "challenges"
BEGIN, END = "# --- Glyphs", "# --- End of glyphs.\n"


def test_every_challenge_draws_the_same_glyphs():
    texts = {path.parent.name: path.read_text() for path in CHALLENGES.glob("*/checker.py")}
    blocks = {
        slug: text[text.index(BEGIN) : text.index(END)]
        for slug, text in texts.items()
        if BEGIN in text
    }
    assert {"cnn-glyphs", "distill-student", "vae-glyphs"} <= set(blocks)
    assert len(set(blocks.values())) == 1
