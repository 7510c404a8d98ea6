import type { FeedbackType, ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { FieldIssue } from "@/lib/platform/errors";
import { PASSWORD_MAX_LENGTH } from "./password";

export const PASSWORD_MIN_LENGTH = 8;
const MIN_SCORE = 3;

/** Judging holds up the whole server: unbounded, some passwords of 200 characters take seconds. */
const BOUNDED = { maxLength: 64, l33tMaxSubstitutions: 8 };

let estimator: Promise<ZxcvbnFactory> | undefined;

// The dictionaries weigh megabytes: they are loaded with the first password that is judged.
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, en] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...en.dictionary },
    graphs: common.adjacencyGraphs,
    ...BOUNDED,
  });
}

/** Without translations zxcvbn answers keys, which are codes of messages here. */
const codeOf = ({ warning, suggestions }: FeedbackType) =>
  `password_weak_${warning ?? suggestions[0] ?? "useWords"}`;

/**
 * What is wrong with a new password, or null.
 * @param personal words that an attacker would try first: name, address
 */
export async function passwordIssue(
  password: string,
  personal: string[],
  path = "password",
): Promise<FieldIssue | null> {
  if (password.length < PASSWORD_MIN_LENGTH) {
    return { path, code: "password_short", params: { min: PASSWORD_MIN_LENGTH } };
  }
  if (password.length > PASSWORD_MAX_LENGTH) {
    return { path, code: "password_long", params: { max: PASSWORD_MAX_LENGTH } };
  }
  estimator ??= loadEstimator();
  const words = [...personal, ...personal.flatMap((text) => text.split(/[\s@._-]+/))];
  const { score, feedback } = (await estimator).check(password, [...words, "touchstone", "试金石"]);
  return score >= MIN_SCORE ? null : { path, code: codeOf(feedback) };
}
