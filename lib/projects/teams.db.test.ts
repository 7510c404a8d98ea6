import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { judgeQueued, marksAt, publishProject, REPORT } from "@/lib/testing/project";
import { allocateNow } from "./allocate-waiting";
import { handIn } from "./hand-in";
import { readResult } from "./read-result";
import { readWork } from "./read-work";
import { saveContribution } from "./save-contribution";
import { saveReport } from "./save-report";
import { sendStaffMarks } from "./staff-marks";
import { startPiece } from "./start-piece";
import { joinTeam, leaveTeam, readTeamLink, renewTeamLink } from "./team";

const STATEMENT =
  "I set the data apart, wrote the baseline, and looked through the service that B wrote.";

const secretOf = ({ path }: { path: string }) => path.split("token=")[1] ?? "";

const TEAM = { team: { min: 2, max: 3, share_weight: 0.5 } };

async function team(slug: string, size: number) {
  const members: UserActor[] = [];
  for (let n = 0; n < size; n++) members.push(await signedIn());
  const [first, ...others] = members as [UserActor, ...UserActor[]];
  const { id } = await startPiece(first, slug);
  const secret = secretOf(await renewTeamLink(first, id));
  for (const other of others) await joinTeam(other, secret);
  return { id, members, secret };
}

const sharesOf = (members: UserActor[], own: UserActor, share: (mate: UserActor) => number) =>
  Object.fromEntries(
    members.filter((mate) => mate !== own).map((mate) => [mate.userId, String(share(mate))]),
  );

beforeAll(async () => {
  await publishProject("in-teams", TEAM);
  await publishProject("alone");
});

