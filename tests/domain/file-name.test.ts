import { describe, expect, test } from "vitest";
import { fileRefusals, fileTypes } from "../../app/domain/attachments.ts";
import { contentDisposition, mediaTypeOf, refuseByName, tidyFileName, typeOfName } from "../../app/domain/file-name.ts";
import en from "../../locales/en/attachments.json";
import vi from "../../locales/vi/attachments.json";

test.each([
  ["Đơn kiến nghị.pdf", "Đơn kiến nghị.pdf"],
  ["Đơn kiến nghị.pdf".normalize("NFD"), "Đơn kiến nghị.pdf"],
  ["C:\\fakepath\\ảnh.jpg", "ảnh.jpg"],
  ["../../../etc/ảnh.jpg", "ảnh.jpg"],
  ["  a   b.jpg  ", "a b.jpg"],
  ["...a.jpg...", "a.jpg"],
  ['a"b<c>d|e?f*g:h.jpg', "a_b_c_d_e_f_g_h.jpg"],
  ["con.jpg", "_con.jpg"],
  ["LPT1.pdf", "_LPT1.pdf"],
  ["console.jpg", "console.jpg"],
  ["a\r\nSet-Cookie: x.jpg", "aSet-Cookie_ x.jpg"],
  ["anh\u202egpj.exe", "anhgpj.exe"],
  ["/", ""],
])("%j is kept as %j", (given, kept) => {
  expect(tidyFileName(given)).toBe(kept);
});

test("a long name is cut between letters and keeps its extension", () => {
  const tidy = tidyFileName(`${"ệ👨‍👩‍👧".repeat(60)}.docx`);
  expect(tidy).toMatch(/^(ệ👨‍👩‍👧)+ệ?\.docx$/);
  expect(new TextEncoder().encode(tidy).length).toBeLessThanOrEqual(200);
});

test.each([
  ["a.JPG", "jpg"],
  ["a.jpeg", "jpg"],
  ["a.b.pdf", "pdf"],
  ["a.pdf. ", "pdf"],
  ["a.docm", null],
  ["jpg", null],
])("%j says it is %j", (name, type) => {
  expect(typeOfName(name)).toBe(type);
});

test.each([
  ["báo cáo v1.2.docx", 10, null],
  ["Công ty ABC.com.vn.pdf", 10, null],
  ["a.pdf.pdf", 10, null],
  ["a.exe.pdf", 10, "double-extension"],
  ["a.exe", 10, "wrong-type"],
  ["a.pdf", 0, "empty"],
  ["a.pdf", 20 * 1024 * 1024, null],
  ["a.pdf", 20 * 1024 * 1024 + 1, "too-big"],
  ["a\u0000.pdf", 10, "bad-name"],
])("%j of %i bytes is judged %j", (name, size, refusal) => {
  expect(refuseByName(name, size)).toBe(refusal);
});

describe("a download's name", () => {
  test("is written twice, and reads back", () => {
    const header = contentDisposition('Đơn (số 1) của bà "Tý"; 100%.pdf');
    expect(header).toBe(
      `attachment; filename="Don (so 1) cua ba _Ty__ 100_.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%28s%E1%BB%91%201%29%20c%E1%BB%A7a%20b%C3%A0%20_T%C3%BD_%3B%20100%25.pdf`,
    );
  });

  test.each([
    "a\r\nX: y.jpg",
    'a".jpg',
    "\u202egpj.exe",
    "",
    "日本.png",
    "a\\..\\b.jpg",
    "\ud83d\ude00.mp4",
    `${"x".repeat(500)}.pdf`,
  ])("keeps to the letter of the rules for %j", (name) => {
    const header = contentDisposition(name);
    expect(header).toMatch(
      /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$/,
    );
    const full = decodeURIComponent(header.slice(header.indexOf("''") + 2));
    expect(full).toBe(tidyFileName(name) || "file");
    expect(full).not.toMatch(/[\u0000-\u001f/\\:]/);
  });
});

test("every type has its media type, and none that a browser would run", () => {
  const types = fileTypes.map(mediaTypeOf);
  expect(new Set(types).size).toBe(fileTypes.length);
  for (const type of types) expect(type).not.toMatch(/html|svg|script|\/xml$|x-www/);
});

test("every refusal has its words in both languages, which say what to do", () => {
  expect(Object.keys(vi.refusal)).toEqual(expect.arrayContaining([...fileRefusals]));
  expect(Object.keys(en.refusal).sort()).toEqual(Object.keys(vi.refusal).sort());
  for (const words of Object.values(vi.refusal)) expect(words).not.toMatch(/vui lòng|không hợp lệ|bắt buộc/i);
  for (const words of Object.values(en.refusal)) expect(words).not.toMatch(/\bplease\b|\binvalid\b/i);
});
