from dataclasses import dataclass, field

import numpy as np

from touchstone.checker import Season, score, season

TRAIN, TEST = 1500, 500
ROLES = ("agent", "patient", "recipient", "instrument", "location")
# What the subject, the object and the oblique of a verb are, by kind of verb, in the active voice.
# The preposition of the oblique belongs to the frame.
FRAMES = {
    "act": {"subject": "agent", "object": "patient", "oblique": ("with", "instrument")},
    "give": {"subject": "agent", "object": "patient", "oblique": ("to", "recipient")},
    "receive": {"subject": "recipient", "object": "patient", "oblique": ("from", "agent")},
    "happen": {"subject": "patient", "object": None, "oblique": None},
    "please": {"subject": "patient", "object": "agent", "oblique": None},
    "load": {"subject": "agent", "object": "location", "oblique": ("with", "patient")},
}
PASSIVE = ("act", "give", "load", "please")
VERBS_OF_A_FRAME, NOUNS_OF_A_KIND = 6, 14
ONSETS = (*"bdfgklmnprstvz", "bl", "dr", "gl", "kr", "pl", "st", "tr")
VOWELS = (*"aeiou", "ai", "ei", "ou")
ENDS = (*"klmnprst", "sh", "nd")


def words(rng, count, taken):
    """Invented words, so that a season's lexicon is in no dictionary."""
    made = []
    while len(made) < count:
        syllables = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.integers(1, 3))]
        word = "".join(syllables) + rng.choice(ENDS)
        if word not in taken:
            taken.add(word)
            made.append(word)
    return made


@dataclass
class Lexicon:
    verbs: dict
    nouns: dict


def lexicon(rng):
    taken = set()
    return Lexicon(
        {frame: words(rng, VERBS_OF_A_FRAME, taken) for frame in FRAMES},
        {kind: words(rng, NOUNS_OF_A_KIND, taken) for kind in ("person", "thing", "place", "time")},
    )


@dataclass
class Sentence:
    """Tokens as [lemma, part of speech, relation, head, role]; heads count from 1."""

    tokens: list = field(default_factory=list)

    def add(self, lemma, part, relation, head, role="none"):
        self.tokens.append([lemma, part, relation, head, role])
        return len(self.tokens)


