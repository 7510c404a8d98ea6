import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { FactList } from "@/components/ui/fact-list";
import { FileLinks } from "@/components/upload/file-links";
import { HandIn } from "@/components/upload/hand-in";
import { UploadMessages } from "@/components/upload/messages";
import { OwnFiles } from "@/components/upload/own-files";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { ONNX_RULES } from "@/lib/models/onnx-rules";
import { type ModelChallengeView, readModelChallenge } from "@/lib/models/read-model-challenge";
import { SignInNote } from "./sign-in-note";

type Props = { actor: Actor; slug: string; statement: ReactNode };

const BOX = "rounded-lg border border-line bg-raised p-4 sm:p-5";

/** A challenge that takes models: the rules of a file, the way to hand one in, and what one has. */
export async function ModelWork({ actor, slug, statement }: Props) {
  const t = await getTranslations("model");
  const format = await getFormatter();
  const model = await readModelChallenge(actor, slug);
  const hrefOf = (name: string) => `/api/v1/challenges/${slug}/files/${name}`;
  const own = model.own.map(({ score, verdict, ...one }) => ({
    ...one,
    verdict,
    reached: score === null || verdict === null ? null : format.number(score, { style: "percent" }),
  }));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,50rem)_25rem] lg:justify-between">
      <div className="min-w-0 overflow-hidden border-line border-y bg-raised lg:col-start-1 lg:row-start-1 lg:rounded-lg lg:border">
        <UploadMessages>{statement}</UploadMessages>
      </div>
      <aside className="grid gap-6 px-4 lg:col-start-2 lg:row-start-1 lg:px-0">
        {model.given.length > 0 ? (
          <section className={BOX}>
            <h2 className="mb-3 font-semibold">{t("given")}</h2>
            <FileLinks files={model.given} hrefOf={hrefOf} />
          </section>
        ) : null}
        <section className={BOX}>
          <h2 className="mb-3 font-semibold">{t("handIn")}</h2>
          <UploadMessages>
            <WayIn actor={actor} slug={slug} model={model} />
          </UploadMessages>
        </section>
        <section className={BOX}>
          <h2 className="mb-3 font-semibold">{t("rules.title")}</h2>
          <Rules model={model} />
        </section>
        <OwnFiles title={t("own")} own={own} />
        <p className="text-sm">
          <Link href={`/challenges/${slug}/trade-offs`} className="text-accent underline">
            {t("compare")}
          </Link>
        </p>
      </aside>
    </div>
  );
}

async function Rules({ model }: { model: ModelChallengeView }) {
  const t = await getTranslations("model.rules");
  const upload = await getTranslations("upload");
  const { extensions, maxKb, attemptsPerDay } = model.rules;
  const { oldestOpset: oldest, newestOpset: newest, operators } = ONNX_RULES;
  const shown = extensions.map((one) => `.${one}`).join(", ");
  const facts = [
    [t("file"), t("fileOf", { extensions: shown, size: upload("size", { kb: maxKb }) })],
    [t("attempts"), t("attemptsOf", { left: model.attemptsLeft, limit: attemptsPerDay })],
    [t("input"), t("inputOf")],
    [t("output"), t("outputOf")],
    [t("opset"), t("opsetOf", { oldest, newest })],
    [t("weights"), t("weightsOf")],
  ] as const;
  return (
    <>
      <FactList facts={facts} />
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-muted">
          {t("operators", { count: operators.length })}
        </summary>
        <p className="mt-2 font-mono text-xs leading-5">{operators.join(" ")}</p>
      </details>
    </>
  );
}

type WayInProps = { actor: Actor; slug: string; model: ModelChallengeView };

async function WayIn({ actor, slug, model }: WayInProps) {
  const t = await getTranslations("model");
  const format = await getFormatter();
  if (actor.kind !== "user") return <SignInNote slug={slug} namespace="model" />;
  if (model.nextAt) {
    const at = format.dateTime(new Date(model.nextAt), { dateStyle: "long", timeStyle: "short" });
    return <Alert>{t("noneLeft", { at })}</Alert>;
  }
  return (
    <>
      <HandIn slug={slug} extensions={model.rules.extensions} maxKb={model.rules.maxKb} />
      <p className="mt-2 text-muted text-xs">{t("free")}</p>
    </>
  );
}
