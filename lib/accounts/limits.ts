import { type Actor, actorKey } from "@/lib/auth/actor";
import { hashSecret } from "@/lib/auth/one-time-secret";
import type { Limit } from "@/lib/platform/rate-limit";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Wrong passwords of one account from one address, or from one known device. */
export const SIGN_IN_PAIR: Limit = { name: "sign-in", points: 10, seconds: 15 * MINUTE };
/** Wrong passwords of one account from unknown devices at any address. */
export const SIGN_IN_ACCOUNT: Limit = { name: "sign-in-account", points: 100, seconds: 24 * HOUR };
/** Attempts from one address against any account. */
export const SIGN_IN_ADDRESS: Limit = { name: "sign-in-from", points: 200, seconds: 15 * MINUTE };
/** Attempts to open an account, mistaken ones too: a class may share an address. */
export const SIGN_UP_ADDRESS: Limit = { name: "sign-up-from", points: 120, seconds: HOUR };
export const MAIL_ADDRESS: Limit = { name: "mail-from", points: 30, seconds: HOUR };
/** Letters to one mailbox that strangers can cause. */
export const MAIL_ACCOUNT: Limit = { name: "mail-to", points: 5, seconds: HOUR };
/** Passwords asked again of somebody who is signed in. */
export const CONFIRM_PERSON: Limit = { name: "confirm", points: 10, seconds: 15 * MINUTE };

/** Milliseconds under which no answer tells whether an account exists. */
export const ANSWER_FLOOR_MS = 400;

/** Keys are hashed: of fixed length, and no addresses stand in the counters. */
export const limitKey = (...parts: string[]): string => hashSecret(parts.join("\n")).slice(0, 40);

export const originOf = (actor: Actor): string => actorKey(actor);
