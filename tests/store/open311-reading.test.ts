import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { cleanText } from "../../app/domain/text.ts";
import { carriable } from "../../app/http/open311-format.ts";
import { anonymous } from "./answers.ts";
import { caseIn, hire, publication, publishedIn, publish } from "./journey.ts";
import { formats, type Json, keyFor, openOpen311 } from "./open311-client.ts";
import { openWorld } from "./world.ts";

const ids = (list: Json): string[] => list.map(({ service_request_id }) => String(service_request_id));

const wrongQueries: [query: string, told: string[]][] = [
  ["start_date=yesterday", ["start_date"]],
  ["start_date=2026-02-30", ["start_date"]],
  ["start_date=2026-10-05T25:00:00Z&end_date=no", ["start_date", "end_date"]],
  ["start_date=2026-10-05&end_date=2026-10-01", ["start_date, end_date"]],
  ["start_date=2026-06-01T00:00:00Z&end_date=2026-10-01T00:00:00Z", ["90"]],
  ["updated_after=2026-06-01&updated_before=2026-10-01", ["updated_after, updated_before"]],
  ["status=half-open", ["status"]],
  ["status=,", ["status"]],
  ["page=0", ["page"]],
  ["page=2&page_size=1001", ["page_size"]],
  ["page=-1&page_size=many", ["page", "page_size"]],
  [`service_request_id=${Array.from({ length: 201 }, () => "PA-2222-2222").join()}`, ["service_request_id"]],
];

describe.each(formats)("in %s", (format) => {
  test("a published case is told with its moderated words, its dates and the middle of its province", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await publishedIn(world, people, "answered");
    const api = openOpen311(world);
    const { body, text } = await api.get(`requests/${code}?extensions=true`, format);
    expect(body).toMatchObject([
      {
        service_request_id: code,
        status: "closed",
        status_notes: "Lỗi đã được sửa từ ngày 01/10/2026.",
        service_code: "feedback-procedures",
        service_name: "Phản ánh: Thủ tục hành chính, dịch vụ công",
        description: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.",
        agency_responsible: "Bộ Khoa học và Công nghệ",
        service_notice: null,
        requested_datetime: "2026-10-05T09:00:00+07:00",
        updated_datetime: "2026-10-05T09:00:00+07:00",
        address: "Phường Hoàn Kiếm, Thành phố Hà Nội",
        address_id: "00070",
        lat: 21.03,
        long: 105.85,
        media_url: null,
        extended_attributes: {
          location_precision: "province",
          published: true,
          title: "Lỗi khi nộp hồ sơ trực tuyến",
          detail_url: `https://portal.example/vi/cases/${code}`,
        },
        attributes: [
          { code: "kind" },
          { code: "field" },
          { code: "outcome", value: "explained", name: "Đã giải thích" },
        ],
      },
    ]);
    expect(body[0]!.notes!.map(({ type }) => type)).toEqual([
      "submit",
      "assign",
      "accept",
      "answer",
      "approve",
      "publish",
    ]);
    // The sender's own words, name and address are nowhere.
    expect(text).not.toMatch(/thử ba lần|Trần Thị|example\.vn|0912|84912/);
  });

  test("in English everything is English", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await publishedIn(world, people, "answered");
    const { body } = await openOpen311(world).get(`en/requests/${code}`, format);
    expect(body[0]).toMatchObject({
      status_notes: "The error has been fixed since 1 October 2026.",
      description: "The public service portal shows an error when a dossier is filed.",
      agency_responsible: "Ministry of Science and Technology",
    });
  });

  test("an unknown service, request or token is not found", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    for (const address of [
      "requests?service_code=feedback-potholes",
      "requests?service_code=feedback-data,nothing",
      "requests/PA-2222-2222",
      "requests/001",
      "tokens/001",
    ]) {
      expect([address, (await api.get(address, format)).status]).toEqual([address, 404]);
    }
    expect((await api.get("requests?service_request_id=001", format)).body).toEqual([]);
  });

  test("each wrong parameter is told, all of them at once", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    for (const [query, told] of wrongQueries) {
      const { status, body } = await api.get(`requests?${query}`, format);
      expect([query, status, body.length]).toEqual([query, 400, told.length]);
      for (const [at, words] of told.entries()) expect(String(body[at]!.description)).toContain(words);
    }
  });
});

test("a list of none, one and two is a list, alike in both formats, and empty parameters are none", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const empty = "requests?jurisdiction_id=&status=&start_date=&service_request_id=&api_key=&page=";
  for (const count of [0, 1, 2]) {
    const [xml, json] = [await api.get(empty), await api.get("requests", "json")];
    expect(xml.body).toEqual(json.body);
    expect(json.body.length).toBe(count);
    world.tick(0.01);
    await publishedIn(world, people, "in_progress");
  }
});

