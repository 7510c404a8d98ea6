/** Runs once before the server takes requests. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { noteSocketAddresses } = await import("./app/_session/note-socket-addresses");
    noteSocketAddresses();
  }
}
