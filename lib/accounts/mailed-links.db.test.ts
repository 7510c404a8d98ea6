import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import {
  mailedSecret,
  OTHER_PASSWORD,
  openAccount,
  PASSWORD,
  visitor,
} from "@/lib/testing/accounts";
import { signedIn } from "@/lib/testing/fixtures";
import { actorOfToken } from "@/lib/tokens/actor-of-token";
import { createToken } from "@/lib/tokens/create-token";
import { changeEmail, confirmEmailChange } from "./change-email";
import { MAIL_ACCOUNT } from "./limits";
import { requestPasswordReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { verifyEmail } from "./verify-email";

const isVerified = async (email: string) =>
  (await db().user.findUniqueOrThrow({ where: { email } })).emailVerifiedAt !== null;

const proof = (password: string) => ({ password, signedInAt: 0 });

describe("the link that confirms an address", () => {
  it("asks its opener for the password: the owner's click does not serve a squatter", async () => {
    const email = "verify@example.org";
    await openAccount(email);
    const secret = await mailedSecret(email);
    const guess = verifyEmail(visitor(), secret, "not the squatter's password");
    await expect(guess).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    expect(await isVerified(email)).toBe(false);
    await verifyEmail(visitor(), secret, PASSWORD);
    expect(await isVerified(email)).toBe(true);
  });

  it("works once", async () => {
    const email = "once@example.org";
    const { actor } = await openAccount(email);
    const secret = await mailedSecret(email);
    await verifyEmail(actor, secret, "");
    await expect(verifyEmail(actor, secret, "")).rejects.toMatchObject({ code: "link_spent" });
  });

  it("of one account is confirmed by no other account's session", async () => {
    await openAccount("mine@example.org");
    const { actor } = await openAccount("theirs@example.org");
    const secret = await mailedSecret("mine@example.org");
    await expect(verifyEmail(actor, secret, "")).rejects.toThrow();
    expect(await isVerified("mine@example.org")).toBe(false);
  });
});

describe("the link that sets a new password", () => {
  it("ends whatever was open, and proves the address", async () => {
    const email = "reset@example.org";
    const before = await openAccount(email);
    const input = { name: "ci", days: 1, scopes: ["profile:read"] };
    const token = await createToken(before.actor, input);
    await requestPasswordReset(visitor(), { email });
    const after = await resetPassword(await mailedSecret(email), OTHER_PASSWORD);
    expect(await actorOfSession(before)).toBeNull();
    expect(await actorOfToken(token.secret)).toBeNull();
    expect(await actorOfSession(after)).not.toBeNull();
    expect(await isVerified(email)).toBe(true);
    await expect(signIn(visitor(), { email, password: PASSWORD })).rejects.toThrow();
    await signIn(visitor(), { email, password: OTHER_PASSWORD });
  });

  it("works once, not after its hour, and not after a newer one was sent", async () => {
    const email = "reset-once@example.org";
    await openAccount(email);
    const spent = { code: "link_spent" };
    await requestPasswordReset(visitor(), { email });
    const older = await mailedSecret(email);
    await requestPasswordReset(visitor(), { email });
    const newer = await mailedSecret(email);
    await expect(resetPassword(older, OTHER_PASSWORD)).rejects.toMatchObject(spent);
    await resetPassword(newer, OTHER_PASSWORD);
    await expect(resetPassword(newer, PASSWORD)).rejects.toMatchObject(spent);
    await requestPasswordReset(visitor(), { email });
    const late = await mailedSecret(email);
    await db().emailToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(resetPassword(late, PASSWORD)).rejects.toMatchObject(spent);
  });

  it("is used by one of two who open it at the same moment", async () => {
    const email = "reset-race@example.org";
    await openAccount(email);
    await requestPasswordReset(visitor(), { email });
    const secret = await mailedSecret(email);
    const both = [resetPassword(secret, OTHER_PASSWORD), resetPassword(secret, PASSWORD)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is hashed at rest", async () => {
    const email = "reset-rest@example.org";
    await openAccount(email);
    await requestPasswordReset(visitor(), { email });
    const secret = await mailedSecret(email);
    expect(JSON.stringify(await db().emailToken.findMany())).not.toContain(secret);
  });

  it("is asked for with the same answer for an unknown address, which gets no mail", async () => {
    const email = "nobody-at-all@example.org";
    await expect(requestPasswordReset(visitor(), { email })).resolves.toBeUndefined();
    expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(0);
  });

  it("cannot be used to flood a mailbox from many addresses", async () => {
    const email = "flooded@example.org";
    await openAccount(email);
    const asked = Array.from({ length: MAIL_ACCOUNT.points + 3 }, () =>
      requestPasswordReset(visitor(), { email }),
    );
    await Promise.all(asked);
    const letters = await db().mailMessage.count({ where: { recipient: email } });
    expect(letters).toBe(MAIL_ACCOUNT.points);
  });
});

describe("the change of an address", () => {
  it("needs the password, the new mailbox and the account's own session; the old is told", async () => {
    const { actor } = await openAccount("old@example.org");
    const email = "new@example.org";
    const wrong = changeEmail(actor, proof("wrong"), { email });
    await expect(wrong).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    await changeEmail(actor, proof(PASSWORD), { email });
    const secret = await mailedSecret(email);
    const reader = await openAccount("reader-of-that-mailbox@example.org");
    const theft = confirmEmailChange(reader.actor, secret);
    await expect(theft).rejects.toMatchObject({ code: "link_spent" });
    await confirmEmailChange(actor, secret);
    const changed = await db().user.findUniqueOrThrow({ where: { id: actor.userId } });
    expect(changed.email).toBe(email);
    const notice = await db().mailMessage.findFirstOrThrow({
      where: { recipient: "old@example.org" },
      orderBy: { id: "desc" },
    });
    expect(notice.text).toContain(email);
  });

  it("gives an address to one of two who confirm it at the same moment", async () => {
    const email = "wanted-by-two@example.org";
    const movers = [
      await openAccount("first-mover@example.org"),
      await openAccount("second@e.org"),
    ];
    const moves: (() => Promise<void>)[] = [];
    for (const { actor } of movers) {
      await changeEmail(actor, proof(PASSWORD), { email });
      const secret = await mailedSecret(email);
      moves.push(() => confirmEmailChange(actor, secret));
    }
    const outcomes = await Promise.allSettled(moves.map((move) => move()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "address_taken" });
  });

  it("cannot be used to flood a mailbox from many accounts", async () => {
    const email = "flooded-by-changes@example.org";
    const asked = Array.from({ length: MAIL_ACCOUNT.points + 2 }, async () =>
      changeEmail(await signedIn(), { password: "", signedInAt: Date.now() / 1000 }, { email }),
    );
    await Promise.all(asked);
    const letters = await db().mailMessage.count({ where: { recipient: email } });
    expect(letters).toBe(MAIL_ACCOUNT.points);
  });

  it("answers the same for a taken address, and changes nothing", async () => {
    const { actor } = await openAccount("mover@example.org");
    await openAccount("settled@example.org");
    const move = changeEmail(actor, proof(PASSWORD), { email: "settled@example.org" });
    await expect(move).resolves.toBeUndefined();
    expect(await mailedSecret("settled@example.org")).toBe("");
  });
});
