import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { checkBlobKey, isBlobKey } from "./blob-key.ts";
import type { BlobEntry, BlobStore } from "./blob-store.ts";

/** One request as a whole; a piece has 256 KB. */
const REQUEST_MS = 30_000;
/** Times a request is sent again after a 5xx or 429, with growing pauses. */
const RETRIES = 3;

/**
 * Blobs in a bucket of any store that speaks the S3 protocol, addressed by
 * path. Requests carry a version 4 signature over their content as well, so
 * that nothing between can alter what is stored. Redirects are not followed.
 */
export function openS3Store(url: string): BlobStore {
  const { base, prefix: root, region, accessKeyId, secretAccessKey } = s3Place(url);
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });

  const request = async (method: string, address: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> =>
    client.fetch(address, {
      method,
      headers: { "X-Amz-Content-Sha256": sha256(body ?? new Uint8Array()) },
      ...(body ? { body } : {}),
      redirect: "error",
      signal: AbortSignal.timeout(REQUEST_MS),
    });
  const addressOf = (key: string): string => {
    checkBlobKey(key);
    return `${base}/${root}${key}`;
  };

  return {
    async put(key, bytes) {
      await done(await request("PUT", addressOf(key), new Uint8Array(bytes)), [200, 201, 204]);
    },
    async get(key) {
      const response = await request("GET", addressOf(key));
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (response.status !== 200) await done(response, [200]);
      return Buffer.from(await response.arrayBuffer());
    },
    async remove(key) {
      await done(await request("DELETE", addressOf(key)), [200, 202, 204, 404]);
    },
    async *list(prefix = "") {
      let token: string | undefined;
      do {
        const query = new URLSearchParams({ "list-type": "2", prefix: `${root}${prefix}` });
        if (token !== undefined) query.set("continuation-token", token);
        const response = await request("GET", `${base}?${query}`);
        if (response.status !== 200) await done(response, [200]);
        const page = readListing(await response.text());
        for (const { key, modifiedAt } of page.entries) {
          const own = key.slice(root.length);
          if (key.startsWith(root) && isBlobKey(own)) yield { key: own, modifiedAt };
        }
        token = page.next;
      } while (token !== undefined);
    },
  };
}

/** What `ATTACHMENTS_URL` (`s3://KEY:SECRET@HOST[:PORT]/BUCKET[/PREFIX][?region=…&tls=off]`) means; throws when a part is missing. */
export function s3Place(url: string) {
  const { protocol, host, username, password, pathname, searchParams } = new URL(url);
  const [bucket = "", ...folders] = pathname.split("/").filter(Boolean);
  const wellFormed = /^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket) && folders.every((folder) => isBlobKey(folder));
  if (protocol !== "s3:" || !host || !username || !password || !wellFormed)
    throw new Error("ATTACHMENTS_URL is not s3://KEY:SECRET@HOST/BUCKET");
  const scheme = searchParams.get("tls") === "off" ? "http" : "https";
  return {
    base: `${scheme}://${host}/${bucket}`,
    prefix: folders.map((folder) => `${folder}/`).join(""),
    region: searchParams.get("region") ?? "us-east-1",
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}

/** One page of ListObjectsV2. Keys that are ours need no unescaping, and others are passed over. */
function readListing(xml: string): { entries: BlobEntry[]; next: string | undefined } {
  const entries = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, one = ""]) => ({
    key: element(one, "Key") ?? "",
    modifiedAt: new Date(element(one, "LastModified") ?? Number.NaN),
  }));
  const more = element(xml, "IsTruncated") === "true";
  return { entries, next: more ? unescapeXml(element(xml, "NextContinuationToken") ?? "") || undefined : undefined };
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

function unescapeXml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[0-9a-f]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return signs[name] ?? whole;
    return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

async function done(response: Response, expected: readonly number[]): Promise<void> {
  // The answer's text may name the bucket and the key: only the status goes on.
  await response.body?.cancel();
  if (!expected.includes(response.status)) throw new Error(`the store of files answered ${response.status}`);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
