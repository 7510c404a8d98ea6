import { publishJson } from "@/app/_issuer/publish";
import { ownStatusList } from "@/lib/credentials/published-documents";
import { notFound } from "@/lib/platform/errors";

type Context = { params: Promise<{ id: string }> };

/** A Bitstring Status List credential, signed now. */
export const GET = (request: Request, { params }: Context) =>
  publishJson(
    request,
    async () => {
      const { id } = await params;
      if (!/^[1-9]\d{0,8}$/.test(id)) throw notFound("status_list_not_found");
      return ownStatusList(Number(id));
    },
    "application/vc",
  );
