import type { Role } from "@/lib/platform/prisma/enums";

/** Everything a token may be allowed to do; a session may do all that its role allows. */
export const SCOPES = ["submissions:read", "submissions:write", "profile:read"] as const;
export type Scope = (typeof SCOPES)[number];

/** What an organisation's token may be allowed to do. */
export const ORGANISATION_SCOPES = ["openings:read", "openings:write", "candidates:read"] as const;
export type OrganisationScope = (typeof ORGANISATION_SCOPES)[number];

export type UserActor = {
  kind: "user";
  userId: string;
  role: Role;
  /** Null for a browser session; the granted scopes for a personal access token. */
  scopes: readonly Scope[] | null;
};

/** A visitor without an account, known by his network address alone. */
export type VisitorActor = { kind: "visitor"; address: string };

/** A program of an organisation, by one of its tokens: it is nobody in person. */
export type OrganisationActor = {
  kind: "organisation";
  organisationId: string;
  tokenId: string;
  scopes: readonly OrganisationScope[];
};

/** The platform itself: workers and the command line. */
export type SystemActor = { kind: "system" };

export type Actor = UserActor | VisitorActor | OrganisationActor | SystemActor;

/** Whom limits count. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "visitor":
      return actor.address;
    case "organisation":
      return actor.organisationId;
    case "system":
      return "system";
  }
}
