import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { publicUrl } from "@/lib/platform/env";
import { commonHeaders } from "@/lib/platform/security-headers";
import { noteSocketAddress } from "./note-socket-address";
import { readableAddress } from "./readable-address";

type Started = { request: IncomingMessage; response: ServerResponse };

/** Sees every request before Next does: pages and routes, but also files and refusals of its own. */
export function watchRequests(): void {
  const headers = Object.entries(commonHeaders(publicUrl().startsWith("https:")));
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Started;
    noteSocketAddress(request);
    request.url = readableAddress(request.url ?? "/");
    for (const [name, value] of headers) response.setHeader(name, value);
  });
}
