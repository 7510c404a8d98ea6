import { MEMBER_ROLES, RECRUITING } from "@/lib/organisations/membership";
import type { MemberRole } from "@/lib/platform/prisma/enums";

const OWNERS = ["owner"] as const;

/** The pages of an organisation, in the order of its navigation, and whose they are. */
const PARTS = [
  { path: "", key: "overview", roles: MEMBER_ROLES },
  { path: "/openings", key: "openings", roles: MEMBER_ROLES },
  { path: "/search", key: "search", roles: RECRUITING },
  { path: "/saved", key: "saved", roles: RECRUITING },
  { path: "/contests", key: "contests", roles: RECRUITING },
  { path: "/fairness", key: "fairness", roles: OWNERS },
  { path: "/members", key: "members", roles: MEMBER_ROLES },
  { path: "/tokens", key: "tokens", roles: OWNERS },
  { path: "/log", key: "log", roles: OWNERS },
  { path: "/settings", key: "settings", roles: OWNERS },
] as const satisfies readonly { path: string; key: string; roles: readonly MemberRole[] }[];

/** What a member in the role finds there. */
export const partsFor = (role: MemberRole) =>
  PARTS.filter(({ roles }) => (roles as readonly MemberRole[]).includes(role));
