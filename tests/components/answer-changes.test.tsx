import { expect, test } from "vitest";
import { AnswerChanges } from "../../app/routes/office/parts/answer-changes.tsx";
import { html } from "./render.tsx";

const before = { kind: "commitment", promise: "Phát sóng trạm.", owner: "Cục Viễn thông", promisedOn: "2027-02-15" };

test("what changed in the outcome alone is told, fact by fact", async () => {
  const after = { ...before, promisedOn: "2027-03-15" };
  const told = await html(
    <AnswerChanges before={{ body: "Như cũ.", outcome: before }} answer={{ body: "Như cũ.", outcome: after }} />,
  );
  expect(told).toContain("Nội dung không đổi.");
  expect(told).toContain("15/02/2027</del>");
  expect(told).toContain("15/03/2027</ins>");
  expect(told).not.toContain("Cục Viễn thông");
});

test("an outcome of another kind shows what goes and what comes", async () => {
  const after = { kind: "explained", legalBasis: "Luật Viễn thông" };
  const told = await html(
    <AnswerChanges before={{ body: "Cũ.", outcome: before }} answer={{ body: "Mới.", outcome: after }} />,
    "en",
  );
  expect(told).not.toContain("The text is the same.");
  expect(told).toMatch(/Cục Viễn thông<\/del>/);
  expect(told).toMatch(/Luật Viễn thông<\/ins>/);
});
