import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { appendEvents } from "@/lib/grading/append-events";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, type FieldIssue, InputError } from "@/lib/platform/errors";
import { seedOf } from "@/lib/submissions/seed";
import { findIdentity } from "./find-identity";
import { findTraces } from "./find-traces";
import { memberOf, ownDraft, type PieceRow, pieceOf } from "./piece-row";
import { STATEMENT_MIN } from "./save-contribution";

/** The file that a project's submission holds. */
const REPORT_FILE = "report.md";

type Confirmed = {
  /** The author says that names found in the text are not his. */
  anonymous?: boolean;
};

/**
 * Hands in a piece for all of its members: each gets a submission that waits for the marks. All
 * or nothing. Returns the actor's. Throws piece_not_found, piece_handed_in, team_size,
 * statements_missing or InputError.
 */
export async function handIn(actor: Actor, id: string, { anonymous = false }: Confirmed = {}) {
  const { userId } = requireUser(actor);
  // Reading files takes longer than others should wait for the piece.
  const traces = anonymous
    ? []
    : await findTraces(await pieceOf(db(), { id, ...memberOf(userId) }));
  return db().$transaction(async (tx) => {
    const piece = await ownDraft(tx, userId, id);
    requireTeam(piece);
    requireReport(piece, anonymous, traces);
    await tx.piece.update({
      where: { id },
      data: { status: "waiting", handedInAt: new Date(), inviteHash: null },
    });
    const own = new Map<string, string>();
    for (const member of piece.members) {
      own.set(member.userId, await createSubmission(tx, piece, member.userId));
    }
    return { submission: own.get(userId) as string };
  });
}

async function createSubmission(tx: Db, piece: PieceRow, userId: string): Promise<string> {
  const id = uuidv7();
  await tx.submission.create({
    data: {
      id,
      userId,
      pieceId: piece.id,
      challengeId: piece.challengeId,
      challengeVersionId: piece.challengeVersionId,
      files: { [REPORT_FILE]: piece.report },
      seed: seedOf("submission", id),
      status: "in_review",
    },
  });
  await appendEvents(tx, { submissionId: id }, 0, [{ type: "in_review", data: {} }]);
  return id;
}

/** Members whose statement or shares are missing. */
export const unready = ({ members, shares }: Pick<PieceRow, "members" | "shares">) =>
  members.filter(({ userId, statement }) => {
    const rated = shares.filter(({ raterId }) => raterId === userId).length;
    return [...statement].length < STATEMENT_MIN || rated < members.length - 1;
  });

function requireTeam(piece: PieceRow) {
  const { team } = piece.manifest;
  if (!team) return;
  const { min, max } = team;
  if (piece.members.length < min || piece.members.length > max) {
    throw new DomainError("unprocessable", "team_size", { min, max });
  }
  const names = unready(piece).map(({ user }) => user.name);
  if (names.length > 0) {
    throw new DomainError("unprocessable", "statements_missing", { names: names.join(", ") });
  }
}

function requireReport(
  { report, manifest, members }: PieceRow,
  anonymous: boolean,
  traces: string[],
) {
  const issues: FieldIssue[] = [];
  const min = manifest.report.min_characters;
  if ([...report.trim()].length < min) {
    issues.push({ path: "report", code: "report_short", params: { min } });
  }
  const people = members.map(({ user }) => user);
  const found = anonymous ? [] : [...findIdentity(report, people), ...traces];
  if (found.length > 0) {
    issues.push({ path: "anonymous", code: "names_found", params: { names: found.join(", ") } });
  }
  if (issues.length > 0) throw new InputError(issues);
}
