import { describe, expect, it } from "vitest";
import { SCOPES } from "@/lib/auth/actor";
import { requireScope } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { signedIn } from "@/lib/testing/fixtures";
import { actorOfToken } from "./actor-of-token";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

const input = { name: "ci", days: 1, scopes: ["submissions:read"] };

describe("a personal access token", () => {
  it.each(SCOPES)("of the scope %s may do that and nothing else", async (scope) => {
    const { secret } = await createToken(await signedIn(), { ...input, scopes: [scope] });
    const actor = await actorOfToken(secret);
    if (!actor) throw new Error("the token stands for nobody");
    for (const asked of SCOPES) {
      const attempt = () => requireScope(actor, asked);
      if (asked === scope) expect(attempt()).toBe(actor);
      else expect(attempt).toThrow("scope_missing");
    }
  });

  it("stands for nobody from the moment it expires", async () => {
    const { id, secret } = await createToken(await signedIn(), input);
    expect(await actorOfToken(secret)).not.toBeNull();
    await db().accessToken.update({ where: { id }, data: { expiresAt: new Date() } });
    expect(await actorOfToken(secret)).toBeNull();
  });

  it("lives as many days as asked, a year at most", async () => {
    const actor = await signedIn();
    await createToken(actor, { ...input, days: 365 });
    const [token] = await listTokens(actor);
    const lifetime = (token?.expiresAt.getTime() ?? 0) - (token?.createdAt.getTime() ?? 0);
    expect(Math.round(lifetime / DAY_MS)).toBe(365);
    const longer = createToken(actor, { ...input, days: 366 });
    await expect(longer).rejects.toMatchObject({ kind: "invalid_input" });
  });

  it("has a scope at least, and only known ones", async () => {
    const actor = await signedIn();
    for (const scopes of [[], ["everything"], ["submissions:read", "admin"]]) {
      const attempt = createToken(actor, { ...input, scopes });
      await expect(attempt).rejects.toMatchObject({ kind: "invalid_input" });
    }
    expect(await listTokens(actor)).toEqual([]);
  });

  it("has a name that can be shown", async () => {
    const attempt = createToken(await signedIn(), { ...input, name: "a\0b" });
    await expect(attempt).rejects.toMatchObject({ issues: [{ code: "name_characters" }] });
  });

  it("can neither make nor revoke tokens", async () => {
    const owner = await signedIn();
    const { id } = await createToken(owner, input);
    const actor = { ...owner, scopes: SCOPES };
    const refused = { code: "session_only" };
    await expect(createToken(actor, input)).rejects.toMatchObject(refused);
    await expect(revokeToken(actor, id)).rejects.toMatchObject(refused);
    expect(await listTokens(owner)).toHaveLength(1);
  });

  it("of somebody else does not exist", async () => {
    const { id } = await createToken(await signedIn(), input);
    for (const other of [await signedIn(), await signedIn("admin")]) {
      expect(await listTokens(other)).toEqual([]);
      await expect(revokeToken(other, id)).rejects.toMatchObject({ kind: "not_found" });
    }
  });

  it("notes when it was last used", async () => {
    const actor = await signedIn();
    const { secret } = await createToken(actor, input);
    expect((await listTokens(actor))[0]?.lastUsedAt).toBeNull();
    await actorOfToken(secret);
    expect((await listTokens(actor))[0]?.lastUsedAt).toBeInstanceOf(Date);
  });
});
