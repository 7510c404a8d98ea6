import { describeOrganisation } from "@/lib/organisations/describe-organisation";
import { declare } from "../_declare/route-declaration";
import { slugParams } from "../_schemas/common";
import { organisation } from "../_schemas/organisations";

const time = (date: Date | null) => date?.toISOString() ?? null;

export const getOrganisation = declare({
  method: "GET",
  path: "/organisations/{slug}",
  operationId: "getOrganisation",
  tag: "Organisations",
  summary: "An organisation that you belong to, or whose token you use",
  access: "organisation",
  scope: "openings:read",
  params: slugParams,
  success: { status: 200, description: "The organisation", schema: organisation },
  handler: async ({ actor, params }) => {
    const { createdAt, verifiedAt, ...rest } = await describeOrganisation(actor, params.slug);
    const times = { verifiedAt: time(verifiedAt), createdAt: createdAt.toISOString() };
    return { body: { ...rest, ...times } };
  },
});
