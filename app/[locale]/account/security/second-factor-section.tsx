import { getFormatter, getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UserActor } from "@/lib/auth/actor";
import { readSecondFactor } from "@/lib/second-factor/set-up";
import { Section } from "../section";
import { confirmAction, endAction, renewAction, startAction } from "./second-factor-actions";

type Factor = Awaited<ReturnType<typeof readSecondFactor>>;
type Props = { actor: UserActor; hasPassword: boolean };

export async function SecondFactorSection({ actor, hasPassword }: Props) {
  const factor = await readSecondFactor(actor);
  const t = await getTranslations("account");
  return (
    <Section id="totp" title={t("totp.title")}>
      {factor.state === "on" ? <On factor={factor} /> : null}
      {factor.state === "starting" ? <Starting factor={factor} /> : null}
      {factor.state === "off" ? (
        <>
          <p>{t("totp.lead")}</p>
          <Form action={startAction} summary={t("summary")} prefix="totp-start-">
            {hasPassword ? (
              <Field
                name="password"
                type="password"
                label={t("password.current")}
                autoComplete="current-password"
                required
              />
            ) : null}
            <SubmitButton className="justify-self-start">{t("totp.start")}</SubmitButton>
          </Form>
        </>
      ) : null}
    </Section>
  );
}

async function Starting({ factor }: { factor: Extract<Factor, { state: "starting" }> }) {
  const t = await getTranslations("account");
  return (
    <>
      <p>{t("totp.scan")}</p>
      {/* biome-ignore lint/performance/noImgElement: a drawing made here, of a secret that no optimiser may keep */}
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(factor.qr)}`}
        alt={t("totp.qr")}
        className="size-48 rounded-md border border-line bg-white"
      />
      <p className="text-sm">{t("totp.type")}</p>
      <code className="select-all break-words font-mono text-sm">{factor.spelt}</code>
      <Form
        action={confirmAction}
        summary={t("summary")}
        prefix="totp-confirm-"
        whenDone={<p className="text-sm">{t("totp.keep")}</p>}
      >
        <Field name="code" label={t("totp.firstCode")} autoComplete="one-time-code" required />
        <SubmitButton className="justify-self-start">{t("totp.confirm")}</SubmitButton>
      </Form>
    </>
  );
}

async function On({ factor }: { factor: Extract<Factor, { state: "on" }> }) {
  const t = await getTranslations("account");
  const format = await getFormatter();
  const date = format.dateTime(factor.since, { dateStyle: "medium" });
  return (
    <>
      <p>
        {t("totp.on", { date })} {t("totp.left", { n: factor.recoveryCodes })}
      </p>
      <Form action={renewAction} summary={t("summary")} prefix="totp-renew-">
        <Field name="code" label={t("totp.renewCode")} autoComplete="one-time-code" required />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("totp.renew")}
        </SubmitButton>
      </Form>
      <Form action={endAction} summary={t("summary")} prefix="totp-end-">
        <Field name="code" label={t("totp.endCode")} autoComplete="one-time-code" required />
        <SubmitButton variant="danger" className="justify-self-start">
          {t("totp.end")}
        </SubmitButton>
      </Form>
    </>
  );
}