describe("a team", () => {
  it("is joined by its link, shares one report, and has room for so many", async () => {
    const { id, members, secret } = await team("in-teams", 3);
    const [first, second] = members as [UserActor, UserActor];
    await saveReport(second, id, { report: REPORT, revision: 0 });
    expect((await readWork(first, "in-teams")).piece).toMatchObject({
      report: REPORT,
      revision: 1,
    });
    await expect(joinTeam(await signedIn(), secret)).rejects.toMatchObject({ code: "team_full" });
    expect(await joinTeam(first, secret)).toEqual({ challenge: "in-teams" });
  });

  it("has one good link at a time, and none for what is not a team's", async () => {
    const { id, members, secret } = await team("in-teams", 1);
    const [first] = members as [UserActor];
    const renewed = secretOf(await renewTeamLink(first, id));
    const visitor = await signedIn();
    await expect(readTeamLink(visitor, secret)).rejects.toMatchObject({ code: "link_spent" });
    await expect(joinTeam(visitor, secret)).rejects.toMatchObject({ code: "link_spent" });
    expect((await readTeamLink(visitor, renewed)).challenge).toBe("in-teams");
    const { id: own } = await startPiece(visitor, "alone");
    await expect(renewTeamLink(visitor, own)).rejects.toMatchObject({ code: "works_alone" });
  });

  it("takes nobody who has begun work of his own, and drops an empty start", async () => {
    const { secret } = await team("in-teams", 1);
    const busy = await signedIn();
    const { id } = await startPiece(busy, "in-teams");
    await saveReport(busy, id, { report: "Begun.", revision: 0 });
    await expect(joinTeam(busy, secret)).rejects.toMatchObject({ code: "has_own_piece" });
    const idle = await signedIn();
    await startPiece(idle, "in-teams");
    await joinTeam(idle, secret);
    expect(await db().pieceMember.count({ where: { userId: idle.userId } })).toBe(1);
  });

  it("does not exist for people outside it", async () => {
    const { id } = await team("in-teams", 2);
    const attacker = await signedIn("admin");
    const refused = { code: "piece_not_found" };
    const report = { report: "Mine.", revision: 0 };
    await expect(saveReport(attacker, id, report)).rejects.toMatchObject(refused);
    await expect(renewTeamLink(attacker, id)).rejects.toMatchObject(refused);
    await expect(leaveTeam(attacker, id)).rejects.toMatchObject(refused);
    await expect(handIn(attacker, id)).rejects.toMatchObject(refused);
    const contribution = saveContribution(attacker, id, { statement: STATEMENT, shares: {} });
    await expect(contribution).rejects.toMatchObject(refused);
  });

  it("does not let a member's older text replace a team-mate's newer one", async () => {
    const { id, members } = await team("in-teams", 2);
    const [first, second] = members as [UserActor, UserActor];
    await saveReport(first, id, { report: "One.", revision: 0 });
    const older = saveReport(second, id, { report: "Two.", revision: 0 });
    await expect(older).rejects.toMatchObject({ code: "report_changed" });
    await saveReport(second, id, { report: "One. Two.", revision: 1 });
  });

  it("is left before the work is handed in; the last one takes the draft along", async () => {
    const { id, members } = await team("in-teams", 2);
    const [first, second] = members as [UserActor, UserActor];
    await leaveTeam(first, id);
    expect((await readWork(first, "in-teams")).piece).toBeNull();
    expect((await readWork(second, "in-teams")).piece?.members).toHaveLength(1);
    await leaveTeam(second, id);
    expect(await db().piece.count({ where: { id } })).toBe(0);
  });

  it("hands in once everybody has written a statement and given shares, for every member", async () => {
    const { id, members } = await team("in-teams", 2);
    const [first, second] = members as [UserActor, UserActor];
    await saveReport(first, id, { report: REPORT, revision: 0 });
    const short = saveContribution(first, id, { statement: "Much.", shares: {} });
    await expect(short).rejects.toMatchObject({
      issues: [{ code: "statement_short" }, { code: "share_range" }],
    });
    const give = (own: UserActor) =>
      saveContribution(own, id, {
        statement: STATEMENT,
        shares: sharesOf(members, own, () => 100),
      });
    await give(first);
    await expect(handIn(first, id)).rejects.toMatchObject({ code: "statements_missing" });
    await give(second);
    const { submission } = await handIn(second, id);
    const rows = await db().submission.findMany({ where: { pieceId: id } });
    expect(rows.map(({ userId }) => userId).toSorted()).toEqual(
      members.map(({ userId }) => userId).toSorted(),
    );
    expect(rows.find(({ userId }) => userId === second.userId)?.id).toBe(submission);
    await expect(handIn(first, id)).rejects.toMatchObject({ code: "piece_handed_in" });
    await expect(leaveTeam(first, id)).rejects.toMatchObject({ code: "piece_handed_in" });
  });

  it("is too small or complete for its project", async () => {
    const { id, members } = await team("in-teams", 1);
    const [first] = members as [UserActor];
    await saveReport(first, id, { report: REPORT, revision: 0 });
    await expect(handIn(first, id)).rejects.toMatchObject({
      code: "team_size",
      params: { min: 2, max: 3 },
    });
  });

  it("shares one mark, moved for each by what the others say he did", async () => {
    await publishProject("shared-mark", TEAM);
    const { id, members } = await team("shared-mark", 3);
    const [first, , third] = members as [UserActor, UserActor, UserActor];
    await saveReport(first, id, { report: REPORT, revision: 0 });
    for (const own of members) {
      const shares = sharesOf(members, own, (mate) => (mate === third ? 50 : 150));
      await saveContribution(own, id, { statement: STATEMENT, shares });
    }
    await handIn(first, id);
    const staff = await signedIn("author");
    await allocateNow(staff, "shared-mark");
    await sendStaffMarks(staff, id, marksAt(2));
    await judgeQueued();
    const scores = await Promise.all(
      members.map(async (member) => {
        const row = await db().submission.findFirstOrThrow({
          where: { pieceId: id, userId: member.userId },
        });
        return (await readResult(member, row.id)).score;
      }),
    );
    // The third gave the others even parts; they gave him a quarter of theirs.
    expect(scores.map((score) => score?.toFixed(3))).toEqual(["0.563", "0.563", "0.375"]);
  });
});
