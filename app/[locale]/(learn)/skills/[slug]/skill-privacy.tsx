import { getTranslations } from "next-intl/server";
import { showSkillAction } from "@/app/[locale]/account/profile/actions";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { UserActor } from "@/lib/auth/actor";
import { readShown } from "@/lib/profiles/show-skill";

type Props = { actor: UserActor; skill: string };

/** Who sees the skill, and the switch for it. */
export async function SkillPrivacy({ actor, skill }: Props) {
  const { shown, handle } = await readShown(actor, skill);
  const t = await getTranslations("profile.skill");
  const summary = (await getTranslations("account"))("summary");
  return (
    <section className="rounded-lg border border-line bg-raised p-4">
      <h2 className="mb-1 font-semibold">{t("title")}</h2>
      <p className="max-w-prose">{t(shown ? "shown" : "hidden")}</p>
      {handle ? null : <p className="max-w-prose text-muted text-sm">{t("off")}</p>}
      <Form action={showSkillAction} summary={summary} className="mt-3 grid gap-3">
        <input type="hidden" name="skill" value={skill} />
        <input type="hidden" name="shown" value={String(!shown)} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary">{t(shown ? "hide" : "show")}</SubmitButton>
          <Link
            href={handle ? `/p/${handle}` : "/account/profile"}
            className="text-accent text-sm underline"
          >
            {t("settings")}
          </Link>
        </div>
      </Form>
    </section>
  );
}
