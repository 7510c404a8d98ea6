import { getFormatter, getTranslations } from "next-intl/server";
import { roundedBand } from "@/components/skills/rounded-band";
import { CheckField } from "@/components/ui/check-field";
import type { Locale } from "@/i18n/routing";
import type { OwnProfile } from "@/lib/profiles/read-own-profile";

type Props = { profile: OwnProfile; locale: Locale };

/** A switch for each skill and each credential, with what follows from it. */
export async function ShownFields({ profile, locale }: Props) {
  const t = await getTranslations("profile");
  const skill = await getTranslations("skill");
  const format = await getFormatter();
  const figures = ({ band }: OwnProfile["skills"][number]) =>
    band ? skill("band", roundedBand(band)) : skill("none");
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">{t("skills")}</legend>
        <p className="text-muted text-sm">
          {t(profile.skills.length > 0 ? "skillsHint" : "noSkills")}
        </p>
        {profile.skills.map((one) => (
          <CheckField
            key={one.slug}
            name={`skill.${one.slug}`}
            label={
              <>
                {one.title[locale]}{" "}
                <span className="text-muted text-sm tabular-nums">{figures(one)}</span>
              </>
            }
            defaultChecked={one.shown}
          />
        ))}
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">{t("credentials")}</legend>
        <p className="text-muted text-sm">
          {t(profile.credentials.length > 0 ? "credentialsHint" : "noCredentials")}
        </p>
        {profile.credentials.map(({ id, title, level, issuedAt, shown }) => (
          <CheckField
            key={id}
            name={`credential.${id}`}
            label={
              <>
                {title[locale]} · {skill(`levels.${level}`)}{" "}
                <span className="text-muted text-sm">
                  {format.dateTime(issuedAt, { dateStyle: "medium" })}
                </span>
              </>
            }
            defaultChecked={shown}
          />
        ))}
      </fieldset>
    </>
  );
}
