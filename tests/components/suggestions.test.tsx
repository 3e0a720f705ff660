import { expect, test } from "vitest";
import { Suggested } from "../../app/routes/office/parts/suggestions.tsx";
import { html } from "./render.tsx";

test("a likely level is told with its reason and the nearest cases, and a press fills it in", async () => {
  const like = [{ code: "PA-2345-6789", title: "Đặt lịch khám" }];
  const choice = { value: "urgent", label: "urgent", cases: 14, words: ["máy lấy số"], like };
  const box = <Suggested choices={[choice]} name="level" act="level" />;
  const vi = await html(box);
  expect(vi).toContain("Gợi ý mức độ");
  expect(vi).toContain("Khẩn</button>");
  expect(vi).toContain("Giống 14 hồ sơ ở mức độ này. Cùng nói: máy lấy số.");
  expect(vi).toContain('value="level=urgent" name="_fill" formAction="#act-level"');
  expect(await html(box, "en")).toContain("Like 14 cases of this level.");
});
