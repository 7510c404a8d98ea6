import { createTranslator } from "use-intl/core";
import en from "@/messages/en/verify.json";
import zh from "@/messages/zh/verify.json";
import type { CredentialLocale } from "./credential-texts";
import type { Check } from "./verification";

const MESSAGES = { en, zh };

const DATE_LENGTH = 10;

/** Times are shown by their day; nothing else of what is inserted is a time. */
const shownParams = ({ params }: Check) => ({
  ...params,
  ...(params.from && { from: params.from.slice(0, DATE_LENGTH) }),
  ...(params.until && { until: params.until.slice(0, DATE_LENGTH) }),
});

type Group = "names" | "states" | "codes";

/** One check in words: what was looked at, how it came out, and why. */
export function describeCheck(check: Check, locale: CredentialLocale) {
  const word = (group: Group, key: string) =>
    createTranslator<Record<string, string>>({ locale, messages: MESSAGES[locale][group] })(
      key,
      shownParams(check),
    );
  return {
    name: word("names", check.name),
    state: word("states", check.state),
    text: word("codes", check.code),
  };
}
