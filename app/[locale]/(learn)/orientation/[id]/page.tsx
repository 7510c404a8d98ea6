import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { OrientationOutcome } from "@/components/orientation/outcome";
import type { Locale } from "@/i18n/routing";
import { readOrientation } from "@/lib/orientation/read-orientation";
import { Running } from "./running";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orientation"))("title") };
}

export default async function OneOrientationPage({ params }: Props) {
  const { id, locale } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const actor = await requireSignIn(`/orientation/${id}`);
  const { running, outcome, why } = await orNotFound(readOrientation(actor, id));
  const t = await getTranslations("orientation");
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8">
      <h1 className="mb-4 font-semibold text-2xl tracking-tight">
        {t(outcome ? "over.title" : "title")}
      </h1>
      {running ? <Running id={id} running={running} locale={locale} /> : null}
      {outcome ? <OrientationOutcome outcome={outcome} why={why} /> : null}
    </div>
  );
}
