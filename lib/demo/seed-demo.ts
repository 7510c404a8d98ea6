import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { fileTexts } from "@/lib/challenges/current-version";
import { codeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { publicUrl, settings } from "@/lib/platform/env";
import { submit } from "@/lib/submissions/submit";
import { DEMO_PEOPLE } from "./people";
import { seedTalent } from "./seed-talent";

const LOOPBACK = ["127.0.0.1", "::1", "[::1]", "localhost"];

/** Bound to this machine alone, and not handed on by a proxy under a public address. */
const isPrivate = () =>
  [settings().HOST, new URL(publicUrl()).hostname].every((host) => LOOPBACK.includes(host));

/**
 * Adds marked people and their submissions, which the workers then really grade. Returns lines
 * for the terminal; passwords are new at every start and shown only there. Refused unless the
 * installation is this machine's own.
 */
export async function seedDemo(): Promise<string[]> {
  if (!isPrivate()) {
    return ["  Demo data: refused, since this installation can be reached from other machines"];
  }
  const password = randomBytes(9).toString("base64url");
  const passwordHash = await hashPassword(password);
  for (const person of DEMO_PEOPLE) {
    const { email, name, leaderboardName, locale } = person;
    const shown = { name, leaderboardName, locale, passwordHash, emailVerifiedAt: new Date() };
    const user = await db().user.upsert({
      where: { email },
      create: { email, demo: true, ...shown },
      update: { passwordHash },
      include: { _count: { select: { submissions: true } } },
    });
    if (user._count.submissions > 0) continue;
    const actor: Actor = { kind: "user", userId: user.id, role: user.role, scopes: null };
    await submitKnown(actor, person.attempts);
  }
  await seedTalent();
  const addresses = DEMO_PEOPLE.map((person) => person.email).join(", ");
  return [`  Demo accounts: ${addresses}`, `  Their password: ${password}`];
}

/** Submits known solutions of the published challenges: wrong ones first, then accepted ones. */
async function submitKnown(actor: Actor, attempts: (typeof DEMO_PEOPLE)[number]["attempts"]) {
  for (const [slug, folders] of Object.entries(attempts)) {
    const version = await db().challengeVersion.findFirst({ where: { currentOf: { slug } } });
    if (!version) continue;
    const { entry } = codeManifest.parse(version.manifest);
    const files = Object.entries(fileTexts.parse(version.files));
    for (const folder of folders) {
      const known = files.find(([path]) => path.startsWith(`submissions/${folder}/`));
      if (known) await submit(actor, { challenge: slug, files: { [entry]: known[1] } });
    }
  }
}
