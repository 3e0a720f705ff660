import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

export const ACCESS_KEY = "portal/key+1";
export const SECRET_KEY = "a secret/with+signs=";
export const REGION = "vn-north-1";
const PAGE = 3;

export interface S3Server {
  readonly url: string;
  readonly blobs: Map<string, Buffer>;
  /** Statuses to answer the next requests with, before anything else. */
  readonly answers: number[];
  /** Requests seen: method and path. */
  readonly seen: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** A store of one bucket, `tep`, that speaks enough of S3 and refuses what is not signed right. */
export async function openS3(): Promise<S3Server> {
  const blobs = new Map<string, Buffer>();
  const answers: number[] = [];
  const seen: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      seen.push(`${request.method} ${request.url?.split("?")[0]}`);
      const forced = answers.shift();
      const [status, answer] = forced
        ? [forced, ""]
        : isSigned(request, body)
          ? serve(blobs, request, body)
          : [403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"];
      response.writeHead(status, status === 307 ? { Location: "http://127.0.0.1:1/" } : {}).end(answer);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const login = `${encodeURIComponent(ACCESS_KEY)}:${encodeURIComponent(SECRET_KEY)}`;
  return {
    url: `s3://${login}@127.0.0.1:${port}/tep/thu-muc?tls=off&region=${REGION}`,
    blobs,
    answers,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(blobs: Map<string, Buffer>, request: IncomingMessage, body: Buffer): [number, Buffer | string] {
  const url = new URL(request.url ?? "", "http://s3");
  if (url.pathname === "/tep") return [200, listing(blobs, url.searchParams)];
  const key = decodeURIComponent(url.pathname.replace(/^\/tep\//, ""));
  if (request.method === "PUT") blobs.set(key, body);
  if (request.method === "DELETE") blobs.delete(key);
  if (request.method !== "GET") return [request.method === "PUT" ? 200 : 204, ""];
  const blob = blobs.get(key);
  return blob ? [200, blob] : [404, "<Error><Code>NoSuchKey</Code></Error>"];
}

function listing(blobs: Map<string, Buffer>, query: URLSearchParams): string {
  const after = query.get("continuation-token")?.replace("&<", "") ?? "";
  const keys = [...blobs.keys()].sort().filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after);
  const shown = keys.slice(0, PAGE);
  const more = keys.length > PAGE;
  const rows = shown.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>2026-11-21T10:00:00.000Z</LastModified></Contents>`,
  );
  const next = more ? `<NextContinuationToken>${shown.at(-1)}&amp;&lt;</NextContinuationToken>` : "";
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${rows.join("")}${next}</ListBucketResult>`;
}

/** Signature version 4, worked out anew from what arrived. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? "",
  );
  const [, credential = "", signedHeaders = "", signature = ""] = given ?? [];
  const [day = "", region = "", service = "", end = ""] = credential.slice(ACCESS_KEY.length + 1).split("/");
  const names = signedHeaders.split(";");
  const must = ["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name));
  if (!credential.startsWith(`${ACCESS_KEY}/`) || region !== REGION || service !== "s3" || !must) return false;
  const bodyHash = sha256(body);
  if (request.headers["x-amz-content-sha256"] !== bodyHash) return false;
  const url = new URL(request.url ?? "", "http://s3");
  const query = [...url.searchParams]
    .map(([key, value]) => `${escaped(key)}=${escaped(value)}`)
    .sort()
    .join("&");
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`).join("");
  const canonical = [request.method, url.pathname, query, headers, signedHeaders, bodyHash].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    request.headers["x-amz-date"],
    `${day}/${region}/${service}/${end}`,
    sha256(canonical),
  ].join("\n");
  const key = [day, region, service, end].reduce<Buffer>(
    (held, word) => hmac(held, word),
    Buffer.from(`AWS4${SECRET_KEY}`),
  );
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature.padEnd(64, "0"), "hex"));
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
