import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { answerNoSoonerThan } from "@/lib/auth/answer-time";
import { hashPassword } from "@/lib/auth/password";
import { passwordIssue } from "@/lib/auth/password-strength";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError, InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { createUser } from "./create-user";
import { emailField, localeField, nameField, passwordField } from "./fields";
import { ANSWER_FLOOR_MS, limitKey, originOf, SIGN_UP_ADDRESS } from "./limits";
import { mailTaken, mailVerification } from "./mail-links";

export const newAccountFields = z.object({
  email: emailField,
  name: nameField,
  password: passwordField,
  locale: localeField,
});
export type NewAccount = z.output<typeof newAccountFields>;

/** Parses and judges a new account. Throws InputError with every field's problem. */
export async function checkNewAccount(input: unknown): Promise<NewAccount> {
  const fields = parseFields(newAccountFields, input);
  const issue = await passwordIssue(fields.password, [fields.email, fields.name]);
  if (issue) throw new InputError([issue]);
  return fields;
}

/**
 * Opens an account, or tells the owner of a taken address by mail; the answer is the same.
 * Throws InputError, signup_closed, signup_by_invitation or rate_limited.
 */
export async function signUp(actor: Actor, input: unknown): Promise<void> {
  const { SIGNUP } = settings();
  if (SIGNUP === "closed") throw new DomainError("forbidden", "signup_closed");
  if (SIGNUP === "invitation") throw new DomainError("forbidden", "signup_by_invitation");
  // Counted first: judging a password is work that strangers could make without end.
  await takePoint(SIGN_UP_ADDRESS, limitKey(originOf(actor)));
  const account = await checkNewAccount(input);
  await answerNoSoonerThan(ANSWER_FLOOR_MS, () => openAccount(account));
}

async function openAccount({ email, name, password, locale }: NewAccount): Promise<void> {
  const passwordHash = await hashPassword(password);
  const user = await createUser(db(), { email, name, passwordHash, locale });
  if (user) await mailVerification(user.id);
  else await mailTaken(email);
}
