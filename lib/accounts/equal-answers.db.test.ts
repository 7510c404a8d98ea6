import { setTimeout as delay } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { openAccount, PASSWORD, visitor } from "@/lib/testing/accounts";
import { ANSWER_FLOOR_MS } from "./limits";
import { requestPasswordReset } from "./reset-password";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

// Watched, not replaced: the work is done, and counted.
vi.mock("@node-rs/argon2", { spy: true });
vi.mock("node:timers/promises", { spy: true });

const KNOWN = "known@example.org";
const DISABLED = "disabled@example.org";
const UNKNOWN = "unknown@example.org";
/** What makes one verification as much work as another. */
const COST = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

beforeEach(async () => {
  for (const email of [KNOWN, DISABLED]) await openAccount(email);
  await db().user.update({ where: { email: DISABLED }, data: { disabledAt: new Date() } });
  return async () => {
    await db().user.deleteMany();
    vi.clearAllMocks();
  };
});

/** Whether the answer came only after its floor. */
const floorsAwaited = () => vi.mocked(delay).mock.settledResults.map(({ type }) => type);

describe("the time of an answer does not tell whether an account exists", () => {
  it.each([KNOWN, DISABLED, UNKNOWN])("at a sign-in as %s with a wrong password", async (email) => {
    await signIn(visitor(), { email: "warm-up@example.org", password: "-" }).catch(() => undefined);
    vi.clearAllMocks();
    const attempt = signIn(visitor(), { email, password: "not the password" });
    await expect(attempt).rejects.toMatchObject({ code: "credentials_wrong" });
    expect(vi.mocked(verify).mock.calls.map(([stored]) => stored)).toEqual([
      expect.stringMatching(COST),
    ]);
    expect(hash).not.toHaveBeenCalled();
  });

  it.each([KNOWN, DISABLED, UNKNOWN])("when %s asks for a new password", async (email) => {
    vi.clearAllMocks();
    await requestPasswordReset(visitor(), { email });
    expect(vi.mocked(delay).mock.calls).toEqual([[ANSWER_FLOOR_MS]]);
    expect(floorsAwaited()).toEqual(["fulfilled"]);
  });

  it.each([KNOWN, UNKNOWN])("when %s signs up", async (email) => {
    vi.clearAllMocks();
    await signUp(visitor(), { email, name: "A Person", password: PASSWORD, locale: "en" });
    expect(hash).toHaveBeenCalledOnce();
    expect(vi.mocked(delay).mock.calls).toEqual([[ANSWER_FLOOR_MS]]);
    expect(floorsAwaited()).toEqual(["fulfilled"]);
  });
});
