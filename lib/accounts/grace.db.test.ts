import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { actorOfSession, holderOfSession } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { openAccount, PASSWORD, visitor } from "@/lib/testing/accounts";
import { openCandidate } from "@/lib/testing/candidates";
import { publishSmall, RIGHT } from "@/lib/testing/fixtures";
import { actorOfToken } from "@/lib/tokens/actor-of-token";
import { createToken } from "@/lib/tokens/create-token";
import { eraseDue } from "./erase-due";
import { exportArchive } from "./export-archive";
import { cancelErasure, GRACE_DAYS, requestErasure } from "./request-erasure";
import { signIn } from "./sign-in";

const proof = (password = PASSWORD) => ({ password, signedInAt: 0 });
const due = (userId: string) =>
  db().user.update({ where: { id: userId }, data: { eraseAt: new Date(Date.now() - 1000) } });

describe("a person who asks to be erased", () => {
  it("is a visitor from then on, whose sessions and tokens have ended", async () => {
    const email = "grace@example.org";
    const person = await openAccount(email);
    const input = { name: "ci", days: 1, scopes: ["profile:read"] };
    const { secret } = await createToken(person.actor, input);
    const wrong = requestErasure(person.actor, proof("wrong"));
    await expect(wrong).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    const at = await requestErasure(person.actor, proof());
    expect(at.getTime() - Date.now()).toBeGreaterThan((GRACE_DAYS - 1) * 86_400_000);
    expect(await holderOfSession(person)).toBeNull();
    expect(await actorOfToken(secret)).toBeNull();
    const again = await signIn(visitor(), { email, password: PASSWORD });
    expect(await actorOfSession(again)).toBeNull();
    const holder = await holderOfSession(again);
    expect(holder).toMatchObject({ eraseAt: at, actor: { userId: person.userId } });
    const letter = await db().mailMessage.findFirst({
      where: { recipient: email },
      orderBy: { id: "desc" },
    });
    expect(letter?.subject).toBe("Your account will be erased");
  });

  it("stays where he takes it back in time", async () => {
    const email = "stays@example.org";
    const { actor, userId } = await openAccount(email);
    await requestErasure(actor, proof());
    await cancelErasure(actor);
    await eraseDue();
    const session = await signIn(visitor(), { email, password: PASSWORD });
    expect(await actorOfSession(session)).toMatchObject({ userId });
    await expect(cancelErasure(actor)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("is erased when the days are over, and nobody else is", async () => {
    const [leaver, early, other] = [
      await openAccount("over@example.org"),
      await openAccount("early@example.org"),
      await openCandidate(),
    ];
    await requestErasure(leaver.actor, proof());
    await requestErasure(early.actor, proof());
    await due(leaver.userId);
    await Promise.all([eraseDue(), eraseDue()]);
    const ids = [leaver.userId, early.userId, other.userId];
    const left = await db().user.findMany({ where: { id: { in: ids } } });
    expect(left.map(({ id }) => id).sort()).toEqual([early.userId, other.userId].sort());
    expect(await db().mailMessage.count({ where: { recipient: "over@example.org" } })).toBe(0);
  });
});

/** Names and contents of an archive's files. */
function entriesOf(archive: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const found = new Map<string, string>();
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          found.set(entry.fileName, (await buffer(stream)).toString("utf8"));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

describe("the archive of one's own data", () => {
  it("holds the data and the files that were handed in", async () => {
    const { actor, userId } = await openAccount("archive@example.org");
    await publishSmall("archived");
    const { id } = await submit(actor, { challenge: "archived", files: RIGHT });
    const entries = await entriesOf(await buffer(await exportArchive(actor)));
    expect(JSON.parse(entries.get("data.json") ?? "").person.id).toBe(userId);
    expect(entries.get(`submissions/${id}/solution.py`)).toBe(RIGHT["solution.py"]);
  });

  it("is made for a candidate too", async () => {
    const actor = await openCandidate({ place: "Shanghai" });
    const entries = await entriesOf(await buffer(await exportArchive(actor)));
    const { candidate } = JSON.parse(entries.get("data.json") ?? "").person;
    expect(candidate.place).toBe("Shanghai");
  });

  it("is not made for a token or a visitor", async () => {
    const { actor } = await openAccount("no-archive@example.org");
    const token = exportArchive({ ...actor, scopes: [] });
    await expect(token).rejects.toMatchObject({ code: "session_only" });
    await expect(exportArchive(visitor())).rejects.toMatchObject({ code: "not_signed_in" });
  });
});
