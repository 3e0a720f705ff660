import { expect, test } from "vitest";
import { safePath } from "../../app/http/safe-path.ts";

test.each(["/vi", "/en/cases?q=duong&kind=feedback", "/vi/cases/PA-7K3M-92QX", "/vi/cases?q=d%C6%B0%E1%BB%9Dng"])(
  "%s is a path to go back to",
  (path) => {
    expect(safePath(path, "/vi")).toBe(path);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example/vi",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/vi\r\nSet-Cookie: a=b",
  "vi/cases",
  "",
  null,
  undefined,
  7,
])("%j leads nowhere but home", (path) => {
  expect(safePath(path, "/vi")).toBe("/vi");
});

test("a path without end is not followed", () => {
  expect(safePath(`/${"a".repeat(2000)}`, "/en")).toBe("/en");
});

test.each(["/vi/../../..//evil.example", "/%2e%2e//evil.example", "/.//evil.example"])(
  "the dots of %s cannot climb out of the portal",
  (path) => {
    expect(safePath(path, "/vi")).toBe("/vi");
  },
);
