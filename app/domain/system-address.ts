import { z } from "zod";

/**
 * Where a connected system is told things: an https address without name,
 * password and fragment. Other addresses, and those of the house, only where
 * the operator has allowed their origin. What a name leads to is asked anew
 * each time that something is sent there.
 */
export const systemUrl = (allowed: readonly string[]) =>
  z
    .string({ error: "empty" })
    .trim()
    .min(1, "empty")
    .max(500, "too-long")
    .refine((value) => URL.canParse(value), { error: "wrong", abort: true })
    .refine((value) => isPlain(new URL(value)), { error: "wrong", abort: true })
    .refine((value) => allowed.includes(new URL(value).origin) || isOutside(new URL(value)), "not-https");

function isPlain({ protocol, username, password, hash }: URL): boolean {
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" && hash === "";
}

/** By its look: https, and a name of the network outside. Numbers are no names. */
function isOutside({ protocol, hostname }: URL): boolean {
  if (protocol !== "https:" || /^\[|^[\d.]+$/.test(hostname)) return false;
  return hostname.includes(".") && !/\.(localhost|local|internal|lan|home\.arpa)$/.test(hostname);
}
