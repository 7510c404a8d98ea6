import { z } from "zod";
import { actorOfRequest } from "@/app/_session/actor-of-request";
import type { UserActor } from "@/lib/auth/actor";
import { requireScope, requireUser } from "@/lib/auth/policies";
import { takePoint } from "@/lib/platform/rate-limit";
import { abandonUpload } from "@/lib/uploads/abandon-upload";
import { beginUpload } from "@/lib/uploads/begin-upload";
import { ownUpload } from "@/lib/uploads/own-upload";
import { fixedHeaders } from "../_declare/fixed-headers";
import { parseInput } from "../_declare/parse-input";
import { problemResponse } from "../_declare/problem";
import { requireSameOrigin } from "../_declare/same-origin";
import { slug } from "../_schemas/common";
import { ID_HEADER, tusServer } from "./tus-server";

const TUS_VERSION = "1.0.0";
const LIMIT = { name: "upload", points: 600, seconds: 60 };

const creation = z.object({
  "Upload-Length": z.coerce.number().int().min(0),
  challenge: slug,
  filename: z.string().min(1).max(1000),
});

type Context = { params: Promise<{ id?: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** POST: a new upload, admitted before a byte of it is kept. */
export const createUpload = guarded(async (request, actor) => {
  const metadata = metadataOf(request.headers.get("upload-metadata") ?? "");
  const input = { "Upload-Length": request.headers.get("upload-length") ?? "", ...metadata };
  const { challenge, filename, "Upload-Length": bytes } = parseInput(creation, input, "header");
  const { id } = await beginUpload(actor, { challenge, filename, bytes });
  return relay(request, id);
});

/** HEAD: how much has arrived; of a whole file all, although its parts are gone. */
export const inspectUpload = guarded(async (request, actor, id) => {
  const upload = await ownUpload(actor, id);
  if (upload.sha256 === null) return relay(request, id);
  const size = String(upload.bytes);
  const headers = { "tus-resumable": TUS_VERSION, "upload-length": size, "upload-offset": size };
  return new Response(null, { headers: { ...fixedHeaders(), ...headers } });
});

/** PATCH: the next part. */
export const appendToUpload = guarded(async (request, actor, id) => {
  await ownUpload(actor, id);
  return relay(request, id);
});

/** DELETE: given up. */
export const deleteUpload = guarded(async (_, actor, id) => {
  await abandonUpload(actor, id);
  const headers = { ...fixedHeaders(), "tus-resumable": TUS_VERSION };
  return new Response(null, { status: 204, headers });
});

function guarded(
  act: (request: Request, actor: UserActor, id: string) => Promise<Response>,
): Handler {
  return async (request, context) => {
    try {
      const actor = await actorOfRequest(request);
      const user = requireUser(actor);
      if (user.scopes !== null) requireScope(user, "submissions:write");
      else if (request.method !== "HEAD") requireSameOrigin(request);
      await takePoint(LIMIT, user.userId);
      const [id = ""] = (await context.params).id ?? [];
      return await act(request, user, id);
    } catch (error) {
      return problemResponse(request, error);
    }
  };
}

/** Hands the request to the protocol's server under the upload's id; its answer gets our headers. */
async function relay(request: Request, id: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set(ID_HEADER, id);
  const init = { method: request.method, headers, body: request.body, signal: request.signal };
  const admitted = new Request(request.url, { ...init, duplex: "half" } as RequestInit);
  const answer = await tusServer().handleWeb(admitted);
  for (const [name, value] of Object.entries(fixedHeaders())) answer.headers.set(name, value);
  return answer;
}

/** tus writes metadata as `key base64,key base64`. */
const metadataOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    header.split(",").flatMap((pair) => {
      const [key = "", value = ""] = pair.trim().split(" ");
      return key ? [[key, Buffer.from(value, "base64").toString("utf8")]] : [];
    }),
  );
