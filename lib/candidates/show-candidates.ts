import type { Localized } from "@/lib/content/schemas";
import { type Db, db } from "@/lib/platform/db";
import type { Availability, WorkPlace } from "@/lib/platform/prisma/enums";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { shownBand } from "@/lib/skills/shown-estimate";
import { visibleTo } from "./findable-by";
import { pseudonym } from "./pseudonym";
import { institutionsOf, redactResume } from "./redact";
import {
  type ResumeParts,
  resumeParts,
  type SpokenLanguages,
  spokenLanguages,
} from "./resume-parts";
import { shownEvidence } from "./shown-evidence";

/** Who looks: an organisation, beside one of its openings or by itself. */
export type Viewer = { organisationId: string; openingId: string | null };

export type ShownSkillOfCandidate = {
  slug: string;
  title: Localized;
  /** Measured, on 0 to 100; null where nothing is measured or it is not shown. */
  band: { level: number; low: number; high: number } | null;
  /** His own word. */
  claimedLevel: number | null;
  /** Strongest first; empty where it is not shown. */
  evidence: { challenge: string; title: Localized; score: number; at: Date }[];
};

/** How long ago he was last here, coarse on purpose. */
export type LastActive = "week" | "month" | "quarter" | "longer";

/** What an organisation sees of a candidate, and nothing more of him leaves the server. */
export type ShownCandidate = {
  userId: string;
  /** Without name and contact, with redacted texts and years alone. */
  masked: boolean;
  /** His name, or what he is called while masked. */
  name: string;
  /** Null while masked. */
  email: string | null;
  links: { label: string; url: string }[];
  texts: Partial<Record<"en" | "zh", ResumeParts>>;
  languages: SpokenLanguages;
  /** Empty while masked; the country stays. */
  place: string;
  country: string;
  workPlaces: WorkPlace[];
  relocates: boolean;
  availability: Availability;
  skills: ShownSkillOfCandidate[];
  lastActive: LastActive;
};

const DAY = 24 * 60 * 60 * 1000;

function lastActive(at: Date | null, now: Date): LastActive {
  const days = at ? (now.getTime() - at.getTime()) / DAY : Number.POSITIVE_INFINITY;
  if (days < 7) return "week";
  if (days < 30) return "month";
  return days < 90 ? "quarter" : "longer";
}

/**
 * Candidates as a viewer may see them, by id. Those whom he may not see are not in it. The one way
 * by which anything of a candidate reaches an organisation.
 */
export async function showCandidates(
  { organisationId, openingId }: Viewer,
  userIds: readonly string[],
  tx: Db = db(),
): Promise<Map<string, ShownCandidate>> {
  const [rows, blind, skills] = await Promise.all([
    tx.candidate.findMany({
      where: { userId: { in: [...userIds] }, ...visibleTo(organisationId, openingId) },
      include: {
        ...{ texts: true, skills: true },
        user: { select: { name: true, email: true, lastSeenAt: true, skillEstimates: true } },
        candidacies: {
          where: { openingId: openingId ?? "00000000-0000-0000-0000-000000000000" },
          select: { unmaskedAt: true },
        },
      },
    }),
    isBlind(tx, organisationId, openingId),
    listSkills(),
  ]);
  const evidence = await shownEvidence(tx, rows);
  const title = titlesOf(skills);
  const now = new Date();
  return new Map(
    rows.map((row): [string, ShownCandidate] => {
      const masked = (row.blind || blind) && !row.candidacies.some(({ unmaskedAt }) => unmaskedAt);
      const bands = new Map(row.user.skillEstimates.map((each) => [each.skillSlug, each]));
      return [
        row.userId,
        {
          ...{ userId: row.userId, masked, texts: textsOf(row, masked) },
          name: masked ? pseudonym(organisationId, row.userId) : row.user.name,
          email: masked ? null : row.user.email,
          links: masked ? [] : (row.links as ShownCandidate["links"]),
          languages: spokenLanguages.parse(row.languages),
          ...{ place: masked ? "" : row.place, country: row.country },
          ...{ workPlaces: row.workPlaces, relocates: row.relocates },
          ...{ availability: row.availability, lastActive: lastActive(row.user.lastSeenAt, now) },
          skills: row.skills
            .map(({ skillSlug, showsBand, claimedLevel }) => {
              const estimate = showsBand ? bands.get(skillSlug) : undefined;
              return {
                ...{ slug: skillSlug, title: title(skillSlug), claimedLevel },
                band: estimate ? shownBand(estimate) : null,
                evidence: evidence.get(`${row.userId} ${skillSlug}`) ?? [],
              };
            })
            .filter(({ band, claimedLevel }) => band !== null || claimedLevel !== null),
        },
      ];
    }),
  );
}

/** Whether names are hidden from the organisation here, whatever candidates chose. */
async function isBlind(tx: Db, organisationId: string, openingId: string | null): Promise<boolean> {
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { blind: true },
  });
  if (organisation.blind || openingId === null) return organisation.blind;
  const opening = await tx.opening.findFirst({
    where: { id: openingId, organisationId },
    select: { blind: true },
  });
  return opening?.blind ?? true;
}

type Row = {
  user: { name: string };
  texts: ({ locale: string } & Record<keyof ResumeParts, unknown>)[];
};

function textsOf({ user, texts }: Row, masked: boolean): ShownCandidate["texts"] {
  const parts = texts.map((text) => ({ locale: text.locale, parts: resumeParts.parse(text) }));
  // A school named in one language is known in the other.
  const whole = parts.flatMap((text) => institutionsOf(text.parts));
  return Object.fromEntries(
    parts.map(({ locale, parts: own }) => [
      locale,
      masked ? redactResume(own, { names: [user.name], whole }) : own,
    ]),
  );
}
