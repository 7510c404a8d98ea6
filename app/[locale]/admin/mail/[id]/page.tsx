import { getFormatter, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { readMail } from "@/lib/mail/list-mail";

type Props = { params: Promise<{ id: string }> };

export default async function MessagePage({ params }: Props) {
  const message = await orNotFound(readMail(await currentActor(), (await params).id));
  const t = await getTranslations("admin.mail");
  const format = await getFormatter();
  const at = format.dateTime(message.createdAt, { dateStyle: "long", timeStyle: "medium" });
  const back = (
    <Link href="/admin/mail" className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={message.subject} lead={`${message.recipient} · ${at}`} aside={back}>
      <p className="mb-3 text-sm">{t(`status.${message.status}`)}</p>
      {message.error ? <p className="mb-3 text-bad text-sm">{message.error}</p> : null}
      <pre className="whitespace-pre-wrap break-words rounded-lg border border-line bg-raised p-4 text-sm">
        {message.text}
      </pre>
    </Page>
  );
}
