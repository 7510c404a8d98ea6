import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { actorOfSession } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { takePoint } from "@/lib/platform/rate-limit";
import { signedIn } from "@/lib/testing/fixtures";
import { actorOfToken } from "@/lib/tokens/actor-of-token";
import { createToken } from "@/lib/tokens/create-token";
import { listTokens } from "@/lib/tokens/list-tokens";
import { revokeToken } from "@/lib/tokens/revoke-token";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { createAdminLink } from "./create-admin-link";
import { joinOutsideIdentity } from "./join-outside-identity";
import { limitKey, SIGN_IN_PAIR, SIGN_UP_ADDRESS } from "./limits";
import { signIn } from "./sign-in";
import { signOutEverywhere } from "./sign-out-everywhere";
import { signUp } from "./sign-up";

const PASSWORD = "granite streak assay 47";
let visitors = 0;

const visitor = (): Actor => ({ kind: "visitor", address: `192.0.2.${++visitors}` });
const account = (email: string) => ({ email, name: "A Person", password: PASSWORD, locale: "en" });

describe("signing up", () => {
  it("answers the same for a taken address, and tells its owner by mail", async () => {
    const email = "taken@example.org";
    await expect(signUp(visitor(), account(email))).resolves.toBeUndefined();
    await expect(signUp(visitor(), account(email))).resolves.toBeUndefined();
    expect(await db().user.count({ where: { email } })).toBe(1);
    expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(2);
  });

  it("takes an address for the same however it is written", async () => {
    await signUp(visitor(), account("Case@Example.org"));
    await signUp(visitor(), account("case@example.ORG"));
    expect(await db().user.count({ where: { email: "case@example.org" } })).toBe(1);
  });

  it("refuses a password that is easy to guess, and keeps nothing", async () => {
    const weak = { ...account("weak@example.org"), password: "password123" };
    await expect(signUp(visitor(), weak)).rejects.toMatchObject({ kind: "invalid_input" });
    expect(await db().user.count({ where: { email: "weak@example.org" } })).toBe(0);
  });
});

describe("signing up without end", () => {
  it("is stopped before a password is judged", async () => {
    const stranger = { kind: "visitor", address: "203.0.113.1" } as const;
    const key = limitKey(stranger.address);
    await Promise.all(
      Array.from({ length: SIGN_UP_ADDRESS.points }, () => takePoint(SIGN_UP_ADDRESS, key)),
    );
    const weak = { ...account("endless@example.org"), password: "password123" };
    await expect(signUp(stranger, weak)).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("signing in", () => {
  it("says the same for an unknown address and a wrong password", async () => {
    await signUp(visitor(), account("known@example.org"));
    const wrong = { code: "credentials_wrong" };
    const guess = { email: "known@example.org", password: "not it at all" };
    await expect(signIn(visitor(), guess)).rejects.toMatchObject(wrong);
    const unknown = { email: "nobody@example.org", password: "not it at all" };
    await expect(signIn(visitor(), unknown)).rejects.toMatchObject(wrong);
  });

  it("stops a guesser without locking the owner out", async () => {
    const email = "target@example.org";
    await signUp(visitor(), account(email));
    const guesser = visitor();
    for (let n = 0; n < SIGN_IN_PAIR.points; n++) {
      await signIn(guesser, { email, password: `guess ${n}` }).catch(() => undefined);
    }
    const blocked = signIn(guesser, { email, password: PASSWORD });
    await expect(blocked).rejects.toMatchObject({ code: "rate_limited" });
    await expect(signIn(visitor(), { email, password: PASSWORD })).resolves.toBeTruthy();
  });

  it("ends everywhere at once", async () => {
    const email = "everywhere@example.org";
    await signUp(visitor(), account(email));
    const session = await signIn(visitor(), { email, password: PASSWORD });
    const actor = await actorOfSession(session);
    expect(actor).not.toBeNull();
    await signOutEverywhere(actor as Actor);
    expect(await actorOfSession(session)).toBeNull();
  });
});

describe("an outside sign-in", () => {
  const outside = (email: string, emailVerified: boolean) => ({
    provider: "github",
    providerAccountId: email,
    email,
    emailVerified,
    name: "Outside",
    locale: "en",
  });

  it("whose address is not confirmed over there joins nothing", async () => {
    const joined = joinOutsideIdentity(outside("unconfirmed@example.org", false));
    await expect(joined).rejects.toMatchObject({ code: "outside_email_unverified" });
  });

  it("kills the password of somebody who never confirmed the address", async () => {
    const email = "squatted@example.org";
    await signUp(visitor(), account(email));
    const squatter = await signIn(visitor(), { email, password: PASSWORD });
    await joinOutsideIdentity(outside(email, true));
    expect(await actorOfSession(squatter)).toBeNull();
    const again = signIn(visitor(), { email, password: PASSWORD });
    await expect(again).rejects.toMatchObject({ code: "credentials_wrong" });
  });
});

describe("the admin's link", () => {
  const secretOf = (link: string) => new URL(link).searchParams.get("token") ?? "";

  it("works once, is hashed at rest, and ends when another is made", async () => {
    const first = secretOf(await createAdminLink());
    const second = secretOf(await createAdminLink());
    const rows = await db().invitation.findMany();
    expect(JSON.stringify(rows)).not.toContain(second);
    await expect(acceptInvitation(await signedIn(), first)).rejects.toThrow();
    const person = await signedIn();
    await acceptInvitation(person, second);
    const made = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
    expect(made.role).toBe("admin");
    await expect(acceptInvitation(await signedIn(), second)).rejects.toThrow();
  });

  it("is what roles come from: a learner cannot give himself one", async () => {
    const learner = await signedIn();
    const change = changeRole(learner, { userId: learner.userId, role: "admin" });
    await expect(change).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("an access token", () => {
  it("stands for its owner with its scopes, until it is revoked by him alone", async () => {
    const owner = await signedIn();
    const input = { name: "ci", days: "30", scopes: ["submissions:read"] };
    const { secret } = await createToken(owner, input);
    expect(await actorOfToken(secret)).toMatchObject({
      userId: owner.userId,
      scopes: ["submissions:read"],
    });
    expect(await actorOfToken(`${secret}x`)).toBeNull();
    const [token] = await listTokens(owner);
    const id = token?.id ?? "";
    const attacker = await signedIn();
    expect(await listTokens(attacker)).toEqual([]);
    await revokeToken(attacker, id).catch(() => undefined);
    expect(await actorOfToken(secret)).not.toBeNull();
    await revokeToken(owner, id);
    expect(await actorOfToken(secret)).toBeNull();
    expect(JSON.stringify(await db().accessToken.findMany())).not.toContain(secret);
  });
});
