import { hash, verify } from "@node-rs/argon2";

/** OWASP's parameters for argon2id (the library's default variant): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer ones would make hashing a way to exhaust the server. */
export const PASSWORD_MAX_LENGTH = 200;

/** The same characters typed on different systems are the same password. */
const normalise = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> =>
  hash(normalise(password), PARAMETERS);

let decoy: Promise<string> | undefined;

/** Without a stored hash it does the same work against a decoy and answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await decoy), normalise(password));
  return stored !== null && matches;
}
