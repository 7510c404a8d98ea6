import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/session";
import { listMail } from "@/lib/mail/list-mail";
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
import { changePassword } from "./change-password";
import { changeRole } from "./change-role";
import { createInvitation } from "./create-invitation";
import { deleteAccount } from "./delete-account";
import { disableUser, enableUser } from "./disable-user";
import { exportOwnData } from "./export-own-data";
import { listUsers } from "./list-users";
import { signIn } from "./sign-in";

const proof = (password: string, signedInAt = 0) => ({ password, signedInAt });
const nowSeconds = () => Math.floor(Date.now() / 1000);

describe("the change of a password", () => {
  it("needs the present one, and ends every session but the one that goes on", async () => {
    const before = await openAccount("change@example.org");
    const wrong = changePassword(before.actor, proof("wrong"), OTHER_PASSWORD);
    await expect(wrong).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    const after = await changePassword(before.actor, proof(PASSWORD), OTHER_PASSWORD);
    expect(await actorOfSession(before)).toBeNull();
    expect(await actorOfSession(after)).not.toBeNull();
  });
});

describe("a disabled person", () => {
  it("has no session, no token and no way in, until enabled again", async () => {
    const admin = await signedIn("admin");
    const email = "disabled@example.org";
    const person = await openAccount(email);
    const input = { name: "ci", days: 1, scopes: ["profile:read"] };
    const { secret } = await createToken(person.actor, input);
    await disableUser(admin, person.userId);
    expect(await actorOfSession(person)).toBeNull();
    expect(await actorOfToken(secret)).toBeNull();
    const attempt = () => signIn(visitor(), { email, password: PASSWORD });
    await expect(attempt()).rejects.toMatchObject({ code: "credentials_wrong" });
    await enableUser(admin, person.userId);
    expect(await actorOfSession(person)).toBeNull();
    await expect(attempt()).resolves.toMatchObject({ userId: person.userId });
  });
});

describe("what belongs to admins", () => {
  it("does not exist for a learner", async () => {
    const learner = await signedIn();
    const hidden = { kind: "not_found" };
    await expect(listUsers(learner, {})).rejects.toMatchObject(hidden);
    await expect(listMail(learner, {})).rejects.toMatchObject(hidden);
    await expect(disableUser(learner, learner.userId)).rejects.toMatchObject(hidden);
  });
});

it("a search for what no text can hold finds as if it were left out", async () => {
  const { email } = await db().user.create({ data: { email: "sought@example.org", name: "S" } });
  const { users } = await listUsers(await signedIn("admin"), { search: "sou\0ght@" });
  expect(users).toMatchObject([{ email }]);
});

describe("the last admin", () => {
  it("cannot leave, step down or be disabled; with another one he can", async () => {
    await db().user.updateMany({ where: { role: "admin" }, data: { role: "learner" } });
    const admin = await signedIn("admin");
    const { userId } = admin;
    const last = { code: "last_admin" };
    await expect(deleteAccount(admin, proof("", nowSeconds()))).rejects.toMatchObject(last);
    await expect(changeRole(admin, { userId, role: "learner" })).rejects.toMatchObject(last);
    await expect(disableUser(admin, userId)).rejects.toMatchObject(last);
    await signedIn("admin");
    await expect(deleteAccount(admin, proof("", nowSeconds()))).resolves.toBeUndefined();
  });

  it("remains when the last two step down at the same moment", async () => {
    await db().user.updateMany({ where: { role: "admin" }, data: { role: "learner" } });
    const pair = [await signedIn("admin"), await signedIn("admin")];
    await Promise.allSettled(
      pair.map((admin) => changeRole(admin, { userId: admin.userId, role: "learner" })),
    );
    expect(await db().user.count({ where: { role: "admin" } })).toBe(1);
  });
});

