import { publishChallenge } from "@/lib/challenges/publish";
import { modelManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";

const CHECKER = `
from touchstone.checker import case, measure

@case(en="Accuracy", zh="准确率")
def accuracy(candidate, rng):
    return measure(1.0, floor=0, mark=0.9, full=1)

@case(en="Size", zh="大小")
def size(candidate, rng):
    return measure(candidate.info()["bytes"] / 1024, floor=96, mark=48, full=1)
`;

/** Publishes a small challenge that takes models, with more files as given. */
export async function publishModel(
  slug: string,
  more: Record<string, string>,
  perDay = 3,
): Promise<void> {
  const manifest = modelManifest.parse({
    slug,
    version: 1,
    kind: "model",
    runtime: "python-numpy",
    title: { en: "Race", zh: "竞速" },
    summary: { en: "Be small.", zh: "越小越好。" },
    skills: [{ slug: "linear-algebra", weight: 1 }],
    difficulty: 0,
    minutes: 5,
    attempts_per_day: perDay,
    upload: { max_kb: 64 },
    trade_off: { quality: "accuracy", cost: ["size"] },
    hints: [{ en: "One.", zh: "一。" }],
  });
  const files = {
    ...more,
    "checker.py": CHECKER,
    "statement.en.md": "Be small.",
    "statement.zh.md": "越小越好。",
    slug,
  };
  await publishChallenge({ manifest, files, contentHash: contentHash(files) });
}
