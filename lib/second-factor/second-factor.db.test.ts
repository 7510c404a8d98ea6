import { beforeEach, describe, expect, it } from "vitest";
import { issueEmailToken } from "@/lib/accounts/email-token";
import { joinOutsideIdentity } from "@/lib/accounts/join-outside-identity";
import { resetPassword } from "@/lib/accounts/reset-password";
import { signIn } from "@/lib/accounts/sign-in";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { unseal } from "@/lib/platform/seal";
import { OTHER_PASSWORD, openAccount, PASSWORD, visitor } from "@/lib/testing/accounts";
import { signedIn } from "@/lib/testing/fixtures";
import { endSecondFactor, liftSecondFactor } from "./end";
import { finishSignIn } from "./finish-sign-in";
import { SecondFactorNeeded } from "./second-factor-needed";
import {
  confirmSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "./set-up";
import { sealOf } from "./take-code";
import { codeAt, stepAt } from "./totp";

let actor: UserActor;
let email: string;
let people = 0;

const proof = { password: PASSWORD, signedInAt: 0 };
const wrong = { issues: [{ path: "code", code: "code_wrong" }] };

/** What the app shows now, or so many steps from now. */
async function code(by = 0): Promise<string> {
  const { userId } = actor;
  const { sealed } = await db().totpFactor.findUniqueOrThrow({ where: { userId } });
  return codeAt(unseal(sealOf(userId), sealed), stepAt(Date.now()) + by);
}

/** Switched on with the code before the present one, so that the present one is unused. */
async function switchOn(): Promise<string[]> {
  await startSecondFactor(actor, proof);
  return (await confirmSecondFactor(actor, await code(-1))).recoveryCodes;
}

async function firstFactor() {
  const asked = await signIn(visitor(), { email, password: PASSWORD }).catch((error) => error);
  expect(asked).toBeInstanceOf(SecondFactorNeeded);
  return (asked as SecondFactorNeeded).claims;
}

beforeEach(async () => {
  people += 1;
  email = `factor${people}@example.org`;
  ({ actor } = await openAccount(email));
});

describe("setting up a second factor", () => {
  it("counts from the first right code on, and not before", async () => {
    await startSecondFactor(actor, proof);
    expect(await readSecondFactor(actor)).toMatchObject({ state: "starting" });
    await signIn(visitor(), { email, password: PASSWORD });
    await expect(confirmSecondFactor(actor, "000000")).rejects.toMatchObject(wrong);
    const { recoveryCodes } = await confirmSecondFactor(actor, await code());
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await readSecondFactor(actor)).toMatchObject({ state: "on", recoveryCodes: 10 });
    await firstFactor();
  });

  it("asks for the password, and is nothing for a token", async () => {
    const guess = startSecondFactor(actor, { password: "guess", signedInAt: 0 });
    await expect(guess).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    const program = startSecondFactor({ ...actor, scopes: [] }, proof);
    await expect(program).rejects.toMatchObject({ code: "session_only" });
  });

  it("never replaces one that is on", async () => {
    await switchOn();
    await expect(startSecondFactor(actor, proof)).rejects.toMatchObject({ code: "totp_set_up" });
  });

  it("keeps the secret sealed, for its owner's row alone", async () => {
    await startSecondFactor(actor, proof);
    const { sealed } = await db().totpFactor.findUniqueOrThrow({
      where: { userId: actor.userId },
    });
    expect(() => unseal(sealOf((people + 1).toString()), sealed)).toThrow();
    expect(unseal(sealOf(actor.userId), sealed)).toHaveLength(20);
  });
});