class Speaker:
    """Says clauses with a season's words."""

    def __init__(self, rng, lexicon):
        self.rng, self.lexicon = rng, lexicon

    def chance(self, share):
        return self.rng.random() < share

    def noun(self, kind):
        return str(self.rng.choice(self.lexicon.nouns[kind]))

    def phrase(self, sentence, kind, relation, verb, role, preposition=None):
        """A noun with what stands before it; its head is the verb, whose place may be to come."""
        first = len(sentence.tokens)
        if preposition:
            sentence.add(preposition, "ADP", "case", None)
        if kind != "time" and self.chance(0.7):
            sentence.add("the", "DET", "det", None)
        if self.chance(0.2):
            sentence.add("old" if self.chance(0.5) else "new", "ADJ", "amod", None)
        head = sentence.add(self.noun(kind), "NOUN", relation, verb, role)
        for token in sentence.tokens[first : head - 1]:
            token[3] = head
        return head

    def clause(self, sentence, relation, head, subject=None):
        """One verb with its arguments and adjuncts. subject: said already (a relative pronoun)."""
        frame = str(self.rng.choice(list(FRAMES)))
        roles = FRAMES[frame]
        passive = frame in PASSIVE and self.chance(0.5)
        waiting = []
        if subject is None:
            role = roles["object"] if passive else roles["subject"]
            kind = "place" if role == "location" else self.kind_of(role)
            waiting.append(self.phrase(sentence, kind, "nsubj", None, role))
        else:
            role = roles["object"] if passive else roles["subject"]
            waiting.append(sentence.add("who", "PRON", "nsubj", None, role))
        if self.chance(0.25):
            waiting.append(
                sentence.add("often" if self.chance(0.5) else "never", "ADV", "advmod", None)
            )
        if passive:
            waiting.append(sentence.add("be", "AUX", "aux", None))
        elif self.chance(0.25):
            waiting.append(sentence.add("have" if self.chance(0.5) else "will", "AUX", "aux", None))
        verb = sentence.add(str(self.rng.choice(self.lexicon.verbs[frame])), "VERB", relation, head)
        for place in waiting:
            sentence.tokens[place - 1][3] = verb
        self.complements(sentence, verb, roles, passive)
        return verb

    def kind_of(self, role):
        if role in ("agent", "recipient"):
            return "person" if self.chance(0.75) else "thing"
        if role == "location":
            return "place"
        return "thing" if role == "instrument" or self.chance(0.35) else "person"

    def complements(self, sentence, verb, roles, passive):
        said = []
        if roles["object"] and not passive:
            if roles["oblique"] == ("to", "recipient") and self.chance(0.45):
                self.phrase(sentence, "person", "iobj", verb, "recipient")
                said.append("oblique")
            self.phrase(sentence, self.kind_of(roles["object"]), "obj", verb, roles["object"])
        phrases = []
        if roles["oblique"] and "oblique" not in said and self.chance(0.75):
            preposition, role = roles["oblique"]
            phrases.append((self.kind_of(role), role, preposition))
        if passive and self.chance(0.65):
            phrases.append((self.kind_of(roles["subject"]), roles["subject"], "by"))
        if self.chance(0.35):
            phrases.append(("place", "location", str(self.rng.choice(["in", "at", "by"]))))
        if self.chance(0.3):
            phrases.append(("time", "none", str(self.rng.choice(["on", "at", "by"]))))
        if self.chance(0.15):
            phrases.append(("person", "none", "with"))
        for place in self.rng.permutation(len(phrases)):
            kind, role, preposition = phrases[place]
            self.phrase(sentence, kind, "obl", verb, role, preposition)

    def sentence(self):
        said = Sentence()
        root = self.clause(said, "root", 0)
        nouns = [
            i for i, token in enumerate(said.tokens, 1) if token[1] == "NOUN" and token[3] == root
        ]
        if self.chance(0.35):
            self.clause(said, "acl", nouns[-1], subject="who")
        elif self.chance(0.4):
            link = said.add("and", "CCONJ", "cc", None)
            said.tokens[link - 1][3] = self.clause(said, "conj", root)
        said.add(".", "PUNCT", "punct", root)
        return said.tokens


def table(speaker, count, first):
    """Columns of `count` sentences, and every token's role."""
    rows = [
        (number, place, *token)
        for number in range(first, first + count)
        for place, token in enumerate(speaker.sentence(), 1)
    ]
    sentence, token, lemma, pos, relation, head, role = zip(*rows, strict=True)
    ids = [f"{s}.{t}" for s, t in zip(sentence, token, strict=True)]
    columns = {
        "id": ids,
        "sentence": sentence,
        "token": token,
        "lemma": lemma,
        "pos": pos,
        "relation": relation,
        "head": head,
    }
    return columns, role


@season(public=0.3)
def roles(rng):
    speaker = Speaker(rng, lexicon(rng))
    known, answers = table(speaker, TRAIN, 1)
    asked, truth = table(speaker, TEST, TRAIN + 1)
    values = (*ROLES, "none")
    return Season(
        files={"train.csv": {**known, "role": answers}, "test.csv": asked},
        ids=asked["id"],
        labels=np.array([values.index(role) for role in truth]),
        column="role",
        values=values,
        groups=asked["sentence"],
    )


@score(en="Macro-averaged F1", zh="宏平均 F1", floor=0.6, mark=0.95, full=0.98)
def macro_f1(labels, predicted):
    """Mean F1 of the five roles; `none` counts only through them. A role never hit has 0."""
    scores = []
    for role in range(len(ROLES)):
        hits = ((labels == role) & (predicted == role)).sum()
        named = (labels == role).sum() + (predicted == role).sum()
        scores.append(2 * hits / named if named else 0.0)
    return float(np.mean(scores))
