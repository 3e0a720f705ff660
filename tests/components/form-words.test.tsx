import { expect, test } from "vitest";
import { useFormWords } from "../../app/routes/office/parts/form-words.ts";
import { html } from "./render.tsx";

function Summary() {
  const errors = { "part1.title": "empty", "part2.title": "empty", "part2.content": "too-short" };
  const words = useFormWords("split", { form: "split", errors, values: {} });
  return words.errors.map(({ name, message }) => <p key={name}>{message}</p>);
}

test("what is wrong in a part of a letter names the part", async () => {
  expect(await html(<Summary />)).toBe(
    "<p>Ghi tiêu đề của phần 1.</p><p>Ghi tiêu đề của phần 2.</p><p>Ghi nội dung của phần 2 đầy đủ hơn.</p>",
  );
});
