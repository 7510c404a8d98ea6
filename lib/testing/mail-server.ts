import { createServer } from "node:net";

/**
 * A mail server on this machine that takes whatever it is given (RFC 5321, as far as a sender
 * needs it). `next` answers the next message as it came over the wire.
 */
export async function mailServer() {
  const messages: string[] = [];
  const readers: ((message: string) => void)[] = [];
  const server = createServer((socket) => {
    let [buffer, isData] = ["", false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 here");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = isData ? "\r\n.\r\n" : "\r\n";
        const at = buffer.indexOf(end);
        if (at < 0) return;
        const text = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        if (isData) {
          const reader = readers.shift();
          if (reader) reader(text);
          else messages.push(text);
        }
        const wantsData = !isData && /^DATA$/i.test(text);
        isData = wantsData;
        say(wantsData ? "354 go on" : /^QUIT$/i.test(text) ? "221 bye" : "250 ok");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: () =>
      new Promise<string>((resolve) => {
        const message = messages.shift();
        if (message === undefined) readers.push(resolve);
        else resolve(message);
      }),
    close: () => server.close(),
  };
}
