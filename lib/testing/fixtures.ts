import type { UserActor } from "@/lib/auth/actor";
import { publishChallenge } from "@/lib/challenges/publish";
import { codeManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";
import type { CodePackage } from "@/lib/content/load-challenge";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/prisma/enums";

let people = 0;

/** A new person, signed in. */
export async function signedIn(role: Role = "learner"): Promise<UserActor> {
  people += 1;
  const email = `person${people}-${process.pid}@example.org`;
  const user = await db().user.create({ data: { email, name: `Person ${people}`, role } });
  return { kind: "user", userId: user.id, role, scopes: null };
}

const CHECKER = `
import numpy as np
from touchstone.checker import case, close

@case(visible=True, en="Shown", zh="公开")
def shown(candidate, rng):
    close(candidate.double(np.array([1.0, 2.0])), np.array([2.0, 4.0]))

@case(en="Not shown", zh="隐藏")
def not_shown(candidate, rng):
    x = rng.normal(size=4)
    close(candidate.double(x), 2 * x)
`;

export const RIGHT = { "solution.py": "def double(x):\n    return x * 2\n" };
export const WRONG = { "solution.py": "def double(x):\n    return x * 3\n" };

type Change = {
  kind?: "function" | "training" | "service";
  checker?: string;
  skill?: string;
  difficulty?: number;
};

/** A small challenge under the slug. */
export function smallPackage(
  slug: string,
  { kind = "function", checker = CHECKER, skill = "linear-algebra", difficulty = 0 }: Change = {},
): CodePackage {
  const manifest = codeManifest.parse({
    slug,
    version: 1,
    kind,
    runtime: "python-numpy",
    entry: "solution.py",
    files: ["solution.py"],
    title: { en: "Double", zh: "加倍" },
    summary: { en: "Twice as much.", zh: "两倍。" },
    skills: [{ slug: skill, weight: 1 }],
    difficulty,
    minutes: 5,
    limits: { wall_s: 20, cpu_s: 10 },
    imports: ["numpy"],
    hints: [
      { en: "One.", zh: "一。" },
      { en: "Two.", zh: "二。" },
    ],
  });
  const files = {
    "checker.py": checker,
    "statement.en.md": "Double it.",
    "statement.zh.md": "加倍。",
    "starter/solution.py": "def double(x):\n    return x\n",
    slug,
  };
  return { manifest, files, contentHash: contentHash(files) };
}

export const publishSmall = (slug: string, change?: Change): Promise<void> =>
  publishChallenge(smallPackage(slug, change));
