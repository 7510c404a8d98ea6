import { getTranslations } from "next-intl/server";
import { AttachField } from "@/components/projects/attach-field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { UploadMessages } from "@/components/upload/messages";
import type { WorkView } from "@/lib/projects/read-work";
import { detachAction } from "./project-actions";

type Props = { slug: string; piece: NonNullable<WorkView["piece"]>; rules: WorkView["rules"] };

/** The files beside a report while it is being written. */
export async function Attachments({ slug, piece, rules }: Props) {
  const taken = rules.attachments;
  if (!taken) return null;
  const t = await getTranslations("project.files");
  return (
    <section className="mt-6 grid gap-3" aria-labelledby="attachments">
      <h3 id="attachments" className="font-semibold">
        {t("title")}
      </h3>
      <p className="text-muted text-sm">{t("note")}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {piece.files.map(({ id, filename }, index) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 px-4 py-2 text-sm"
          >
            <a
              href={`/api/v1/pieces/${piece.id}/files/${index + 1}`}
              className="min-w-0 break-all text-accent underline"
            >
              {filename}
            </a>
            <Form action={detachAction} summary={t("summary")} prefix={`detach-${id}-`}>
              <input type="hidden" name="piece" value={piece.id} />
              <input type="hidden" name="upload" value={id} />
              <SubmitButton variant="secondary">{t("remove", { name: filename })}</SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      {piece.files.length < taken.max_files ? (
        <UploadMessages>
          <AttachField
            slug={slug}
            piece={piece.id}
            extensions={taken.extensions}
            maxKb={taken.max_kb}
            failed={t("summary")}
          />
        </UploadMessages>
      ) : (
        <p className="text-muted text-sm">{t("enough", { limit: taken.max_files })}</p>
      )}
    </section>
  );
}
