import { createHmac, timingSafeEqual } from "node:crypto";
import { SIGNATURE_AGE_MS, signedText } from "../domain/webhook.ts";

/** The headers of what is sent to a connected system, and of what it reports (docs/webhooks.md). */
export const systemHeaders = {
  /** The id of a delivery: the same one again is the same delivery. */
  delivery: "Cau-Noi-Delivery",
  event: "Cau-Noi-Event",
  /** Which system reports. */
  system: "Cau-Noi-System",
  /** Seconds since 1970. */
  timestamp: "Cau-Noi-Timestamp",
  /** `v1=` and the signature in hexadecimal; several, with commas between, for a day after the secret was renewed. */
  signature: "Cau-Noi-Signature",
} as const;

/** HMAC-SHA256 over the seconds, a full stop and the body, by each secret that holds now. */
export function signatureOf(secrets: readonly string[], seconds: number, body: string): string {
  return secrets.map((secret) => `v1=${hmac(secret, seconds, body).toString("hex")}`).join(",");
}

/** True when one of the signatures is by one of the secrets, and the time is near enough. */
export function isSigned(
  secrets: readonly string[],
  given: { readonly timestamp: string | null; readonly signature: string | null },
  body: string,
  now: Date,
): boolean {
  if (!/^\d{1,12}$/.test(given.timestamp ?? "")) return false;
  const seconds = Number(given.timestamp);
  if (Math.abs(now.getTime() - seconds * 1000) > SIGNATURE_AGE_MS) return false;
  const signatures = (given.signature ?? "")
    .slice(0, 1000)
    .split(",")
    .flatMap((one) => /^\s*v1=([0-9a-f]{64})\s*$/.exec(one)?.[1] ?? []);
  const wanted = secrets.map((secret) => hmac(secret, seconds, body));
  return signatures.some((one) => wanted.some((own) => timingSafeEqual(own, Buffer.from(one, "hex"))));
}

function hmac(secret: string, seconds: number, body: string): Buffer {
  return createHmac("sha256", secret).update(signedText(seconds, body)).digest();
}
