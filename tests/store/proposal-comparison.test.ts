import { expect, test } from "vitest";
import { proposeInput, proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { returnPublication } from "../../app/commands/return-publication.ts";
import type { DiffPart } from "../../app/domain/word-diff.ts";
import { actorContext } from "../../app/http/context.ts";
import { loadPublishing } from "../../app/http/publishing-page.ts";
import { latestAnswer } from "../../db/answers.ts";
import { answerBody, caseIn, hire, publication, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld } from "./world.ts";

const said = (parts: readonly DiffPart[] | null | undefined, ...ops: string[]) =>
  parts
    ?.filter(({ op }) => ops.includes(op))
    .map(({ text }) => text.trim())
    .join(" | ");

test("a second editor sees what differs from the original, and from the proposal before", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered");
  const { content } = await world.find(code);
  const own = { titleVi: (await world.find(code)).title, questionVi: `${content} Xin xem lại.` };
  const answerVi = `${answerBody} Xin cảm ơn.`;
  const [hidden = ""] = content.split(" ");
  const masks = [{ field: "questionVi", text: hidden, nth: 0, reason: "other" }];
  const propose = (more: Record<string, unknown> = {}) =>
    world.run(
      proposePublication,
      people.editor,
      proposeInput.parse({ ...publication(code, { ...own, answerVi }), masks, ...more }),
    );
  const shown = async () => {
    const { context } = visit(world);
    context.set(actorContext, people.secondEditor);
    const answer = await latestAnswer(world.store.read, (await world.find(code)).id, "approved");
    const page = await loadPublishing(context, await world.find(code), answer, ["publish"]);
    const changes = new Map(page?.waiting?.texts.map((one) => [one.field, one.changes]));
    return { earlier: page?.waiting?.earlier, dropped: page?.waiting?.dropped, changes };
  };

  await propose();
  const first = await shown();
  expect(first.earlier).toBeNull();
  const question = first.changes.get("questionVi");
  expect(said(question?.written, "out")).toBe(hidden);
  expect(said(question?.written, "in")).toBe("[…] | Xin xem lại.");
  expect(said(first.changes.get("answerVi")?.written, "in")).toBe("Xin cảm ơn.");
  // The same as the original, and a translation, which has none.
  expect(first.changes.get("titleVi")?.written?.every(({ op }) => op === "same")).toBe(true);
  expect(first.changes.get("questionEn")).toMatchObject({ written: null, earlier: null });

  // Sent back, and proposed with another word masked and without a translation.
  await world.run(returnPublication, people.secondEditor, { code, reason });
  await propose({ masks: [], questionEn: undefined, titleEn: undefined });
  const second = await shown();
  expect(second.earlier).toMatchObject({ state: "returned" });
  expect(said(second.changes.get("questionVi")?.earlier, "out")).toBe("[…]");
  expect(said(second.changes.get("questionVi")?.earlier, "in")).toBe(hidden);
  expect(second.changes.get("answerVi")?.earlier).toBeNull();
  expect(second.dropped?.map(({ field }) => field)).toEqual(["titleEn", "questionEn"]);

  // Once something is public, that is what a new proposal is compared with.
  await world.run(publishCase, people.secondEditor, { code });
  await propose();
  await world.run(returnPublication, people.secondEditor, { code, reason });
  await propose({ answerVi: `${answerBody} Trân trọng.` });
  const third = await shown();
  expect(third.earlier).toMatchObject({ state: "published" });
  expect(said(third.changes.get("questionVi")?.earlier, "out", "in")).toBe(`${hidden} | […]`);
  expect(said(third.changes.get("answerVi")?.earlier, "out")).toBe("Xin cảm ơn.");
});
