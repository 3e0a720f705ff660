import { describe, expect, test } from "vitest";
import { z } from "zod";
import { kinds } from "../../app/domain/case-kind.ts";
import { faultsOf } from "../openapi.ts";
import { emptyDatabase, engines } from "./databases.ts";
import { activate, invite, tokenOf } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** What each kind must say beside what all must. */
const ownWords: Record<(typeof kinds)[number], Record<string, string>> = {
  feedback: {},
  proposal: { suggestion: "Cho phép nộp bản sao điện tử thay cho bản giấy." },
  barrier: { legalDocument: "Nghị định 13/2023/NĐ-CP", legalProvision: "điểm a khoản 2 Điều 12" },
  initiative: {
    solution: "Dùng cảm biến rẻ tiền đo mặn và báo qua tin nhắn cho các hộ nuôi tôm.",
    benefit: "Giảm thiệt hại mỗi vụ cho 200 hộ.",
  },
};

interface Caller {
  call(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; etag: string }>;
  /** Reads an address of the portal outside the API's own, and holds it against the document. */
  read(address: string): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Every call made so far, with the parameters of its path as the document names them. */
  readonly made: Set<string>;
}

function callerOf(portal: PortalProcess): Caller {
  const made = new Set<string>();
  let described: unknown = null;
  const documentOf = async () => (described ??= await (await fetch(`${portal.url}/api/openapi.json`)).json());
  return {
    made,
    async read(address) {
      const response = await fetch(portal.url + address);
      const [type, text] = [response.headers.get("content-type"), await response.text()];
      const body: unknown = /[/+]json(;|$)/.test(type ?? "") ? JSON.parse(text) : text;
      const [path = ""] = address.split("?");
      const met = { method: "GET", path, status: response.status, contentType: type, body };
      expect(faultsOf(await documentOf(), met)).toEqual([]);
      return { status: response.status, body, headers: response.headers };
    },
    async call(method, path, body, headers = {}) {
      const [plain = ""] = path.split("?");
      made.add(`${method.toLowerCase()} ${plain.replace(/\/[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/, "/{code}")}`);
      const response = await fetch(`${portal.url}/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      // Every answer of the whole run is held against the document that this portal serves.
      const contentType = response.headers.get("content-type");
      const answer = text === "" ? undefined : (JSON.parse(text) as unknown);
      const met = { method, path: `/api/v1${plain}`, status: response.status, contentType, body: answer };
      expect(faultsOf(await documentOf(), met)).toEqual([]);
      return {
        status: response.status,
        body: text === "" ? null : JSON.parse(text),
        etag: response.headers.get("etag") ?? "",
      };
    },
  };
}

describe.each(engines)("on %s", (engine) => {
  test("a case of every kind travels its whole life through the API alone, and the document describes each call", async () => {
    const portal = await startPortal({ databaseUrl: await emptyDatabase(engine) });
    const api = callerOf(portal);
    const tokens = {
      triage: await tokenOf(portal, await activate(portal, await invite(portal, "triage"))),
      officer: await tokenOf(portal, await activate(portal, await invite(portal, "officer", "BKHCN"))),
      leader: await tokenOf(portal, await activate(portal, await invite(portal, "leader", "BKHCN"))),
      editor: await tokenOf(portal, await activate(portal, await invite(portal, "editor"))),
      second: await tokenOf(portal, await activate(portal, await invite(portal, "editor", "VPTW", "vi", "2"))),
    };
    const agencies = z
      .object({ items: z.array(z.object({ id: z.number(), code: z.string() })) })
      .parse((await api.call("GET", "/agencies")).body);
    const agencyId = agencies.items.find(({ code }) => code === "BKHCN")?.id;

    for (const kind of kinds) {
      const filed = await api.call(
        "POST",
        "/cases",
        {
          kind,
          content: "Hồ sơ trực tuyến bị trả lại ba lần vì hệ thống không đọc được chữ ký số của doanh nghiệp.",
          reporterType: "business",
          name: "Công ty Thử Nghiệm",
          email: "sender@example.com",
          publishConsent: "yes",
          provinceCode: "01",
          ...ownWords[kind],
        },
        { "idempotency-key": `journey-${kind}` },
      );
      expect(filed.status).toBe(201);
      const { code, secret } = z.object({ code: z.string(), secret: z.string() }).parse(filed.body);

      const act = async (role: keyof typeof tokens, command: string, body: Record<string, unknown> = {}) => {
        const authorization = `Bearer ${tokens[role]}`;
        const seen = await api.call("GET", `/staff/cases/${code}`, undefined, { authorization });
        expect([role, command, seen.status]).toEqual([role, command, 200]);
        const done = await api.call("POST", `/staff/cases/${code}/${command}`, body, {
          authorization,
          "if-match": seen.etag,
        });
        expect([200, 204], `${command}: ${JSON.stringify(done.body)}`).toContain(done.status);
        return done;
      };
      const look = async () => {
        const found = await api.call("POST", "/cases/lookup", { code, secret });
        expect(found.status).toBe(200);
        return z.looseObject({ status: z.string(), contentSha256: z.string() }).parse(found.body);
      };

      await act("triage", "classify", { title: "Chữ ký số không được đọc", field: "procedures" });
      await act("triage", "assign", { agencyId });
      await act("officer", "accept");
      await act("officer", "ask", { question: "Ông/bà cho biết chữ ký số do tổ chức nào cấp?" });
      expect((await look()).status).toBe("waiting");
      expect(
        (await api.call("POST", `/cases/${code}/messages`, { secret, reply: "Chữ ký do một tổ chức trong nước cấp." }))
          .status,
      ).toBe(200);
      const outcome = { kind: "explained", legalBasis: "Luật Giao dịch điện tử 20/2023/QH15" };
      const body = "Chữ ký số của ông/bà dùng được sau khi hệ thống cập nhật danh sách tổ chức cấp chứng thư.";
      await act("officer", "answer", { body, outcome });
      await act("leader", "return", { reason: "Nêu rõ ngày cập nhật." });
      await act("officer", "answer", { body: `${body} Việc cập nhật đã xong.`, outcome });
      await act("leader", "approve");
      const asked = {
        questionVi: "Hồ sơ trực tuyến bị trả lại ba lần. Xin xem lại.",
        questionEn: "An online file was returned three times. Please look again.",
      };
      const publication = {
        titleVi: "Chữ ký số không được đọc",
        titleEn: "A digital signature was not recognised",
        ...asked,
        answerVi: body,
        answerEn: "The signature works once the list of issuers is updated.",
        outcomeVi: outcome,
        outcomeEn: { kind: "explained", legalBasis: "Law on Electronic Transactions 20/2023/QH15" },
      };
      await act("editor", "propose-publication", publication);
      await act("second", "publish");
      if (kind === "feedback") {
        const read = async () => (await fetch(`${portal.url}/en/cases/${code}`)).text();
        const stale = /changed since, not yet translated/g;
        expect((await read()).match(stale)).toBeNull();
        // The page is kept now, and yet says at once which sentence was edited.
        await act("editor", "propose-publication", {
          ...publication,
          questionVi: asked.questionVi.replace("ba", "bốn"),
        });
        await act("second", "publish");
        const page = await read();
        expect(page.match(stale)).toHaveLength(1);
        expect(page).toContain("bị trả lại bốn lần.");
        expect(page).toContain("Please look again.");
        expect(page).not.toContain("returned three times.");
      }
      expect((await api.call("POST", `/cases/${code}/rating`, { secret, level: 4, solved: "yes" })).status).toBe(200);
      expect((await look()).status).toBe("closed");

      const published = await api.call("GET", `/cases/${code}`);
      expect(published.status).toBe(200);
      expect(JSON.stringify(published.body)).not.toMatch(/sender@example|Công ty Thử Nghiệm/);
      const list = await api.call("GET", `/cases?kind=${kind}&q=chu%20ky%20so`);
      expect(JSON.stringify(list.body)).toContain(code);
      for (const ending of ["/badge", "/badge.svg"])
        expect((await api.read(`/en/cases/${code}${ending}`)).status).toBe(200);
      if (kind !== "initiative") continue;
      // What somebody has erased is no more public either.
      const held = await api.call("POST", `/cases/${code}/data`, { secret });
      expect(JSON.stringify(held.body)).toContain("sender@example.com");
      expect((await api.call("POST", `/cases/${code}/erasure`, { secret, sure: "yes" })).status).toBe(200);
      const after = await api.call("POST", `/cases/${code}/data`, { secret });
      expect(JSON.stringify(after.body)).not.toContain("sender@example.com");
      expect((await api.call("GET", `/cases/${code}`)).status).toBe(404);
    }
    const provision = "/api/v1/barriers/13-2023-nd-cp/dieu-12-khoan-2-diem-a";
    for (const address of [
      "/api/v1/barriers?sort=reports",
      provision,
      `${provision}/cases`,
      "/api/v1/changes",
      "/api/v1/takedowns",
      "/api/v1/statistics",
      "/open-data/manifest.json",
      "/open-data/dictionary.json",
      "/open-data/cases.csv",
      "/ledger/keys",
      "/ledger/verify.mjs",
      "/vi/cases.json?kind=barrier",
      "/vi/cases.atom",
      "/.well-known/cau-noi-receipt-keys.json",
      "/receipt-key.pem",
    ]) {
      expect([address, (await api.read(address)).status]).toEqual([address, 200]);
    }
    // Whoever takes it has large files compressed; what is read is the same.
    const sent = await api.read("/open-data/cases.jsonl");
    expect(["br", "gzip"]).toContain(sent.headers.get("content-encoding"));
    expect(String(sent.body).trim().split("\n")).toHaveLength(kinds.length - 1);
    for (const path of ["/provinces", "/communes?province=01&q=ba%20dinh", "/fields"])
      expect((await api.call("GET", path)).status).toBe(200);
    expect(
      (await api.call("GET", "/staff/cases", undefined, { authorization: `Bearer ${tokens.triage}` })).status,
    ).toBe(200);

    const document = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await (await fetch(`${portal.url}/api/openapi.json`)).json());
    const described = new Set(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path.replace("/api/v1", "")}`),
      ),
    );
    expect([...api.made].filter((call) => !described.has(call))).toEqual([]);
    expect(await portal.cli("audit", "verify")).toMatchObject({ ok: true });
    await portal.stop();
  });
});
