import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../app/domain/text.ts";
import { openReporter } from "../../db/reporters.ts";
import { type Answer, type Fields, formats, formOf, keyFor, type Open311, openOpen311 } from "./open311-client.ts";
import { openWorld, type World } from "./world.ts";

const description = "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.\nTôi đã thử ba lần & vẫn lỗi <500>.";
const plain = { service_code: "feedback-procedures", lat: "21.0285", long: "105.8542", description } as const;

const idOf = (answer: Answer): string => String(answer.body[0]!.service_request_id);

async function file(api: Open311, key: string, fields: Fields = {}): Promise<Answer> {
  return api.post("requests", { api_key: key, ...plain, ...fields });
}

async function countCases(world: World): Promise<number> {
  const [row] = await world.database.sql("select count(*) as n from case_file");
  return Number(row?.n);
}

const refusals: [name: string, fields: Fields, status: number, told: string[]][] = [
  ["without a key", { api_key: "" }, 403, ["api_key"]],
  ["with an unknown key", { api_key: "x".repeat(43) }, 403, ["api_key"]],
  ["with a key that is none", { api_key: "'; drop table case_file; --" }, 403, ["api_key"]],
  ["without a service", { service_code: "" }, 400, ["service_code"]],
  ["without a service and a place", { service_code: "", lat: "", long: "" }, 400, ["service_code", "lat và long"]],
  ["with an unknown service", { service_code: "feedback-potholes" }, 404, ["service_code"]],
  ["with an unknown jurisdiction", { jurisdiction_id: "elsewhere.example" }, 404, ["jurisdiction_id"]],
  ["without a place", { lat: "", long: "" }, 400, ["address_string"]],
  ["with half a point", { long: "" }, 400, ["lat, long"]],
  ["with words for degrees", { lat: "north", long: "1e2" }, 400, ["lat", "long"]],
  ["at the point where two noughts lead", { lat: "0", long: "0" }, 400, ["lat, long"]],
  ["beyond the poles", { lat: "90.1" }, 400, ["lat"]],
  ["beyond the date line", { long: "-180.5" }, 400, ["long"]],
  ["with an address that is no code", { address_id: "HN" }, 400, ["address_id"]],
  ["with a commune that does not exist", { address_id: "99999" }, 400, ["address_id"]],
  ["with too long a description", { description: "x".repeat(4001) }, 400, ["description"]],
  ["with what is no e-mail address", { email: "nobody", first_name: "An" }, 400, ["email"]],
  ["with what is no telephone", { phone: "12", first_name: "An" }, 400, ["phone"]],
  ["with a link that is none", { media_url: "javascript:alert(1)" }, 400, ["media_url"]],
  ["with a file address", { media_url: "file:///etc/passwd" }, 400, ["media_url"]],
  [
    "with too many links",
    { media_url: Array.from({ length: 11 }, (_, at) => `https://a.example/${at}`) },
    400,
    ["media_url"],
  ],
  ["with a wrong choice", { "attribute[publishConsent]": "maybe" }, 400, ["attribute[publishConsent]"]],
  ["with one answer twice", { "attribute[title][]": ["One title", "Another title"] }, 400, ["attribute[title]"]],
  ["without what the kind needs", { service_code: "proposal-data" }, 400, ["attribute[suggestion]"]],
];

describe.each(formats)("in %s", (format) => {
  test("a request becomes a case with its channel, its point and the words it came with", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    const answer = await api.post("requests", { api_key: await keyFor(world), ...plain }, format);
    expect(answer.status).toBe(201);
    expect(answer.body[0]).toMatchObject({ account_id: null, service_notice: expect.stringContaining("Hạn trả lời") });
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await world.find(idOf(answer))).toMatchObject({
      kind: "feedback",
      field: "procedures",
      channel: "open311",
      status: "submitted",
      content: description,
      latE6: 21_028_500,
      longE6: 105_854_200,
      provinceCode: null,
      reporterType: "anonymous",
      publishConsent: false,
    });
  });

  test("a request with anything wrong is refused, with an entry for each thing, and nothing is stored", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    const api_key = await keyFor(world);
    for (const [name, fields, status, told] of refusals) {
      const answer = await api.post("requests", { api_key, ...plain, ...fields }, format);
      expect([name, answer.status, answer.body.length]).toEqual([name, status, told.length]);
      for (const [at, words] of told.entries()) expect(String(answer.body[at]!.description)).toContain(words);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
    }
    expect(await countCases(world)).toBe(0);
  });
});

test("errors are in the language asked for", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const [vi, en] = [await api.post("requests", {}), await api.post("requests?lang=en", {})];
  expect([vi.headers.get("Content-Language"), en.headers.get("Content-Language")]).toEqual(["vi", "en"]);
  expect(String(en.body[0]!.description)).toBe("api_key: send your key. This call is for systems that have one.");
  expect(vi.body[0]!.description).not.toEqual(en.body[0]!.description);
});

