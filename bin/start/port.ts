import { createServer } from "node:net";
import { InvalidArgumentError } from "commander";
import { StartError } from "./start-error";

const REASONS: Record<string, string> = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be used by this user",
  EADDRNOTAVAIL: "cannot be bound: this machine does not have the address",
};

/** The port that an argument names. Throws InvalidArgumentError. */
export function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new InvalidArgumentError("A port is a number from 1 to 65535.");
}

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
