import type { AchievementInput, Bilingual } from "./credential-input";
import { besideOther, type CredentialLocale, credentialTexts, inBoth } from "./credential-texts";
import { achievementAddress, type Issuer, skillAddress } from "./issuer";

type NamedSkill = { slug: string; title: Bilingual };

/** Name of an achievement with its level, in both languages. */
export const achievementName = (
  { title, level }: Pick<AchievementInput, "title" | "level">,
  locale: CredentialLocale,
) => besideOther(locale, (one) => credentialTexts(one).name(title, level));

/** An Open Badges 3.0 Achievement, wherever it is named: in a credential or at its own address. */
export function achievementMembers(
  issuer: Issuer,
  achievement: AchievementInput,
  skills: readonly NamedSkill[],
  locale: CredentialLocale,
) {
  const { description, criteria } = achievement;
  return {
    id: achievementAddress(issuer, achievement),
    type: ["Achievement"],
    achievementType: "Competency",
    name: achievementName(achievement, locale),
    description: inBoth(locale, (one) => description[one]),
    criteria: {
      narrative: inBoth(locale, (one) => credentialTexts(one).criteria(criteria)),
    },
    alignment: skills.map(({ slug, title }) => ({
      type: ["Alignment"],
      targetName: besideOther(locale, (one) => title[one]),
      targetUrl: skillAddress(issuer, slug),
      targetCode: slug,
      targetFramework: issuer.name,
    })),
  };
}
