import { describe, expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { listMessages } from "../../db/messages.ts";
import { answerBody, hire, outcome, publication, publishedIn, question, reason, publish, step } from "./journey.ts";
import { type Answer, type Fields, formats, keyFor, type Open311, openOpen311 } from "./open311-client.ts";
import { openWorld, type World } from "./world.ts";

const HOUR = 1 / 24;
const request = {
  service_code: "feedback-procedures",
  lat: "21.0285",
  long: "105.8542",
  description: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.",
  "attribute[publishConsent]": "yes",
} as const;

async function file(api: Open311, key: string): Promise<string> {
  const { body } = await api.post("requests", { api_key: key, ...request });
  return String(body[0]!.service_request_id);
}

const w3c = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "Z");

/** What FixMyStreet does: asks for a window, and drops what does not lie in it. */
async function poll(world: World, api: Open311, address: string, names: [string, string], hours: number) {
  const end = world.now();
  const start = new Date(end.getTime() - hours * 3_600_000);
  const query = `${names[0]}=${encodeURIComponent(w3c(start))}&${names[1]}=${encodeURIComponent(w3c(end))}`;
  const { body } = await api.get(`${address}${address.includes("?") ? "&" : "?"}${query}`);
  const inside = body.filter((entry) => {
    const at = Date.parse(String(entry.updated_datetime));
    return at >= Date.parse(w3c(start)) && at <= Date.parse(w3c(end)) && entry.lat !== null && entry.long !== null;
  });
  expect(inside.length).toBe(body.length);
  return [...body];
}

test("FixMyStreet polls every hour for two days and hears of every change once, at its moment", async () => {
  await using world = await openWorld();
  world.at("2026-10-05T02:00:00.789Z");
  const people = await hire(world);
  const api = openOpen311(world);
  const key = await keyFor(world);
  const id = await file(api, key);
  const heard: string[] = [];
  const changed = new Set<string>();
  const acts: Record<number, () => Promise<unknown>> = {
    5: () => world.run(assignCase, people.triage, { code: id, agencyId: people.officer.agencyId }),
    9: () => world.run(acceptCase, people.officer, { code: id }),
    10: () => publish(world, people, publication(id)),
    30: () => world.run(submitAnswer, people.officer, { code: id, body: answerBody, outcome: outcome() }),
    31: () => world.run(approveAnswer, people.leader, { code: id }),
    40: () => publish(world, people, publication(id)),
  };
  for (let hour = 0; hour < 48; hour += 1) {
    world.tick(HOUR);
    await acts[hour]?.();
    const updates = await poll(world, api, `servicerequestupdates?api_key=${key}`, ["start_date", "end_date"], 2);
    for (const { update_id, status } of updates) {
      const line = `${String(update_id).slice(id.length + 1)} ${String(status)}`;
      if (!heard.includes(line)) heard.push(line);
    }
    const requests = await poll(world, api, "requests", ["updated_after", "updated_before"], 1);
    if (requests.length > 0) changed.add(`${hour} ${String(requests[0]!.status)}`);
  }
  // What is proposed to be published, the 4th and the 8th event, nobody hears of.
  expect(heard).toEqual([
    "2 INVESTIGATING",
    "3 IN_PROGRESS",
    "5 IN_PROGRESS",
    "6 IN_PROGRESS",
    "7 CLOSED",
    "9 NO_FURTHER_ACTION",
  ]);
  // Each change is seen in the hour in which it happened, and by the window that ends exactly on it.
  expect([...changed]).toEqual(["10 open", "11 open", "30 open", "31 closed", "32 closed", "40 closed", "41 closed"]);
});

test("updates tell of published cases; unpublished ones only to the key that filed them, and never words said", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const [key, other] = [await keyFor(world), await keyFor(world)];
  const id = await file(api, key);
  await world.run(askSubmitter, people.triage, { code: id, question });
  const { code } = await publishedIn(world, people, "answered");
  for (const format of formats) {
    const codes = async (query: string) => {
      const { body } = await api.get(`servicerequestupdates?${query}`, format);
      return [...new Set(body.map(({ service_request_id }) => String(service_request_id)))];
    };
    expect(await codes("")).toEqual([code]);
    expect(await codes(`api_key=${other}`)).toEqual([code]);
    expect(await codes(`api_key=${key}`)).toEqual([id, code]);
  }
  const { text, body } = await api.get(`servicerequestupdates?api_key=${key}`, "json");
  expect(text).not.toContain("nộp hồ sơ vào ngày nào");
  expect(text).not.toContain(answerBody);
  expect(body.at(-1)).toMatchObject({ description: "Đã trả lời: Lỗi đã được sửa từ ngày 01/10/2026." });
  expect(body.find(({ description }) => String(description).includes("Bộ Khoa học"))).toBeDefined();
  await world.run(declineCase, people.triage, { code: await file(api, other), reasonCode: "out-of-scope", reason });
  const declined = (await api.get(`servicerequestupdates?api_key=${other}`, "json")).body.at(-1);
  expect(declined).toMatchObject({ status: "NO_FURTHER_ACTION" });
});

