import { publishChallenge } from "@/lib/challenges/publish";
import { predictionsManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";

const CHECKER = `
import numpy as np
from touchstone.checker import Season, score, season

@season(public=0.5)
def signs(rng):
    x = rng.normal(size=200)
    ids = np.arange(200)
    return Season(
        files={"test.csv": {"id": ids, "x": x}}, ids=ids, labels=(x > 0).astype(int),
        column="prediction", low=0, high=1,
    )

@score(en="Accuracy", zh="准确率", floor=0.5, mark=0.9, full=1)
def accuracy(labels, predicted):
    return ((predicted > 0.5) == labels).mean()
`;

/** Publishes a small predictions challenge under the slug; its season opens with it. */
export async function publishPredictions(slug: string, perDay = 3): Promise<void> {
  const manifest = predictionsManifest.parse({
    slug,
    version: 1,
    kind: "predictions",
    runtime: "python-numpy",
    title: { en: "Signs", zh: "正负号" },
    summary: { en: "Tell the sign.", zh: "判断正负。" },
    skills: [{ slug: "linear-algebra", weight: 1 }],
    difficulty: 0,
    minutes: 5,
    attempts_per_day: perDay,
    upload: { max_kb: 64 },
    hints: [{ en: "One.", zh: "一。" }],
  });
  const files = {
    "checker.py": CHECKER,
    "statement.en.md": "Tell the sign.",
    "statement.zh.md": "判断正负。",
    slug,
  };
  await publishChallenge({ manifest, files, contentHash: contentHash(files) });
}
