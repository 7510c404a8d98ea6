import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { listCalibrations } from "@/lib/calibration/calibrations";
import { askForRunAction, chooseCalibrationAction } from "./actions";

type Listed = Awaited<ReturnType<typeof listCalibrations>>;

/** What was calibrated and what is in use, with the way back to an earlier one. */
export async function Calibrations({ listed }: { listed: Listed }) {
  const t = await getTranslations("admin.measurement.calibrations");
  const { calibrations, inUse, pinned, waiting } = listed;
  return (
    <section className="mt-6 max-w-3xl rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="mb-3 max-w-prose text-muted text-sm">{t("lead")}</p>
      {waiting ? (
        <p className="mb-3">{t("waiting")}</p>
      ) : (
        <Form action={askForRunAction} summary={t("summary")} prefix="ask-" className="mb-3">
          <SubmitButton variant="secondary">{t("ask")}</SubmitButton>
        </Form>
      )}
      {calibrations.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {calibrations.map((one) => (
          <CalibrationRow key={one.id} calibration={one} isUsed={one.id === inUse} />
        ))}
        <li className="flex flex-wrap items-center justify-between gap-2 py-3">
          <div>
            <p className="font-medium">
              {t("author")} {inUse === null ? <InUse label={t("inUse")} /> : null}
            </p>
            <p className="text-muted text-sm">{t("authorText")}</p>
          </div>
          {inUse === null ? null : <Choose id="author" label={t("useAuthor")} />}
        </li>
      </ul>
      {pinned ? (
        <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-3">
          <p className="text-sm">{t("pinned")}</p>
          <Choose id="follow" label={t("follow")} />
        </div>
      ) : null}
    </section>
  );
}

type RowProps = { calibration: Listed["calibrations"][number]; isUsed: boolean };

async function CalibrationRow({ calibration, isUsed }: RowProps) {
  const t = await getTranslations("admin.measurement.calibrations");
  const format = await getFormatter();
  const { id, madeAt, items, moved, warnings } = calibration;
  const at = format.dateTime(new Date(madeAt), { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 py-3">
      <div className="min-w-0">
        <p className="font-medium">
          {at} <span className="font-mono font-normal text-muted">{id.slice(0, 8)}</span>{" "}
          {isUsed ? <InUse label={t("inUse")} /> : null}
        </p>
        <p className="text-muted text-sm">{t("items", { items, moved })}</p>
        <ul className="text-sm text-warn">
          {warnings.map(({ code, skill, item }) => (
            <li key={`${code} ${skill} ${item}`}>
              <span aria-hidden="true">▲ </span>
              {t(`warning.${code}`, { skill, item: item ?? "" })}
            </li>
          ))}
        </ul>
      </div>
      {isUsed ? null : <Choose id={id} label={t("use")} name={t("useNamed", { at })} />}
    </li>
  );
}

function InUse({ label }: { label: string }) {
  return (
    <span className="whitespace-nowrap rounded bg-good-soft px-2 py-0.5 text-good text-sm">
      ✓ {label}
    </span>
  );
}

async function Choose({ id, label, name }: { id: string; label: string; name?: string }) {
  const t = await getTranslations("admin.measurement.calibrations");
  return (
    <Form action={chooseCalibrationAction} summary={t("summary")} prefix={`${id}-`}>
      <input type="hidden" name="calibration" value={id} />
      <SubmitButton variant="secondary" {...(name ? { "aria-label": name } : {})}>
        {label}
      </SubmitButton>
    </Form>
  );
}
