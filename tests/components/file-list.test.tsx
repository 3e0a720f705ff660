import { expect, test } from "vitest";
import { FileList } from "../../app/routes/public/file-list.tsx";
import type { CaseFile } from "../../db/case-files.ts";
import { html } from "./render.tsx";

const base = { type: "png", size: 1000, open: false, messageId: null, evidence: false } as const;
const files: CaseFile[] = [
  { ...base, id: "a", name: "good.png", state: "ready", scan: "clean", refusal: null },
  { ...base, id: "b", name: "wrong.jpg", state: "refused", scan: "waiting", refusal: "type-mismatch" },
  { ...base, id: "c", name: "ill.pdf", state: "refused", scan: "infected", refusal: "infected" },
];

const rowOf = (markup: string, id: string): string => new RegExp(`<li data-id="${id}".*?</li>`).exec(markup)?.[0] ?? "";

test("a refused file says before sending that it will not go along", async () => {
  for (const [lang, refused, blocked] of [
    ["vi", "Tệp này sẽ không được gửi cùng hồ sơ.", "Cơ quan chỉ thấy tên tệp này"],
    ["en", "This file will not be sent with the case.", "The agency will see only the name"],
  ] as const) {
    const markup = await html(<FileList id="files" files={files} going />, lang);
    expect(rowOf(markup, "a")).toContain("good.png");
    expect(rowOf(markup, "a")).not.toContain(refused);
    expect(rowOf(markup, "b")).toContain(refused);
    expect(rowOf(markup, "c")).toContain(blocked);
    expect(rowOf(markup, "c")).not.toContain(refused);
  }
});

test("a refused file of a case that was sent long ago says nothing of sending", async () => {
  expect(await html(<FileList id="files" files={files} />)).not.toContain("sẽ không được gửi");
});
