import { expect, test } from "vitest";
import { answersHash, newFormToken, readFormToken, readMoment, signMoment } from "../../app/http/form-session.ts";
import { readPass, signPass } from "../../app/http/tracking-pass.ts";
import { makeKeyring } from "../../db/keyring.server.ts";

const keys = makeKeyring("k", { k: Buffer.alloc(32, 3) });
const otherKeys = makeKeyring("k", { k: Buffer.alloc(32, 4) });
const now = new Date("2026-11-20T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const withCookie = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });

test("a pass opens its case for half an hour", () => {
  const pass = signPass(keys, "PA-7K3M-92QX", now);
  expect(readPass(keys, pass, later(29))).toBe("PA-7K3M-92QX");
  expect(readPass(keys, pass, later(30))).toBeNull();
});

test("a pass cannot be moved to another case, stretched, or signed by somebody else", () => {
  const [code = "", until = "", mac = ""] = signPass(keys, "PA-7K3M-92QX", now).split(".");
  expect(readPass(keys, `KN-7K3M-92QX.${until}.${mac}`, now)).toBeNull();
  expect(readPass(keys, `${code}.${later(600).getTime().toString(36)}.${mac}`, now)).toBeNull();
  expect(readPass(keys, signPass(otherKeys, code, now), now)).toBeNull();
});

test.each([null, "", ".", "..", "a.b.c", "a.b.c.d", "x".repeat(5000)])("%j is no pass", (pass) => {
  expect(readPass(keys, pass, now)).toBeNull();
});

test("a moment is read back only when the portal signed it", () => {
  expect(readMoment(keys, signMoment(keys, now))).toEqual(now);
  expect(readMoment(keys, signMoment(otherKeys, now))).toBeNull();
});

test.each([undefined, null, "", "0", "zz.00", 5])("%j is no signed moment", (value) => {
  expect(readMoment(keys, value)).toBeNull();
});

test("a form token has 256 bits and is found again in its cookie", () => {
  const token = newFormToken();
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(readFormToken(withCookie(`a=b; form=${token}`), "http://localhost")).toBe(token);
});

test("over https only the host's own cookie counts", () => {
  const token = newFormToken();
  expect(readFormToken(withCookie(`form=${token}`), "https://portal.example")).toBeNull();
  expect(readFormToken(withCookie(`__Host-form=${token}`), "https://portal.example")).toBe(token);
});

test.each(["form=", "form=short", "form=%", `form=${"a".repeat(44)}`, "other=x"])(
  "%s holds no form token",
  (cookie) => {
    expect(readFormToken(withCookie(cookie), "http://localhost")).toBeNull();
  },
);

test("answers have one fingerprint whatever their order", () => {
  expect(answersHash({ a: "1", b: "2" })).toBe(answersHash({ b: "2", a: "1" }));
  expect(answersHash({ a: "1", b: "2" })).not.toBe(answersHash({ a: "2", b: "1" }));
});
