import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch";
import { isPublicAddress } from "./public-address";

describe("public addresses", () => {
  it.each([
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...["0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1"],
    ...["fc00::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::"],
    ...["2001:db8::1", "ff02::1", "example.org", ""],
  ])("are not %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
    "are %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

/** Makes the certificate of the stand-in server; Node has no means to. */
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

let folder = "";
let server: Server;
let ca = "";
let port = 0;

beforeAll(async () => {
  if (!hasOpenssl) return;
  folder = mkdtempSync(path.join(tmpdir(), "touchstone-tls-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=issuer.test", "-addext", "subjectAltName=DNS:issuer.test"];
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert];
  execFileSync("openssl", [...made, ...subject, "-days", "2"], { stdio: "ignore" });
  ca = readFileSync(cert, "utf8");
  server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    if (request.url === "/here") response.end("found");
    else if (request.url === "/moved") response.writeHead(302, { location: "/here" }).end();
    else if (request.url === "/round") response.writeHead(302, { location: "/round" }).end();
    else if (request.url === "/inside")
      response.writeHead(302, { location: "https://127.0.0.2/" }).end();
    else if (request.url === "/plain")
      response.writeHead(302, { location: "http://issuer.test/" }).end();
    else if (request.url === "/large") response.end(Buffer.alloc(5000));
    else if (request.url === "/slow") response.write("a");
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  if (!hasOpenssl) return;
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Stands in for the internet: one name, which leads to the test's server. */
const fetchFrom = (
  where: string,
  isPublic = (address: string): boolean => address === "127.0.0.1",
) =>
  guardedFetch(`https://issuer.test:${port}${where}`, {
    ...{ ca, isPublic, maxBytes: 1000, timeoutMs: 2000 },
    lookup: ((_: string, __: object, done: (...given: unknown[]) => void) =>
      done(null, [{ address: "127.0.0.1", family: 4 }])) as never,
  });

const faultOf = (work: Promise<unknown>) => work.then(String, (error) => error.fault);

describe("a guarded fetch", () => {
  it.runIf(hasOpenssl)(
    "reads what lies at a public address, and follows a redirect to one",
    async () => {
      expect((await fetchFrom("/here")).bytes.toString()).toBe("found");
      expect((await fetchFrom("/moved")).bytes.toString()).toBe("found");
    },
  );

  it.runIf(hasOpenssl)("connects to no name that leads inside", async () => {
    expect(await faultOf(fetchFrom("/here", () => false))).toBe("refused");
  });

  it.each([
    "http://example.org/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:7f00:1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://user:word@example.org/",
    "file:///etc/passwd",
    "nonsense",
  ])("refuses %s before anything is sent", async (address) => {
    expect(await faultOf(guardedFetch(address))).toBe("refused");
  });

  it.runIf(hasOpenssl)("judges a redirect as it judges an address", async () => {
    expect(await faultOf(fetchFrom("/inside"))).toBe("refused");
    expect(await faultOf(fetchFrom("/plain"))).toBe("refused");
    expect(await faultOf(fetchFrom("/round"))).toBe("refused");
  });

  it.runIf(hasOpenssl)("gives up on what is too large, too slow or not there", async () => {
    expect(await faultOf(fetchFrom("/large"))).toBe("too_large");
    expect(await faultOf(fetchFrom("/slow"))).toBe("timed_out");
    expect(await faultOf(fetchFrom("/gone"))).toBe("bad_status");
  });
});
