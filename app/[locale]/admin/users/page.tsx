import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { listUsers } from "@/lib/accounts/list-users";
import { accessAction, factorAction, inviteAction, roleAction } from "./actions";

const ROLES = ["learner", "author", "admin"] as const;

const query = z.object({
  search: z.string().max(200).catch(""),
  cursor: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };
type User = Awaited<ReturnType<typeof listUsers>>["users"][number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.users"))("title") };
}

export default async function UsersPage({ searchParams }: Props) {
  const { search, cursor } = query.parse(await searchParams);
  const list = listUsers(await currentActor(), { search, ...(cursor ? { cursor } : {}) });
  const { users, next } = await orNotFound(list);
  const t = await getTranslations("admin.users");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <section className="mb-8 max-w-xl">
        <h2 className="mb-3 font-semibold">{t("invite")}</h2>
        <Form action={inviteAction} summary={t("summary")} prefix="invite-">
          <Field name="email" label={t("email")} hint={t("emailHint")} type="email" />
          <SelectField name="role" label={t("role")} options={await roleOptions()} />
          <SubmitButton className="justify-self-start">{t("inviteSubmit")}</SubmitButton>
        </Form>
      </section>
      <SearchForm label={t("search")} submit={t("searchSubmit")} value={search} />
      {users.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
      {next ? (
        <Link
          href={{ pathname: "/admin/users", query: { search, cursor: next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("older")}
        </Link>
      ) : null}
    </Page>
  );
}

async function roleOptions() {
  const t = await getTranslations("auth.roles");
  return ROLES.map((role) => ({ value: role, label: t(role) }));
}

async function UserRow({ user }: { user: User }) {
  const t = await getTranslations("admin.users");
  const format = await getFormatter();
  const disabled = user.disabledAt !== null;
  return (
    <li className="flex flex-wrap items-end gap-3 px-4 py-3">
      <div className="w-full min-w-0 md:w-auto md:flex-1">
        <p className="font-medium">
          {user.name}
          {disabled ? <span className="ml-2 text-bad text-sm">{t("disabled")}</span> : null}
        </p>
        <p className="break-words text-muted text-sm">
          {user.email}
          {user.emailVerifiedAt ? "" : ` · ${t("unverified")}`}
          {` · ${format.dateTime(user.createdAt, { dateStyle: "medium" })}`}
        </p>
      </div>
      <Form
        action={roleAction}
        summary={t("summary")}
        prefix={`role-${user.id}-`}
        className="flex flex-wrap items-end gap-2"
      >
        <input type="hidden" name="userId" value={user.id} />
        <SelectField
          name="role"
          label={t("role")}
          options={await roleOptions()}
          defaultValue={user.role}
        />
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </Form>
      <Form action={accessAction} summary={t("summary")} prefix={`access-${user.id}-`}>
        <input type="hidden" name="userId" value={user.id} />
        <input type="hidden" name="access" value={disabled ? "enable" : "disable"} />
        <SubmitButton variant={disabled ? "secondary" : "danger"}>
          {t(disabled ? "enable" : "disable")}
        </SubmitButton>
      </Form>
      {user.secondFactor ? (
        <Form action={factorAction} summary={t("summary")} prefix={`factor-${user.id}-`}>
          <input type="hidden" name="userId" value={user.id} />
          <SubmitButton variant="danger">{t("liftFactor")}</SubmitButton>
        </Form>
      ) : null}
    </li>
  );
}
