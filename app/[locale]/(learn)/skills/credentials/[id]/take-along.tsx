import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { mailAction } from "./actions";
import type { Part } from "./page";

const LINK = "text-accent underline";

/** Badge, document, tokens, QR code, letter and LinkedIn. */
export async function TakeAlong({ credential, locale }: Part) {
  const t = await getTranslations("skill.credential");
  const at = `/credentials/${credential.id}`;
  const linkedIn = credential.linkedIn[locale];
  return (
    <section className="grid gap-4 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("take")}</h2>
      {/* biome-ignore lint/performance/noImgElement: it is made when asked for, and carries the credential */}
      <img
        src={`${at}?format=png`}
        alt={t("badgeAlt", { title: credential.title[locale] })}
        width={240}
        height={240}
        className="mx-auto"
      />
      <ul className="grid gap-1 text-sm">
        <li>
          <a className={LINK} href={`${at}?format=html`}>
            {t("verify")}
          </a>
        </li>
        <li>
          <a className={LINK} href={`${at}?format=png`} download>
            {t("png")}
          </a>
        </li>
        <li>
          <a className={LINK} href={`${at}?format=svg`} download>
            {t("svg")}
          </a>
        </li>
        <li>
          <a className={LINK} href={`${at}?format=json`} download>
            {t("document")}
          </a>
        </li>
        <li>
          <a className={LINK} href={`${at}?format=jwt`} download>
            {t("token")}
          </a>
        </li>
        {linkedIn ? (
          <li>
            <a className={LINK} href={linkedIn}>
              {t("linkedIn")}
            </a>
          </li>
        ) : null}
      </ul>
      <figure className="grid justify-items-center gap-1">
        {/* biome-ignore lint/performance/noImgElement: a drawing of a few kilobytes */}
        <img src={`${at}?format=qr`} alt={t("qrAlt")} width={180} height={180} />
        <figcaption className="text-muted text-sm">{t("qr")}</figcaption>
      </figure>
      <Form action={mailAction} summary={t("summary")} prefix="mail-">
        <input type="hidden" name="credential" value={credential.id} />
        <SubmitButton variant="secondary">{t("mail")}</SubmitButton>
      </Form>
    </section>
  );
}
