import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { NavLink } from "@/components/nav-link";
import { Alert } from "@/components/ui/alert";
import { OWNERLESS } from "@/lib/organisations/close-ownerless";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { partsFor } from "./parts";

type Props = { children: ReactNode; params: Promise<{ organisation: string }> };

/** Each page asks for a sign-in itself: only it knows where to come back to. */
export default async function OrganisationLayout({ children, params }: Props) {
  const { organisation: slug } = await params;
  const actor = await currentActor();
  if (actor.kind !== "user") return children;
  const { name, role, status, suspendedWhy } = await orNotFound(readOrganisation(actor, slug));
  const t = await getTranslations("organisations");
  return (
    <>
      <nav aria-label={name} className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl gap-1 overflow-x-auto px-2">
          {partsFor(role).map(({ path, key }) => (
            <NavLink key={key} href={`/hire/${slug}${path}`} exact={path === ""}>
              {key === "overview" ? name : t(`nav.${key}`)}
            </NavLink>
          ))}
        </div>
      </nav>
      {status === "suspended" ? (
        <div className="mx-auto max-w-7xl px-4 pt-6">
          <Alert tone="bad" title={t("suspended")}>
            <p className="mt-1 whitespace-pre-line break-words text-sm">
              {suspendedWhy === OWNERLESS ? t("ownerless") : suspendedWhy}
            </p>
          </Alert>
        </div>
      ) : null}
      {children}
    </>
  );
}
