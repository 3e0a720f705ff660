import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { confirmFollowing } from "../../app/commands/confirm-following.ts";
import { connectSystem } from "../../app/commands/connect-system.ts";
import { followCase } from "../../app/commands/follow-case.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { previewedActs } from "../../app/domain/previewed-acts.ts";
import { caseworkNames, findCasework } from "../../app/http/casework.ts";
import { actorContext } from "../../app/http/context.ts";
import { previewAct } from "../../app/http/preview.ts";
import { renderMail } from "../../emails/list.ts";
import { submitterView } from "../../db/case-views.ts";
import { caseCommands } from "./case-commands.ts";
import { caseIn, dump, hire, type People, publishedIn, question, reason } from "./journey.ts";
import { OFFICE_URL, visit } from "./office-client.ts";
import { openWorld, thePublic, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

function preview(actor: Actor, act: string, code: string, input: object) {
  const { context } = visit(world);
  context.set(actorContext, actor);
  return previewAct(context, act, code, { ...input, code });
}

const hidden = { answers: { hideIdentity: "yes" } };

test.each([
  ["ask", { question }],
  ["decline", { reasonCode: "out-of-scope", reason }],
  ["assign", { agencyId: 0 }],
] as const)(
  "the preview of %s is what then leaves, in both languages, and leaves nothing itself",
  async (act, given) => {
    const { code, id } = await caseIn(world, people, "submitted", "feedback", hidden);
    const input = act === "assign" ? { agencyId: people.officer.agencyId } : given;
    const before = await dump(world);
    const shown = await preview(people.triage, act, code, input);
    expect(await dump(world)).toEqual(before);
    if (!shown.ok) throw new Error(`refused: ${shown.refusal}`);

    const entry = findCasework(act);
    if (!entry) throw new Error("there is no such act");
    await world.run(entry.command, people.triage, entry.schema.parse({ ...input, code }));
    const { outbox } = world.store.read.tables;
    const queued = (await world.store.read.select().from(outbox)).filter((mail) => mail.params.code === code);
    const sent = queued.filter(({ recipient, mail }) => recipient === "reporter" && mail !== "received");
    expect(shown.preview.mails).toEqual(
      sent.map(({ mail, lang, params }) => {
        const letter = (inLang: "vi" | "en") => {
          const { subject, text } = renderMail(mail, inLang, params, OFFICE_URL);
          return { lang: inLang, subject, text };
        };
        return { sent: letter(lang), other: letter(lang === "vi" ? "en" : "vi") };
      }),
    );
    expect(shown.preview.mails).toHaveLength(1);
    const { messages } = await submitterView(world.store.read, await world.find(code), world.now());
    expect(shown.preview.said.map(({ body }) => body)).toEqual(messages.map(({ body }) => body));
    expect(shown.preview.colleagues).toBe(queued.filter(({ recipient }) => recipient === "staff").length);
    expect([shown.preview.nameHidden, id > 0]).toEqual([true, true]);
  },
);

test("a preview shows the mail to the followers of a public case, and how many people and systems are told", async () => {
  const { code } = await publishedIn(world, people, "awaiting_approval");
  const follow = (token: string, email: string) =>
    world.run(followCase, thePublic, { code, token, lang: "en", email } as const);
  for (const name of ["mot", "hai"]) {
    const { id } = await follow(name, `${name}@example.vn`);
    await world.run(confirmFollowing, thePublic, { followerId: id });
  }
  await follow("ba", "chua.xac.nhan@example.vn");
  const events = ["case.changed"] as const;
  const system = {
    name: "Hệ thống Thử nghiệm",
    url: "https://he-thong.example/nhan",
    kind: "public" as const,
    events: [...events],
  };
  await world.run(connectSystem, people.admin, system);
  const before = await dump(world);
  const shown = await preview(people.leader, "approve", code, {});
  expect(await dump(world)).toEqual(before);
  if (!shown.ok) throw new Error(`refused: ${shown.refusal}`);
  const { followers, systems } = shown.preview;
  expect([followers?.people, systems]).toEqual([2, 1]);
  for (const letter of [followers?.mail.sent, followers?.mail.other]) {
    expect(letter?.subject).toContain(code);
    expect(letter?.text).not.toContain("@");
  }
  const noted = await preview(people.leader, "note", code, { note: "Ghi chú." });
  expect(noted).toMatchObject({ ok: true, preview: { followers: null, systems: 0 } });
});

test("a preview says what is missing, what is not possible, and nothing of what may not be seen", async () => {
  const { code } = await caseIn(world, people, "submitted");
  expect(await preview(people.triage, "ask", code, { question: "Gì?" })).toMatchObject({ ok: false, refusal: null });
  expect(await preview(people.triage, "assign", code, { agencyId: 999_999 })).toMatchObject({
    ok: false,
    errors: { agencyId: "wrong" },
  });
  await world.run(addNote, people.triage, { code, note: "Đã gọi điện." });
  expect(await preview(people.triage, "ask", code, { question, version: 1 })).toMatchObject({ refusal: "stale" });
  expect(await preview(people.triage, "accept", code, {})).toMatchObject({ refusal: "forbidden" });
  await expect(preview(people.officer, "accept", code, {})).rejects.toMatchObject({ init: { status: 404 } });
  await expect(preview(people.triage, "nothing", code, {})).rejects.toMatchObject({ init: { status: 404 } });
});

test("every act of the office that writes to the submitter can be previewed", () => {
  const folder = new URL("../../app/commands/", import.meta.url);
  const telling = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && /tellSubmitter\(/.test(readFileSync(new URL(name, folder), "utf8")))
    .map((name) => name.replace(/\.ts$/, ""));
  const outward = telling
    .map((name) => caseCommands[name]?.act)
    .filter((act) => caseworkNames.some((name) => name === act));
  expect([...outward].sort()).toEqual([...previewedActs].sort());
});
