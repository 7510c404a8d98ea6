import { DomainError } from "@/lib/platform/errors";
import type { Actor, OrganisationActor, OrganisationScope, Scope, UserActor } from "./actor";

/** The actor as a signed-in person, or a 401. */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind !== "user") throw new DomainError("not_signed_in");
  return actor;
}

/** The actor as a person in a session; what a token, which a program holds, does not reach. */
export function requireSession(actor: Actor): UserActor {
  const user = requireUser(actor);
  if (user.scopes !== null) throw new DomainError("forbidden", "session_only");
  return user;
}

/** A token must carry the scope; sessions carry all. */
export function requireScope<A extends UserActor | OrganisationActor>(
  actor: A,
  scope: Scope | OrganisationScope,
): A {
  const scopes: readonly string[] | null = actor.scopes;
  if (scopes && !scopes.includes(scope)) {
    throw new DomainError("forbidden", "scope_missing", { scope });
  }
  return actor;
}

export const isAdmin = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "user" && actor.role === "admin");

export const isAuthor = (actor: Actor): boolean =>
  isAdmin(actor) || (actor.kind === "user" && actor.role === "author");

/** Admin pages do not exist for others. */
export function requireAdmin(actor: Actor): void {
  if (!isAdmin(actor)) throw new DomainError("not_found");
}

/** Pages of staff, who mark and moderate, do not exist for others. */
export function requireStaff(actor: Actor): void {
  if (!isAuthor(actor)) throw new DomainError("not_found");
}

/** `where` of the submissions that an actor may see: his own; staff see all. */
export function visibleSubmissions(actor: Actor) {
  if (isAuthor(actor)) return {};
  return { userId: requireUser(actor).userId };
}
