import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OutsideProfile } from "./openid-providers";

const API = "https://api.github.com";

const userSchema = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

async function read<T>(path: string, token: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(`${API}${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${path}`);
  return schema.parse(await response.json());
}

/** GitHub's public address may be unconfirmed: the list of addresses says which are verified. */
export async function readGithubProfile(token: string): Promise<OutsideProfile> {
  const [user, emails] = await Promise.all([
    read("/user", token, userSchema),
    read("/user/emails", token, emailsSchema),
  ]);
  const primary = emails.find((entry) => entry.primary);
  return {
    sub: String(user.id),
    name: user.name ?? user.login,
    email: primary?.email,
    email_verified: primary?.verified ?? false,
  };
}

export function githubProvider(
  clientId: string,
  clientSecret: string,
): OAuthConfig<OutsideProfile> {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    userinfo: {
      url: `${API}/user`,
      request: ({ tokens }) => readGithubProfile(tokens.access_token ?? ""),
    },
    checks: ["state"],
    clientId,
    clientSecret,
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
  };
}
