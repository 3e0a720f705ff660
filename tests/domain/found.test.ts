import { expect, test } from "vitest";
import { exactFirst, snippet } from "../../app/domain/found.ts";

const texts = ["Duong day nong", "Đường dây nóng", "Dưỡng dạy", "đường DÂY nóng".normalize("NFD")];

test("what has the accents that were typed comes first, in the order of the list otherwise", () => {
  expect(exactFirst(texts, "Đường dây", (text) => text)).toEqual([texts[1], texts[3], texts[0], texts[2]]);
  expect(exactFirst(texts, "duong day", (text) => text)).toEqual(texts);
});

test("a snippet shows the words in their place and marks them", () => {
  const long = `${"Trước đó có nhiều câu khác nhau. ".repeat(20)}Đường dây nóng không trả lời. ${"Sau đó cũng vậy. ".repeat(30)}`;
  const shown = snippet(long, ["nong"]) ?? [];
  const whole = shown.map(({ text }) => text).join("");
  expect(whole).toMatch(/^….*Đường dây nóng không trả lời.*…$/);
  expect(whole.length).toBeLessThan(300);
  expect(shown.filter(({ found }) => found).map(({ text }) => text)).toEqual(["nóng"]);
  expect(long.replaceAll("\n", " ")).toContain(whole.slice(1, -1));
});

test("a text without the words has no snippet, and a short one is shown whole", () => {
  expect(snippet("Nước đục", ["nong"])).toBeNull();
  expect(snippet("Đường dây nóng", ["day"])?.map(({ text }) => text)).toEqual(["Đường ", "dây", " nóng"]);
});
