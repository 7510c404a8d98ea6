"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { CLAIM_WORDS } from "@/lib/candidates/claims";
import { BoundSelect } from "./bound-field";
import { type EditedProfile, filledFrom, type Options } from "./edited-profile";
import { FactsEditor } from "./facts-editor";
import { PartList } from "./part-list";
import { TextEditor } from "./text-editor";

type Props = {
  action: FormAction;
  summary: string;
  profile: EditedProfile;
  options: Options;
  /** The reader's language stands first. */
  locale: "en" | "zh";
};

/** All that a candidate tells of himself, in one form that loses nothing. */
export function ProfileEditor({ action, summary, profile: kept, options, locale }: Props) {
  const t = useTranslations("candidate.editor");
  const [profile, setProfile] = useState(kept);
  const { texts } = profile;
  const order = locale === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  return (
    <Form action={action} summary={summary} className="grid min-w-0 gap-8">
      <input type="hidden" name="profile" value={JSON.stringify(profile)} />
      <section aria-labelledby="texts" className="grid min-w-0 gap-4">
        <h2 id="texts" className="font-semibold text-lg">
          {t("texts")}
        </h2>
        <p className="max-w-prose text-muted text-sm">{t("textsHint")}</p>
        <div className="grid min-w-0 gap-8 xl:grid-cols-2">
          {order.map((one) => (
            <TextEditor
              key={one}
              {...{ locale: one, text: texts[one] }}
              onText={(text) => setProfile({ ...profile, texts: { ...texts, [one]: text } })}
              onCopy={() => setProfile({ ...profile, texts: filledFrom(texts, one) })}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="facts" className="grid gap-4">
        <h2 id="facts" className="font-semibold text-lg">
          {t("facts")}
        </h2>
        <FactsEditor {...{ profile, options, onProfile: setProfile }} />
      </section>
      <section aria-labelledby="claims-title" className="grid max-w-xl gap-4">
        <h2 id="claims-title" className="font-semibold text-lg">
          {t("claims")}
        </h2>
        <p className="text-muted text-sm">{t("claimsHint")}</p>
        <PartList
          {...{ path: "claims", legend: t("claimed"), noun: t("nouns.skill"), most: 60 }}
          parts={profile.claims}
          blank={{ skill: unclaimed(profile, options), level: "working" as const }}
          onParts={(claims) => setProfile({ ...profile, claims })}
        >
          {(part, at, onPart) => (
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <BoundSelect
                {...{ path: `${at}.skill`, label: t("skill"), value: part.skill }}
                options={options.skills}
                onValue={(skill) => onPart({ ...part, skill })}
              />
              <BoundSelect
                {...{ path: `${at}.level`, label: t("level"), value: part.level }}
                options={CLAIM_WORDS.map((value) => ({ value, label: t(`levels.${value}`) }))}
                onValue={(value) =>
                  onPart({ ...part, level: CLAIM_WORDS.find((one) => one === value) ?? "novice" })
                }
              />
            </div>
          )}
        </PartList>
      </section>
      <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
    </Form>
  );
}

/** The first skill that is not claimed yet. */
function unclaimed({ claims }: EditedProfile, { skills }: Options): string {
  const claimed = new Set(claims.map(({ skill }) => skill));
  return skills.find(({ value }) => !claimed.has(value))?.value ?? "";
}
