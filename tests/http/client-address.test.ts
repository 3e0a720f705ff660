import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddress } from "../../app/http/client-address.ts";

/** A request from this peer with these headers. */
function requestFrom(peer: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  return Object.assign(new IncomingMessage(socket), { headers });
}

test("whatever an unknown peer says of where it comes from, it is the peer", () => {
  const faked = ["x-forwarded-for", "forwarded", "x-real-ip", "client-ip", "true-client-ip", "cf-connecting-ip"];
  for (const [turn, name] of faked.entries()) {
    const request = requestFrom("203.0.113.9", { [name]: `198.51.100.${turn}` });
    expect(clientAddress(request, ["127.0.0.1"])).toBe("203.0.113.9");
  }
});

test("behind a trusted proxy it is the nearest address that is no proxy; what the client wrote before it counts nothing", () => {
  const trusted = ["127.0.0.1", "10.0.0.1"];
  const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.9, 10.0.0.1" };
  expect(clientAddress(requestFrom("::ffff:127.0.0.1", headers), trusted)).toBe("203.0.113.9");
  expect(clientAddress(requestFrom("127.0.0.1", { "x-real-ip": "198.51.100.1" }), trusted)).toBe("127.0.0.1");
});
