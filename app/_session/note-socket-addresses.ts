import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { PEER_HEADER } from "@/lib/auth/client-address";

/**
 * Notes each request's socket address in a header that pages and routes can read. Next shows them
 * no socket, and passes a client's own X-Forwarded-For on as if it were the address.
 */
export function noteSocketAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  });
}
