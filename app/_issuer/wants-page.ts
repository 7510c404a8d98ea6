/** Whether a browser asks, which is better served by a page than by a document. */
export const wantsPage = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").includes("text/html");

/** To a page below the reader's language. */
export const toPage = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, vary: "accept" } });
