import { expect, test } from "vitest";
import { type KeyPress, readKey } from "../../app/domain/console-keys.ts";
import { agencySearchText, foldedMatch, initialsOf } from "../../app/domain/folded-match.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
  alt: false,
  ctrl: false,
  composing: false,
  typing: false,
  inList: false,
  going: false,
  ...more,
});

test("single keys act only while no field has the focus and no typing tool is at work", () => {
  expect(readKey(press("1"), "on")).toEqual({ do: "decide", act: "assign" });
  expect(readKey(press("j"), "on")).toEqual({ do: "next" });
  for (const key of ["1", "2", "3", "4", "5", "j", "k", "o", "z", "g", "/", "?"]) {
    expect(readKey(press(key), "on")).not.toBeNull();
    expect(readKey(press(key, { typing: true }), "on")).toBeNull();
    expect(readKey(press(key, { composing: true }), "on")).toBeNull();
    expect(readKey(press(key, { alt: true }), "on")).toBeNull();
    if (key !== "k") expect(readKey(press(key, { ctrl: true }), "on")).toBeNull();
  }
});

test("a switch turns them off, or lets them act together with Alt only, wherever Alt puts the sign", () => {
  for (const key of ["1", "j", "z", "?"]) {
    expect(readKey(press(key), "off")).toBeNull();
    expect(readKey(press(key, { alt: true }), "off")).toBeNull();
    expect(readKey(press(key), "alt")).toBeNull();
  }
  expect(readKey(press("∆", { code: "KeyJ", alt: true }), "alt")).toEqual({ do: "next" });
  expect(readKey(press("¡", { code: "Digit1", alt: true }), "alt")).toEqual({ do: "decide", act: "assign" });
  expect(readKey(press("?", { code: "Slash", alt: true }), "alt")).toEqual({ do: "sheet" });
  // These are no single characters: they work in every mode.
  expect(readKey(press("k", { ctrl: true, typing: true }), "off")).toEqual({ do: "palette" });
  expect(readKey(press("Escape", { typing: true }), "off")).toEqual({ do: "close" });
  expect(readKey(press("ArrowDown", { inList: true }), "off")).toEqual({ do: "next" });
  expect(readKey(press("ArrowDown"), "on")).toBeNull();
});

test("g waits for a place, and anything but a place ends the waiting", () => {
  expect(readKey(press("g"), "on")).toEqual({ do: "wait-for-place" });
  expect(readKey(press("q", { going: true }), "on")).toEqual({ do: "go", href: "/office" });
  expect(readKey(press("1", { going: true }), "on")).toBeNull();
});

test("unaccented words and initials find a name", () => {
  expect(initialsOf("Sở Xây dựng")).toEqual(["sxd", "xd"]);
  expect(initialsOf("Bộ Khoa học và Công nghệ")).toContain("bkhcn");
  expect(foldedMatch("Chuyển đến Sở Xây dựng", "chuyen so xd")).toBe(true);
  expect(foldedMatch("Chuyển đến Sở Xây dựng", "so yt")).toBe(false);
  expect(
    agencySearchText({ nameVi: "Bộ Y tế", nameEn: "Ministry of Health", abbreviation: "Bộ YT", code: "BYT" }),
  ).toBe("bo y te ministry of health bo yt byt byt yt");
});