describe("signing in with a second factor", () => {
  it("takes a right code once", async () => {
    await switchOn();
    const now = await code();
    const claims = await firstFactor();
    expect(await finishSignIn(claims, now)).toMatchObject({ userId: actor.userId });
    await expect(finishSignIn(claims, now)).rejects.toMatchObject(wrong);
  });

  it("takes a code once of two at the same time", async () => {
    await switchOn();
    const [claims, now] = [await firstFactor(), await code()];
    const both = await Promise.allSettled([finishSignIn(claims, now), finishSignIn(claims, now)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes a recovery code once, however it is typed", async () => {
    const [first = ""] = await switchOn();
    const claims = await firstFactor();
    await finishSignIn(claims, ` ${first.toUpperCase().replaceAll("-", " ")} `);
    await expect(finishSignIn(claims, first)).rejects.toMatchObject(wrong);
    expect(await readSecondFactor(actor)).toMatchObject({ recoveryCodes: 9 });
  });

  it("takes both factors at once, and a wrong code for nothing", async () => {
    await switchOn();
    const given = { email, password: PASSWORD };
    const guess = signIn(visitor(), { ...given, code: "000000" });
    await expect(guess).rejects.toMatchObject(wrong);
    await expect(signIn(visitor(), { ...given, code: await code() })).resolves.toMatchObject({
      userId: actor.userId,
    });
  });

  it("stops guesses, from wherever they come", async () => {
    await switchOn();
    const claims = await firstFactor();
    for (let n = 0; n < 10; n += 1) {
      await expect(finishSignIn(claims, "000000")).rejects.toMatchObject(wrong);
    }
    await expect(finishSignIn(claims, await code())).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  it("is over once the account signed out everywhere or was disabled in between", async () => {
    await switchOn();
    const claims = await firstFactor();
    await db().user.update({
      where: { id: actor.userId },
      data: { sessionVersion: { increment: 1 } },
    });
    const late = finishSignIn(claims, await code());
    await expect(late).rejects.toMatchObject({ code: "sign_in_anew" });
    await expect(finishSignIn(null, "1")).rejects.toMatchObject({ code: "sign_in_anew" });
  });

  it("is asked by other ways in too: a new password by mail, and an outside identity", async () => {
    await switchOn();
    const { userId } = actor;
    await db().user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });
    const outside = joinOutsideIdentity({
      ...{ provider: "oidc", providerAccountId: "1", email, emailVerified: true, name: "A" },
    });
    await expect(outside).rejects.toBeInstanceOf(SecondFactorNeeded);
    const secret = await issueEmailToken(db(), { userId, purpose: "reset_password", email });
    const reset = resetPassword(secret, OTHER_PASSWORD);
    await expect(reset).rejects.toBeInstanceOf(SecondFactorNeeded);
    const renewed = signIn(visitor(), { email, password: OTHER_PASSWORD });
    await expect(renewed).rejects.toBeInstanceOf(SecondFactorNeeded);
  });
});

describe("a second factor", () => {
  it("ends by a code, and a letter says so", async () => {
    await switchOn();
    await expect(endSecondFactor(actor, "000000")).rejects.toMatchObject(wrong);
    await endSecondFactor(actor, await code());
    expect(await readSecondFactor(actor)).toEqual({ state: "off" });
    await signIn(visitor(), { email, password: PASSWORD });
    const letters = await db().mailMessage.findMany({
      where: { recipient: email, subject: { contains: "second factor" } },
    });
    expect(letters).toHaveLength(2);
  });

  it("gets new recovery codes by a code of the app, never by a recovery code", async () => {
    const [old = ""] = await switchOn();
    await expect(renewRecoveryCodes(actor, old)).rejects.toMatchObject(wrong);
    await renewRecoveryCodes(actor, await code());
    await expect(finishSignIn(await firstFactor(), old)).rejects.toMatchObject(wrong);
  });

  it("is lifted by an admin alone, who leaves a trace", async () => {
    await switchOn();
    const { userId } = actor;
    for (const other of [actor, await signedIn("author")]) {
      await expect(liftSecondFactor(other, userId)).rejects.toMatchObject({ kind: "not_found" });
    }
    await liftSecondFactor(await signedIn("admin"), userId);
    await signIn(visitor(), { email, password: PASSWORD });
    const subject = `user:${userId}`;
    const traces = { subject, action: "user.second_factor_lifted" };
    expect(await db().auditEvent.count({ where: traces })).toBe(1);
  });
});
