import { describe, expect, it } from "vitest";
import { clientAddress, PEER_HEADER } from "./client-address";

const from = (forwarded: string, peer = "192.0.2.1") =>
  new Headers({ "x-forwarded-for": forwarded, [PEER_HEADER]: peer });

describe("the address that limits count by", () => {
  it("is the socket's where no proxy is trusted, whatever the client sends", () => {
    expect(clientAddress(from("198.51.100.7"), 0)).toBe("192.0.2.1");
  });

  it("is what the outermost trusted proxy wrote; further left proves nothing", () => {
    expect(clientAddress(from("1.1.1.1, 198.51.100.7"), 1)).toBe("198.51.100.7");
    expect(clientAddress(from("1.1.1.1, 198.51.100.7, 203.0.113.9"), 2)).toBe("198.51.100.7");
  });

  it("is unknown where the chain is too short or no address at all", () => {
    expect(clientAddress(from("198.51.100.7"), 2)).toBe("unknown");
    expect(clientAddress(from("not an address"), 1)).toBe("unknown");
  });

  it("takes a network of IPv6 for one, since one subscriber owns all of it", () => {
    const first = clientAddress(from("2001:db8:1:2::1"), 1);
    expect(clientAddress(from("2001:db8:1:2:ffff::9"), 1)).toBe(first);
    expect(clientAddress(from("2001:db8:1:3::1"), 1)).not.toBe(first);
    expect(clientAddress(from("::ffff:192.0.2.4"), 1)).toBe("192.0.2.4");
  });
});
