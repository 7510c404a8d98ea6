"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useFormState } from "@/components/ui/form";

type Props<T> = {
  path: string;
  legend: string;
  /** What one part is called, for its buttons. */
  noun: string;
  parts: T[];
  blank: T;
  most: number;
  onParts: (parts: T[]) => void;
  children: (part: T, path: string, onPart: (part: T) => void) => ReactNode;
};

const swapped = <T,>(parts: T[], from: number, to: number): T[] => {
  const result = [...parts];
  const [moved] = result.splice(from, 1);
  if (moved !== undefined) result.splice(to, 0, moved);
  return result;
};

/** Parts that repeat: added, removed and moved, by keyboard too. */
export function PartList<T>(props: Props<T>) {
  const { path, legend, noun, parts, blank, most, onParts, children } = props;
  const t = useTranslations("candidate.editor");
  const { errors } = useFormState();
  const list = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const last = list.current?.querySelector<HTMLElement>("li:last-of-type");
    last?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  const own = errors[path];
  return (
    <fieldset ref={list} id={path} tabIndex={-1} className="grid gap-3">
      <legend className="mb-2 font-medium">{legend}</legend>
      {own ? <p className="text-bad text-sm">{own}</p> : null}
      <ol className="grid gap-3">
        {parts.map((part, index) => {
          const n = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; its values are the editor's.
            <li key={index} className="grid gap-3 rounded-lg border border-line bg-raised p-3">
              {children(part, `${path}.${index}`, (changed) =>
                onParts(parts.map((one, at) => (at === index ? changed : one))),
              )}
              <div className="flex flex-wrap gap-2">
                <Button
                  variant="quiet"
                  aria-label={t("up", { noun, n })}
                  disabled={index === 0}
                  onClick={() => onParts(swapped(parts, index, index - 1))}
                >
                  <span aria-hidden="true">↑</span>
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t("down", { noun, n })}
                  disabled={index === parts.length - 1}
                  onClick={() => onParts(swapped(parts, index, index + 1))}
                >
                  <span aria-hidden="true">↓</span>
                </Button>
                <Button
                  variant="quiet"
                  className="ml-auto"
                  aria-label={t("removeOne", { noun, n })}
                  onClick={() => {
                    onParts(parts.filter((_, at) => at !== index));
                    list.current?.focus();
                  }}
                >
                  {t("remove")}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {parts.length < most ? (
        <Button
          variant="secondary"
          className="justify-self-start"
          onClick={() => {
            added.current = true;
            onParts([...parts, blank]);
          }}
        >
          {t("add", { noun })}
        </Button>
      ) : null}
    </fieldset>
  );
}
