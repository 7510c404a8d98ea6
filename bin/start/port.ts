import { createServer } from "node:net";
import { StartError } from "./start-error";

const REASONS: Record<string, string> = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be used by this user",
  EADDRNOTAVAIL: "cannot be bound: this machine does not have the address",
};

/** Throws StartError unless the address can be listened on. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          `Port ${port} of ${host} ${REASONS[error.code ?? ""] ?? error.message}.`,
          "Choose another: npm start -- --port 3001 (or set PORT, HOST).",
          { cause: error },
        ),
      ),
    );
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