describe("deleting an account", () => {
  it("takes the person away and leaves only an id in the log", async () => {
    const email = "leaver@example.org";
    const { actor, userId } = await openAccount(email);
    const wrong = deleteAccount(actor, proof("wrong"));
    await expect(wrong).rejects.toMatchObject({ issues: [{ code: "password_wrong" }] });
    await deleteAccount(actor, proof(PASSWORD));
    expect(await db().user.count({ where: { id: userId } })).toBe(0);
    expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(0);
    const log = await db().auditEvent.findMany({ where: { subject: `user:${userId}` } });
    expect(log.map(({ action }) => action)).toContain("user.deleted");
    expect(JSON.stringify(log)).not.toContain(email);
  });

  it("takes along the letters to every address that the account had or asked for", async () => {
    const { actor } = await openAccount("moved-from@example.org");
    await changeEmail(actor, proof(PASSWORD), { email: "mistyped@example.org" });
    await changeEmail(actor, proof(PASSWORD), { email: "moved-to@example.org" });
    await confirmEmailChange(actor, await mailedSecret("moved-to@example.org"));
    const letters = () =>
      db().mailMessage.count({ where: { recipient: { in: ADDRESSES_OF_MOVED } } });
    expect(await letters()).toBe(4);
    expect((await exportOwnData(actor)).person.mail).toHaveLength(4);
    await deleteAccount(actor, proof(PASSWORD));
    expect(await letters()).toBe(0);
  });

  it("leaves what was sent to an address that was never proved to be his", async () => {
    const email = "invited-not-he@example.org";
    await createInvitation(await signedIn("admin"), { role: "author", email });
    const squatter = await openAccount(email);
    expect(JSON.stringify(await exportOwnData(squatter.actor))).not.toContain("invited to");
    await deleteAccount(squatter.actor, proof(PASSWORD));
    expect(await db().invitation.count({ where: { email } })).toBe(1);
    expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(1);
  });

  it("without a password needs a sign-in of the last ten minutes", async () => {
    const person = await signedIn();
    const stale = deleteAccount(person, proof("", nowSeconds() - 601));
    await expect(stale).rejects.toMatchObject({ code: "sign_in_again" });
    await expect(deleteAccount(person, proof("", nowSeconds()))).resolves.toBeUndefined();
  });

  it("cannot be done with an access token", async () => {
    const person = { ...(await signedIn()), scopes: [] };
    const attempt = deleteAccount(person, proof("", nowSeconds()));
    await expect(attempt).rejects.toMatchObject({ code: "session_only" });
  });
});

const ADDRESSES_OF_MOVED = [
  "moved-from@example.org",
  "mistyped@example.org",
  "moved-to@example.org",
];

/** Names of the relations that lead from a person to what is his, as the schema has them. */
function relationsOfUser(): string[] {
  const schema = readdirSync("prisma/schema")
    .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
    .join("\n");
  const models = new Set([...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name));
  const user = /^model User \{([\s\S]*?)^\}/m.exec(schema)?.[1] ?? "";
  return [...user.matchAll(/^\s+(\w+)\s+(\w+)(\[\]|\?)?/gm)]
    .filter(([, , type]) => models.has(type))
    .map(([, field]) => field as string);
}

describe("the export of one's own data", () => {
  it("holds every relation that the schema has", async () => {
    const { person } = await exportOwnData(await signedIn());
    const relations = relationsOfUser();
    expect(relations).toContain("submissions");
    expect(Object.keys(person)).toEqual(expect.arrayContaining(relations));
  });

  it("holds nobody else's data and no hash of a secret", async () => {
    const { actor } = await openAccount("exporter@example.org");
    await openAccount("somebody-else@example.org");
    await createToken(actor, { name: "ci", days: 1, scopes: ["profile:read"] });
    const text = JSON.stringify(await exportOwnData(actor));
    expect(text).toContain("exporter@example.org");
    expect(text).not.toContain("somebody-else");
    expect(text).not.toMatch(/argon2|tokenHash|passwordHash":/i);
  });
});
