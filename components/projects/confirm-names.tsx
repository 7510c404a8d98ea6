"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "../ui/form";

/** Stands where names were found in a text that is to be read blind. */
export function ConfirmNames() {
  const t = useTranslations("project.form");
  const { errors, prefix } = useFormState();
  const error = errors.anonymous;
  if (!error) return null;
  const id = `${prefix}anonymous`;
  return (
    <div className="grid gap-1 rounded-md border border-warn bg-warn-soft px-4 py-3 text-sm">
      <p id={`${id}-error`}>{error}</p>
      <label className="flex items-center gap-2 font-medium">
        <input
          type="checkbox"
          id={id}
          name="anonymous"
          value="yes"
          aria-describedby={`${id}-error`}
          className="size-4 accent-accent"
        />
        {t("namesAreNotOurs")}
      </label>
    </div>
  );
}
