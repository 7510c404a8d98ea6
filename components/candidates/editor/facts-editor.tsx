"use client";

import { useTranslations } from "next-intl";
import { AVAILABILITIES, LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { BoundInput, BoundSelect } from "./bound-field";
import type { EditedProfile, Options } from "./edited-profile";
import { PartList } from "./part-list";

type Props = {
  profile: EditedProfile;
  options: Options;
  onProfile: (profile: EditedProfile) => void;
};

/** What holds in every language: place, wishes, languages, links. */
export function FactsEditor({ profile, options, onProfile }: Props) {
  const t = useTranslations("candidate.editor");
  const change = (part: Partial<EditedProfile>) => onProfile({ ...profile, ...part });
  const { workPlaces } = profile;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <BoundInput
        {...{ path: "place", label: t("place"), hint: t("placeHint"), value: profile.place }}
        autoComplete="address-level2"
        onValue={(place) => change({ place })}
      />
      <BoundSelect
        {...{ path: "country", label: t("country"), value: profile.country }}
        options={[{ value: "", label: t("unsaid") }, ...options.countries]}
        onValue={(country) => change({ country })}
      />
      <fieldset className="grid content-start gap-1">
        <legend className="mb-1 font-medium text-sm">{t("workPlaces")}</legend>
        {WORK_PLACES.map((value) => (
          <Tick
            key={value}
            label={t(`workPlace.${value}`)}
            checked={workPlaces.includes(value)}
            onChecked={(on) =>
              change({
                workPlaces: WORK_PLACES.filter((one) =>
                  one === value ? on : workPlaces.includes(one),
                ),
              })
            }
          />
        ))}
        <Tick
          label={t("relocates")}
          checked={profile.relocates}
          onChecked={(relocates) => change({ relocates })}
        />
      </fieldset>
      <BoundSelect
        {...{ path: "availability", label: t("availability"), value: profile.availability }}
        options={AVAILABILITIES.map((value) => ({ value, label: t(`available.${value}`) }))}
        onValue={(value) =>
          change({ availability: AVAILABILITIES.find((one) => one === value) ?? "not_looking" })
        }
      />
      <BoundInput
        {...{ path: "salaryWish", label: t("salary"), hint: t("salaryHint") }}
        value={profile.salaryWish}
        inputMode="numeric"
        autoComplete="off"
        onValue={(salaryWish) => change({ salaryWish })}
      />
      <BoundSelect
        {...{ path: "salaryCurrency", label: t("currency"), value: profile.salaryCurrency }}
        options={[{ value: "", label: t("unsaid") }, ...options.currencies]}
        onValue={(salaryCurrency) => change({ salaryCurrency })}
      />
      <PartList
        {...{ path: "languages", legend: t("languages"), noun: t("nouns.language"), most: 12 }}
        {...{ parts: profile.languages, blank: { language: "en", level: "working" as const } }}
        onParts={(languages) => change({ languages })}
      >
        {(part, at, onPart) => (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <BoundSelect
              {...{ path: `${at}.language`, label: t("language"), value: part.language }}
              options={options.languages}
              onValue={(language) => onPart({ ...part, language })}
            />
            <BoundSelect
              {...{ path: `${at}.level`, label: t("fluency"), value: part.level }}
              options={LANGUAGE_LEVELS.map((value) => ({ value, label: t(`fluent.${value}`) }))}
              onValue={(value) =>
                onPart({ ...part, level: LANGUAGE_LEVELS.find((one) => one === value) ?? "basic" })
              }
            />
          </div>
        )}
      </PartList>
      <PartList
        {...{ path: "links", legend: t("links"), noun: t("nouns.link"), most: 8 }}
        {...{ parts: profile.links, blank: { label: "", url: "" } }}
        onParts={(links) => change({ links })}
      >
        {(part, at, onPart) => (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <BoundInput
              {...{ path: `${at}.label`, label: t("linkLabel"), value: part.label }}
              onValue={(label) => onPart({ ...part, label })}
            />
            <BoundInput
              {...{ path: `${at}.url`, label: t("linkUrl"), value: part.url, type: "url" }}
              placeholder="https://"
              onValue={(url) => onPart({ ...part, url })}
            />
          </div>
        )}
      </PartList>
    </div>
  );
}

type TickProps = { label: string; checked: boolean; onChecked: (on: boolean) => void };

function Tick({ label, checked, onChecked }: TickProps) {
  return (
    <label className="flex min-h-7 items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChecked(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}