test("a case is told once as published and an answer once as given; later publications are told as changes", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const filed = await publishedIn(world, people, "in_progress");
  const { code } = filed;
  await publish(world, people, publication(code, { titleVi: "Tiêu đề mới" }));
  await step(world, people, filed, "awaiting_approval");
  await step(world, people, filed, "answered");
  world.tick(1);
  await publish(world, people, publication(code));
  await publish(world, people, publication(code, { titleVi: "Tiêu đề mới hơn" }));
  const said = async (address: string) =>
    (await api.get(address, "json")).body.map(({ description }) => String(description));
  const answered = "Đã trả lời: Lỗi đã được sửa từ ngày 01/10/2026.";
  expect((await said("servicerequestupdates")).filter((text) => /công khai|Đã trả lời:/i.test(text))).toEqual([
    "Công khai",
    "Thay đổi nội dung công khai",
    answered,
    "Thay đổi nội dung công khai",
  ]);
  // A window that begins after the first publication tells the later ones alike.
  expect(await said("servicerequestupdates?start_date=2026-10-06")).toEqual([answered, "Thay đổi nội dung công khai"]);
  const { body } = await api.get(`en/requests/${code}?extensions=true`, "json");
  const notes = body[0]!.notes!.filter(({ type }) => String(type) === "publish").map(({ description }) => description);
  expect(notes).toEqual(["Published", ...Array(3).fill("The published page changed")]);
});

test("updates come in pages, oldest first, within the window", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  await publishedIn(world, people, "answered");
  const all = (await api.get("servicerequestupdates", "json")).body;
  expect(all.length).toBeGreaterThan(3);
  const [first, second] = [
    (await api.get("servicerequestupdates?page=1&page_size=2", "json")).body,
    (await api.get("servicerequestupdates?page=2&page_size=2", "json")).body,
  ];
  expect([...first, ...second]).toEqual(all.slice(0, 4));
  expect((await api.get("servicerequestupdates?end_date=2026-10-04")).body).toEqual([]);
});

const update = (id: string, key: string, more: Fields = {}): Fields => ({
  api_key: key,
  service_request_id: id,
  update_id: "17",
  updated_datetime: "2026-10-05T09:00:00+07:00",
  status: "OPEN",
  description: "Sáng nay trang vẫn báo lỗi như cũ.",
  ...more,
});

async function words(world: World, id: string): Promise<string[]> {
  const row = await world.find(id);
  const said = await listMessages(world.store.read, row.id, ["submitter", "public"]);
  return said.filter(({ kind }) => kind === "reply").map(({ body }) => body);
}

describe.each(formats)("in %s", (format) => {
  test("an update is added once to a case that the key filed, with its links and without who wrote it", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    const key = await keyFor(world);
    const id = await file(api, key);
    const sender = {
      email: "an@example.vn",
      first_name: "An",
      last_name: "Trần",
      media_url: "https://a.example/1.jpg",
    };
    const post = (more: Fields = {}) =>
      api.post("servicerequestupdates", update(id, key, { ...sender, ...more }), format);
    const [first, again] = [await post(), await post()];
    expect([first.status, first.body]).toEqual([201, again.body]);
    expect(await words(world, id)).toEqual([
      "Sáng nay trang vẫn báo lỗi như cũ.\n\nLiên kết kèm theo: https://a.example/1.jpg",
    ]);
    const reused = await post({ description: "Một nội dung khác hẳn." });
    expect(reused.status).toBe(400);
    expect((await post({ update_id: "18", description: "Đã hết lỗi." })).status).toBe(201);
    expect((await words(world, id)).length).toBe(2);
    // Its own words do not come back as news.
    expect((await api.get(`servicerequestupdates?api_key=${key}`, format)).body).toEqual([]);
  });

  test("an update to an open question is the reply to it", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const api = openOpen311(world);
    const key = await keyFor(world);
    const id = await file(api, key);
    await world.run(askSubmitter, people.triage, { code: id, question });
    expect((await api.post("servicerequestupdates", update(id, key), format)).status).toBe(201);
    expect((await world.find(id)).status).toBe("submitted");
  });

  test("what is wrong with an update is told, all of it at once, and nothing is stored", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const api = openOpen311(world);
    const [key, other] = [await keyFor(world), await keyFor(world)];
    const id = await file(api, key);
    const refused: [Fields, number, string[]][] = [
      [update(id, ""), 403, ["api_key"]],
      [update(id, "x".repeat(43)), 403, ["api_key"]],
      [update(id, other), 404, ["service_request_id"]],
      [update("PA-2222-2222", key), 404, ["service_request_id"]],
      [
        update("", key, { description: "", status: "DONE", updated_datetime: "today" }),
        400,
        ["service_request_id", "description", "status", "updated_datetime"],
      ],
      [update(id, key, { description: "x".repeat(4001) }), 400, ["description"]],
      [update(id, key, { media_url: "ftp://a.example" }), 400, ["media_url"]],
      [update(id, key, { jurisdiction_id: "elsewhere" }), 404, ["jurisdiction_id"]],
    ];
    for (const [fields, status, told] of refused) {
      const answer: Answer = await api.post("servicerequestupdates", fields, format);
      expect([answer.status, answer.body.map(({ description }) => String(description).split(":")[0])]).toEqual([
        status,
        told,
      ]);
    }
    await world.run(declineCase, people.triage, { code: id, reasonCode: "out-of-scope", reason });
    expect((await api.post("servicerequestupdates", update(id, key), format)).status).toBe(400);
    expect(await words(world, id)).toEqual([]);
    const { code } = await publishedIn(world, people, "in_progress");
    expect((await api.post("servicerequestupdates", update(code, key), format)).status).toBe(403);
  });
});
