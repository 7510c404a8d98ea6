import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import type { ProjectManifest } from "@/lib/content/challenge-manifest";
import { TOP_LEVEL } from "@/lib/content/project-fields";
import { calibrationPieces, type Levels, levels } from "@/lib/content/project-package";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, InputError, notFound } from "@/lib/platform/errors";
import { type Agreement, calibrationAgreement } from "./calibration-agreement";
import { projectOf } from "./project-version";

/** A reviewer may go through the pieces again once. */
const TURNS = 2;

type Project = { manifest: ProjectManifest; files: Record<string, string> };

/** A version for somebody who has a review of it to write, or wrote one. Throws review_not_found. */
async function versionToReview(userId: string, versionId: string): Promise<Project> {
  const found = await db().challengeVersion.findFirst({
    where: {
      id: versionId,
      pieces: { some: { reviews: { some: { reviewerId: userId, role: "peer" } } } },
    },
  });
  if (!found) throw notFound("review_not_found");
  return projectOf(found);
}

/** How far a reviewer is with the calibration of a version. */
export async function calibrationOf(tx: Db, userId: string, versionId: string, project: Project) {
  const pieces = calibrationPieces(project.manifest, project.files);
  const rows = await tx.calibrationMark.findMany({
    where: { userId, challengeVersionId: versionId },
  });
  const marked = (turn: number) =>
    new Map(
      rows.filter((row) => row.turn === turn).map((row) => [row.piece, levels.parse(row.levels)]),
    );
  const turns = Array.from({ length: TURNS }, (_, index) => marked(index + 1));
  const whole = turns.filter((given) => pieces.every(({ slug }) => given.has(slug)));
  const last = whole.at(-1);
  const agreement = last ? agreementOf(pieces, last) : null;
  const passed = agreement?.passed ?? false;
  const turn = Math.min(TURNS, whole.length + 1);
  const begun = (turns[turn - 1]?.size ?? 0) > 0;
  return { pieces, turns, whole: whole.length, last, agreement, passed, turn, begun };
}

const agreementOf = (
  pieces: ReturnType<typeof calibrationPieces>,
  given: Map<string, Levels>,
): Agreement =>
  calibrationAgreement(
    pieces.map(({ slug }) => given.get(slug) ?? {}),
    pieces.map(({ marks }) => levelsOfStaff(marks)),
  );

const levelsOfStaff = (marks: Record<string, { level: number }>): Levels =>
  Object.fromEntries(Object.entries(marks).map(([slug, { level }]) => [slug, level]));

/**
 * The calibration as its reviewer may see it: the piece to mark next, or how his marks agree with
 * staff's. Staff's marks and reasons come once nothing more depends on them. Throws
 * review_not_found.
 */
export async function readCalibration(actor: Actor, versionId: string) {
  const { userId } = requireUser(actor);
  const project = await versionToReview(userId, versionId);
  const state = await calibrationOf(db(), userId, versionId, project);
  const { pieces, turns, turn, whole, agreement, passed, last, begun } = state;
  const mayMark = whole === 0 || (!passed && whole < TURNS);
  const next = mayMark ? pieces.find(({ slug }) => !turns[turn - 1]?.has(slug)) : undefined;
  const closed = whole > 0 && !mayMark;
  return {
    challenge: project.manifest.slug,
    title: project.manifest.title,
    rubric: project.manifest.rubric,
    turn,
    begun,
    total: pieces.length,
    done: mayMark ? (turns[turn - 1]?.size ?? 0) : pieces.length,
    next: next ? { slug: next.slug, text: next.text } : null,
    agreement,
    compared:
      closed && last
        ? pieces.map(({ slug, text, marks }) => ({
            slug,
            text,
            own: last.get(slug) ?? {},
            staff: marks,
          }))
        : null,
  };
}

const level = z.int().min(0).max(TOP_LEVEL);

/** Keeps a reviewer's levels for one calibration piece; each is marked once a turn. */
export async function markCalibration(
  actor: Actor,
  versionId: string,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { userId } = requireUser(actor);
  const project = await versionToReview(userId, versionId);
  const { turn, turns, whole, passed, pieces } = await calibrationOf(
    db(),
    userId,
    versionId,
    project,
  );
  if (!pieces.some((piece) => piece.slug === slug)) throw notFound("review_not_found");
  if (passed || whole >= TURNS || turns[turn - 1]?.has(slug)) {
    throw new DomainError("conflict", "calibration_done");
  }
  const { rubric } = project.manifest;
  const parsed = rubric.map(({ slug }) => ({ slug, level: level.safeParse(input[slug]).data }));
  const missing = parsed.filter((one) => one.level === undefined);
  if (missing.length > 0) {
    throw new InputError(
      missing.map(({ slug }) => ({ path: `${slug}.level`, code: "level_missing" })),
    );
  }
  const marked = Object.fromEntries(parsed.map((one) => [one.slug, one.level ?? 0]));
  await db().calibrationMark.createMany({
    data: { userId, challengeVersionId: versionId, piece: slug, turn, levels: marked },
    skipDuplicates: true,
  });
}
