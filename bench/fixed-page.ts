import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The reference for cached pages: node:http that answers every request with the same bytes. */
let body = Buffer.from("");
const server = createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length }).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on("message", (order: { do: string; body?: string }) => {
  if (order.do === "body") body = Buffer.from(order.body ?? "");
  if (order.do === "stop") process.exit(0);
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system, rss: process.memoryUsage.rss() });
});
