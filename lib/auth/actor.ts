import type { Role } from "@/lib/platform/prisma/enums";

/** Everything a token may be allowed to do; a session may do all that its role allows. */
export const SCOPES = ["submissions:read", "submissions:write", "profile:read"] as const;
export type Scope = (typeof SCOPES)[number];

export type UserActor = {
  kind: "user";
  userId: string;
  role: Role;
  /** Null for a browser session; the granted scopes for a personal access token. */
  scopes: readonly Scope[] | null;
};

/** A visitor without an account, known by his network address alone. */
export type VisitorActor = { kind: "visitor"; address: string };

/** The platform itself: workers and the command line. */
export type SystemActor = { kind: "system" };

export type Actor = UserActor | VisitorActor | SystemActor;