test("who sent it is sealed with the case; a name without a way to be reached is not kept", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const sender = {
    first_name: "An",
    last_name: "Trần Thử",
    email: "an@example.vn",
    phone: "0912345678",
    device_id: "d",
  };
  const row = await world.find(idOf(await file(api, key, sender)));
  expect(row.reporterType).toBe("individual");
  expect(await openReporter(world.store.read, row.id)).toMatchObject({
    name: "Trần Thử An",
    email: "an@example.vn",
    phone: "+84912345678",
  });
  const english = await api.post("en/requests", { api_key: key, ...plain, ...sender, description: `${description} 2` });
  expect(await openReporter(world.store.read, (await world.find(idOf(english))).id)).toMatchObject({
    name: "An Trần Thử",
  });
  const unnamed = await world.find(idOf(await file(api, key, { email: "an@example.vn" })));
  expect(await openReporter(world.store.read, unnamed.id)).toMatchObject({ name: "Không nêu tên" });
  const nobody = await world.find(idOf(await file(api, key, { first_name: "An", last_name: "Trần" })));
  expect(nobody.reporterType).toBe("anonymous");
  expect(await openReporter(world.store.read, nobody.id)).toBeNull();
});

test("an organisation can be named, and the consent to publish given, by attributes", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const fields = {
    service_code: "barrier-institutions",
    "attribute[reporterType]": "organisation",
    "attribute[publishConsent]": "yes",
    "attribute[title]": "Hai cơ quan đòi cùng một giấy",
    "attribute[legalDocument]": "Thông tư 10/2025/TT-BKHCN",
    "attribute[nothing-we-know]": "ignored",
    last_name: "Hội Thử Nghiệm",
    email: "hoi@example.vn",
  };
  expect(await world.find(idOf(await file(api, key, fields)))).toMatchObject({
    kind: "barrier",
    reporterType: "organisation",
    publishConsent: true,
    title: "Hai cơ quan đòi cùng một giấy",
    details: { legalDocument: "Thông tư 10/2025/TT-BKHCN" },
  });
});

test("a place may be words or a code instead of a point", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const nowhere = { lat: "", long: "" };
  const words = await file(api, key, { ...nowhere, address_string: "12 phố Thử Nghiệm, Hà Nội" });
  expect(await world.find(idOf(words))).toMatchObject({ address: "12 phố Thử Nghiệm, Hà Nội", latE6: null });
  const commune = await file(api, key, { ...nowhere, address_id: "00070" });
  expect(await world.find(idOf(commune))).toMatchObject({ communeCode: "00070", provinceCode: "01" });
  const province = await file(api, key, { ...nowhere, address_id: "79" });
  expect(await world.find(idOf(province))).toMatchObject({ communeCode: null, provinceCode: "79" });
});

test("what the specification lets a client leave out may be left out", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const silent = await world.find(idOf(await file(api, key, { description: "" })));
  expect(silent.content).toContain("Phản ánh: Thủ tục hành chính");
  const short = await world.find(idOf(await file(api, key, { description: "Ổ gà" })));
  expect(short.content).toMatch(/^Ổ gà\nDịch vụ: Phản ánh/);
});

test("links are kept as text, and nothing ever calls them", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  let hits = 0;
  const sink = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  const { port } = sink.address() as AddressInfo;
  const links = [`http://127.0.0.1:${port}/a.jpg`, `http://[::1]:${port}/b`, `http://0x7f000001:${port}/c`];
  const filed = await file(api, key, { media_url: links });
  const { content } = await world.find(idOf(filed));
  for (const link of links) expect(content).toContain(`Liên kết kèm theo: ${link}`);
  await api.get(`requests/${idOf(filed)}?api_key=${key}&extensions=true`);
  await new Promise((resolve) => sink.close(resolve));
  expect(hits).toBe(0);
});

test("parameters may come in the address, in a multipart form, or without a content type", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const inAddress = await api.post(`requests?api_key=${key}`, { ...plain, description: `${description} 1` });
  expect(inAddress.status).toBe(201);
  const body = new FormData();
  for (const [name, value] of Object.entries({ api_key: key, ...plain })) body.append(name, value);
  expect((await api.send("requests.json", { method: "POST", body })).status).toBe(201);
  const bytes = new TextEncoder().encode(
    formOf({ api_key: key, ...plain, description: `${description} 3` }).toString(),
  );
  expect((await api.send("requests.json", { method: "POST", body: bytes })).status).toBe(201);
});

test("files, other content types, bad bytes and large bodies are refused", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const body = new FormData();
  for (const [name, value] of Object.entries({ api_key: key, ...plain })) body.append(name, value);
  body.append("media", new Blob(["not a photo"]), "photo.jpg");
  expect((await api.send("requests.json", { method: "POST", body })).status).toBe(400);
  const typed = (type: string, bytes: BodyInit) =>
    api.send("requests.xml", { method: "POST", body: bytes, headers: { "Content-Type": type } });
  expect((await typed("application/json", "{}")).status).toBe(400);
  expect((await typed("multipart/form-data; boundary=x", "--y")).status).toBe(400);
  expect((await typed("application/x-www-form-urlencoded", new Uint8Array([0x61, 0x3d, 0xff, 0xfe]))).status).toBe(400);
  expect((await typed("application/x-www-form-urlencoded", "a".repeat(600_000))).status).toBe(413);
  expect(await countCases(world)).toBe(0);
});

test("any description arrives as it was written", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const unit = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("]]>", "\u0000", "😀", "&amp;", "\r\n", "%00", "+"),
  );
  const texts = fc
    .array(unit, { minLength: 1, maxLength: 20 })
    .map((parts) => `Nội dung thử nghiệm: ${parts.join("")}`);
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const wellFormed = text.toWellFormed();
      fc.pre(cleanText(wellFormed).length <= 4000);
      const filed = await api.post("requests", { api_key: key, ...plain, description: text }, "json");
      expect((await world.find(idOf(filed))).content).toBe(cleanText(wellFormed));
    }),
    { numRuns: 40 },
  );
});
