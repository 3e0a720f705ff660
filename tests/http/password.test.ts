import { expect, test } from "vitest";
import { passwordError } from "../../app/domain/password-rules.ts";
import { hashPassword, verifyPassword } from "../../app/http/password.ts";
import { safeNext } from "../../app/http/session.ts";

const owner = { name: "Lê Thị Hoa Sen", email: "hoa.sen.khcn@example.vn" };

test.each([
  ["", "empty"],
  ["mèo ngủ yên", "too-short"],
  ["a".repeat(129), "too-long"],
  ["passwordpassword", "common"],
  ["P@ssw0rd2026!", "common"],
  ["matkhau123456", "common"],
  ["Mật khẩu của tôi 123", "common"],
  ["123456789012", "common"],
  ["987654321098", "common"],
  ["qwertyuiop123", "common"],
  ["aaaaaaaaaaaa", "common"],
  ["abcabcabcabc", "common"],
  ["abcdefghijklmnop", "common"],
  ["CauNoi-2026-portal", "common"],
  ["Cầu Nối Nghị quyết 57", "common"],
  ["lethihoasen2026", "common"],
  ["Hoa Sen khcn 1990", "common"],
])("refuses %j as %s", (password, rule) => {
  expect(passwordError(password, owner)).toBe(rule);
});

test.each([
  "mèo ngủ trên mái hiên",
  "con meo ngu tren mai",
  "x7#Kq!mZ2@vL",
  "ba chú gấu trúc ăn phở sáng",
  "correct zebra lamp fifteen",
  "𝒶𝒷 mây trắng bay qua đồi",
])("takes %j", (password) => {
  expect(passwordError(password, owner)).toBeNull();
});

test("the longest password has 128 characters, whatever their bytes", () => {
  const longest = "trời xanh mây trắng ".repeat(7).slice(0, 128).padEnd(128, "ơ");
  expect(passwordError(longest, owner)).toBeNull();
});

test("a hash opens with its password alone, typed on any keyboard", async () => {
  const stored = await hashPassword("mèo ngủ trên mái hiên");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=[2-9],p=1\$/);
  expect(await verifyPassword("mèo ngủ trên mái hiên".normalize("NFD"), stored)).toBe(true);
  expect(await verifyPassword("meo ngu tren mai hien", stored)).toBe(false);
  expect(await verifyPassword("", stored)).toBe(false);
});

test("the same password never has the same hash", async () => {
  expect(await hashPassword("con meo ngu tren mai")).not.toBe(await hashPassword("con meo ngu tren mai"));
});

test.each([null, "", "a hash that opens nothing", "$argon2id$v=19$m=1,t=1,p=1$"])(
  "%j opens for nobody",
  async (stored) => {
    expect(await verifyPassword("con meo ngu tren mai", stored)).toBe(false);
  },
);

test("many passwords at once are all checked, in turn", async () => {
  const stored = await hashPassword("con meo ngu tren mai");
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => verifyPassword(i % 2 ? "wrong" : "con meo ngu tren mai", stored)),
  );
  expect(answers).toEqual(Array.from({ length: 12 }, (_, i) => i % 2 === 0));
});

test.each([
  ["/office/cases/PA-7K3M-92QX?view=new", "/office/cases/PA-7K3M-92QX?view=new"],
  ["/office", "/office"],
  ["/office?view=late", "/office?view=late"],
  [null, "/office"],
  ["", "/office"],
  ["https://evil.example/office", "/office"],
  ["//evil.example/office", "/office"],
  ["/\\evil.example", "/office"],
  ["/office/../../evil", "/office"],
  ["/office//evil.example", "/office"],
  ["/office\n/x", "/office"],
  ["/officer", "/office"],
  ["/vi/cases", "/office"],
  ["/office/sign-out", "/office"],
  ["/office/x/../sign-in?next=/office/sign-in", "/office"],
  ["javascript:alert(1)", "/office"],
])("after signing in, %j leads to %s", (next, where) => {
  expect(safeNext(next)).toBe(where);
});
