"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "../ui/form";
import { TextAreaField } from "../ui/text-area-field";

export type ShownCriterion = {
  slug: string;
  title: string;
  weight: string;
  /** What each level looks like, from 0. */
  levels: string[];
};

type Props = {
  criteria: ShownCriterion[];
  marks?: Record<string, { level: number | null; comment: string }>;
  /** Least length of a comment; without it no comments are asked for. */
  commentMin?: number;
};

/** Levels and comments for every criterion. */
export function MarksFields({ criteria, marks = {}, commentMin }: Props) {
  const t = useTranslations("project.form");
  return (
    <div className="grid gap-6">
      {criteria.map((criterion) => (
        <fieldset
          key={criterion.slug}
          className="grid gap-3 rounded-lg border border-line bg-raised p-4"
        >
          <legend className="px-1 font-semibold">
            {criterion.title}{" "}
            <span className="font-normal text-muted text-sm">{criterion.weight}</span>
          </legend>
          <LevelChoice criterion={criterion} saved={marks[criterion.slug]?.level ?? null} />
          {commentMin === undefined ? null : (
            <TextAreaField
              name={`${criterion.slug}.comment`}
              label={t("comment", { criterion: criterion.title })}
              hint={t("commentHint", { min: commentMin })}
              rows={4}
              maxLength={4000}
              defaultValue={marks[criterion.slug]?.comment ?? ""}
            />
          )}
        </fieldset>
      ))}
    </div>
  );
}

function LevelChoice({ criterion, saved }: { criterion: ShownCriterion; saved: number | null }) {
  const { errors, values, turn, prefix } = useFormState();
  const name = `${criterion.slug}.level`;
  const id = prefix + name;
  const error = errors[name];
  const chosen = values[name] ?? (saved === null ? undefined : String(saved));
  return (
    <div key={turn} className="grid gap-1">
      {[...criterion.levels.entries()].toReversed().map(([level, text], index) => (
        <label
          key={level}
          className="grid cursor-pointer grid-cols-[auto_auto_1fr] items-baseline gap-x-3 rounded-md border border-transparent px-2 py-1.5 text-sm hover:bg-surface has-checked:border-accent has-checked:bg-surface"
        >
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={level}
            defaultChecked={chosen === String(level)}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            className="size-4 translate-y-0.5 accent-accent"
          />
          <span className="font-semibold tabular-nums">{level}</span>
          <span>{text}</span>
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