test("requests are filtered by state, service, ids and the moment they came in", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const get = async (query: string) => ids((await api.get(`requests?${query}`, "json")).body);
  const open = (await publishedIn(world, people, "in_progress")).code;
  world.tick(1);
  const closed = (await publishedIn(world, people, "closed")).code;
  world.tick(1);
  const fieldless = await caseIn(world, people, "assigned", "proposal", {
    answers: { ...anonymous, provinceCode: "" },
  });
  await publish(world, people, publication(fieldless.code));
  const { code } = fieldless;

  expect(await get("")).toEqual([code, closed, open]);
  expect(await get("status=open")).toEqual([code, open]);
  expect(await get("status=CLOSED")).toEqual([closed]);
  expect(await get("status=open,closed")).toEqual([code, closed, open]);
  expect(await get("service_code=feedback-procedures")).toEqual([closed, open]);
  expect(await get("service_code=proposal-other,feedback-procedures&status=open")).toEqual([code, open]);
  expect(await get("service_code=feedback-data")).toEqual([]);
  expect(await get(`service_request_id=${open},${closed}&status=nonsense`)).toEqual([closed, open]);
  expect(await get("start_date=2026-10-06T09:00:00%2B07:00")).toEqual([code, closed]);
  expect(await get("start_date=2026-10-06T09:00:00 07:00&end_date=2026-10-06T02:00:00Z")).toEqual([closed]);
  expect(await get("end_date=2026-10-05")).toEqual([open]);
  expect(await get("start_date=2026-10-06T09:00:01&end_date=2026-10-07T08:59:59")).toEqual([]);
  expect(await get("start_date=2026-10-05T09:00:00.999&end_date=2026-10-05T09:00:00")).toEqual([open]);
  expect(await get("page=1&page_size=2")).toEqual([code, closed]);
  expect(await get("page=2&page_size=2")).toEqual([open]);
  expect(await get("page=3&page_size=2")).toEqual([]);

  const [placeless] = (await api.get(`requests/${code}?extensions=true`, "json")).body;
  expect(placeless).toMatchObject({
    service_code: "proposal-other",
    address: null,
    address_id: null,
    extended_attributes: { location_precision: "country" },
  });
  expect([placeless!.lat, placeless!.long].map((degrees) => Math.round(Number(degrees)))).toEqual([16, 108]);
  world.tick(89);
  expect(await get("")).toEqual([code, closed]);
});

test("what has changed is found by when it changed, however old it is; an internal note changes nothing", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const { code } = await publishedIn(world, people, "in_progress");
  world.tick(100);
  const since = `updated_after=${encodeURIComponent(world.now().toISOString())}`;
  await world.run(addNote, people.officer, { code, note: "Chỉ người trong cơ quan đọc." });
  expect((await api.get(`requests?${since}`)).body).toEqual([]);
  await publish(world, people, publication(code, { titleVi: "Tiêu đề mới hơn" }));
  const [found] = (await api.get(`requests?${since}`, "json")).body;
  expect(found).toMatchObject({ service_request_id: code, updated_datetime: "2027-01-13T09:00:00+07:00" });
  expect((await api.get("requests?updated_before=2027-01-12")).body.length).toBe(0);
});

test("what is no longer public is gone, for the key that filed it too except its state", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openOpen311(world);
  const filed = await publishedIn(world, people, "in_progress");
  await world.run(withdrawCase, filed.submitter, { code: filed.code });
  expect((await api.get(`requests/${filed.code}`)).status).toBe(404);
  expect((await api.get("requests")).body).toEqual([]);
});

test("a token is resolved to the id it is", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "in_progress");
  const api = openOpen311(world);
  for (const format of formats) {
    const { body } = await api.get(`tokens/${code.toLowerCase()}`, format);
    expect(body).toEqual([{ service_request_id: code, token: code.toLowerCase() }]);
  }
});

test("nothing unpublished is in any answer to anybody: a hundred canaries", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  for (let at = 0; at < 100; at += 1) {
    const content = `Chim hoàng yến số ${at} hót trong văn bản này, nơi không ai được nghe.`;
    await world.submit("feedback", { answers: { content, address: `Canary lane ${at}`, name: `Canary Person ${at}` } });
  }
  await publishedIn(world, people, "answered");
  const [api, key] = [openOpen311(world), await keyFor(world)];
  for (const address of ["requests?extensions=true", "servicerequestupdates?"]) {
    for (const format of formats) {
      for (const more of ["", `&api_key=${key}`]) {
        const { status, text } = await api.get(`${address}${more}`, format);
        expect(status).toBe(200);
        expect(text).not.toMatch(/canary|hoàng yến/i);
      }
    }
  }
});

test("any published text reads the same in XML and JSON", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress");
  const api = openOpen311(world);
  const unit = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("]]>", "<![CDATA[", "\u0007", "😀", "&#0;", "\ufffe"),
  );
  const texts = fc.array(unit, { minLength: 1, maxLength: 15 }).map((parts) => `Câu hỏi đã duyệt: ${parts.join("")}.`);
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const input = { ...publication(code), questionVi: cleanText(text), confirmNoNames: "yes" } as const;
      await publish(world, people, input);
      for (const format of formats) {
        const { body } = await api.get(`requests/${code}`, format);
        expect(body[0]!.description).toBe(carriable(cleanText(text)));
      }
    }),
    { numRuns: 25 },
  );
});
