import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { actorOfSession } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { takePoint } from "@/lib/platform/rate-limit";
import { mailedSecret, openAccount, PASSWORD, visitor } from "@/lib/testing/accounts";
import { signedIn } from "@/lib/testing/fixtures";
import { acceptInvitation, joinByInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { createInvitation } from "./create-invitation";
import { deleteAccount } from "./delete-account";
import { disableUser } from "./disable-user";
import { joinOutsideIdentity } from "./join-outside-identity";
import { limitKey, SIGN_IN_ACCOUNT } from "./limits";
import { signIn } from "./sign-in";
import { verifyEmail } from "./verify-email";

describe("guessing at one account from many addresses", () => {
  it("is stopped, while the owner's own device still gets in", async () => {
    const email = "besieged@example.org";
    const { device } = await openAccount(email);
    const attempts = Array.from({ length: SIGN_IN_ACCOUNT.points }, () =>
      takePoint(SIGN_IN_ACCOUNT, limitKey(email)).catch(() => undefined),
    );
    await Promise.all(attempts);
    const right = { email, password: PASSWORD };
    await expect(signIn(visitor(), right)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(signIn(visitor(), right, device)).resolves.toBeTruthy();
  });
});

describe("an outside sign-in with a verified address", () => {
  const outside = (email: string, providerAccountId = email) => ({
    provider: "oidc",
    providerAccountId,
    email,
    emailVerified: true,
    name: "Outside",
    locale: "en",
  });

  it("joins an account that has verified it too, which keeps its password", async () => {
    const email = "both-sides@example.org";
    const { userId } = await openAccount(email);
    await db().user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });
    expect(await joinOutsideIdentity(outside(email))).toMatchObject({ userId });
    await expect(signIn(visitor(), { email, password: PASSWORD })).resolves.toBeTruthy();
  });

  it("is known by its id ever after, whatever address it brings", async () => {
    const { userId } = await joinOutsideIdentity(outside("first@example.org", "id-1"));
    const victim = await openAccount("victim@example.org");
    const later = await joinOutsideIdentity(outside("victim@example.org", "id-1"));
    expect(later.userId).toBe(userId);
    expect(later.userId).not.toBe(victim.userId);
  });

  it("brings no name that could not be chosen here", async () => {
    const email = "outside-name@example.org";
    await joinOutsideIdentity({ ...outside(email), name: "\u202enimdA" });
    const { name } = await db().user.findUniqueOrThrow({ where: { email } });
    expect(name).toBe("outside-name");
  });

  it("does not let a disabled person in", async () => {
    const email = "outside-disabled@example.org";
    const session = await joinOutsideIdentity(outside(email));
    await db().user.update({ where: { email }, data: { disabledAt: new Date() } });
    expect(await actorOfSession(session)).toBeNull();
    const again = joinOutsideIdentity(outside(email));
    await expect(again).rejects.toMatchObject({ code: "account_disabled" });
  });
});

describe("an invitation", () => {
  const secretOf = ({ link }: { link: string }) => new URL(link).searchParams.get("token") ?? "";
  const newcomer = (email: string) => ({ email, name: "New", password: PASSWORD, locale: "en" });

  it("is made by admins only", async () => {
    const attempt = createInvitation(await signedIn("author"), { role: "admin", email: "" });
    await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
  });

  it("for one address serves no other, neither a new account nor a signed-in person", async () => {
    const email = "invited@example.org";
    const secret = secretOf(
      await createInvitation(await signedIn("admin"), { role: "author", email }),
    );
    const other = { code: "invitation_other_address" };
    const thief = joinByInvitation(visitor(), secret, newcomer("thief@example.org"));
    await expect(thief).rejects.toMatchObject(other);
    await expect(acceptInvitation(await signedIn(), secret)).rejects.toMatchObject(other);
    const session = await joinByInvitation(visitor(), secret, newcomer(email));
    expect(await actorOfSession(session)).toMatchObject({ role: "author" });
  });

  it.each([
    ["disabled", (maker: string, other: Actor) => disableUser(other, maker)],
    ["demoted", (userId: string, other: Actor) => changeRole(other, { userId, role: "author" })],
    [
      "deleted",
      (userId: string) =>
        deleteAccount(
          { kind: "user", userId, role: "admin", scopes: null },
          { password: "", signedInAt: Date.now() / 1000 },
        ),
    ],
  ])("opens nothing once its maker is %s", async (_, leave) => {
    const maker = await signedIn("admin");
    const secret = secretOf(await createInvitation(maker, { role: "admin", email: "" }));
    await leave(maker.userId, await signedIn("admin"));
    const spent = { code: "link_spent" };
    const back = joinByInvitation(visitor(), secret, newcomer("back-again@example.org"));
    await expect(back).rejects.toMatchObject(spent);
    await expect(acceptInvitation(await signedIn(), secret)).rejects.toMatchObject(spent);
  });

  it("for no address in particular has its newcomer confirm his own", async () => {
    const email = "newcomer@example.org";
    const secret = secretOf(
      await createInvitation(await signedIn("admin"), { role: "learner", email: "" }),
    );
    const { userId } = await joinByInvitation(visitor(), secret, newcomer(email));
    await verifyEmail(visitor(), await mailedSecret(email), PASSWORD);
    const { emailVerifiedAt } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    expect(emailVerifiedAt).not.toBeNull();
  });

  it("never lowers a role", async () => {
    const admin = await signedIn("admin");
    const secret = secretOf(await createInvitation(admin, { role: "learner", email: "" }));
    await acceptInvitation(admin, secret);
    const { role } = await db().user.findUniqueOrThrow({ where: { id: admin.userId } });
    expect(role).toBe("admin");
  });

  it("opens one account, though two open it at the same moment", async () => {
    const secret = secretOf(
      await createInvitation(await signedIn("admin"), { role: "author", email: "" }),
    );
    const both = ["one@example.org", "two@example.org"].map((email) =>
      joinByInvitation(visitor(), secret, newcomer(email)),
    );
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("says no more once it has expired", async () => {
    const secret = secretOf(
      await createInvitation(await signedIn("admin"), { role: "author", email: "" }),
    );
    await db().invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    const late = joinByInvitation(visitor(), secret, newcomer("late@example.org"));
    await expect(late).rejects.toMatchObject({ code: "link_spent" });
  });
});
