import type { IncomingMessage } from "node:http";
import { PEER_HEADER } from "@/lib/auth/client-address";

/**
 * Notes the request's socket address in a header that pages and routes can read. Next shows them
 * no socket, and passes a client's own X-Forwarded-For on as if it were the address.
 */
export function noteSocketAddress(request: IncomingMessage): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
}
