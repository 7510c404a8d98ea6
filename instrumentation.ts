/** Runs once before the server takes requests. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { watchRequests } = await import("./app/_incoming/watch-requests");
    watchRequests();
  }
}
