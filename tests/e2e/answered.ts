import { z } from "zod";
import { activate, invite, tokenOf } from "./people.ts";
import type { PortalProcess } from "./portal-process.ts";

const filed = z.object({ code: z.string(), secret: z.string() });
export type Filed = z.infer<typeof filed>;

export interface Backstage {
  /** Files a case by the API; nobody is named unless `more` names somebody. */
  file(content: string, more?: object): Promise<Filed>;
  /** One act of an officer on it. */
  act(
    role: "triage" | "officer" | "leader" | "editor" | "second",
    code: string,
    name: string,
    body?: object,
  ): Promise<void>;
  /** One act of whoever sent it. */
  submitterAct(sent: Filed, name: string, body: object): Promise<void>;
  agencyId(code: string): number;
  /** A case that is answered and published in both languages, not yet rated. */
  answered(content: string): Promise<Filed>;
}

/** What happens behind the pages that a journey starts from, done by the API. */
export async function backstage(portal: PortalProcess): Promise<Backstage> {
  const api = `${portal.url}/api/v1`;
  const token = async (role: "triage" | "officer" | "leader" | "editor", turn = "") =>
    tokenOf(portal, await activate(portal, await invite(portal, role, home(role), "vi", turn)));
  const tokens = {
    triage: await token("triage"),
    officer: await token("officer"),
    leader: await token("leader"),
    editor: await token("editor"),
    /** Another editor, who publishes what the first proposes. */
    second: await token("editor", "2"),
  };
  const list = z.object({ items: z.array(z.object({ id: z.number(), code: z.string() })) });
  const agencies = list.parse(await (await fetch(`${api}/agencies`)).json());
  const agencyId = (known: string) => agencies.items.find(({ code }) => code === known)?.id ?? 0;
  const json = { "content-type": "application/json" };

  const file: Backstage["file"] = async (content, more = {}) => {
    const plain = { kind: "feedback", reporterType: "anonymous", publishConsent: "yes", provinceCode: "01" };
    const body = { ...plain, content, ...more };
    const answer = await fetch(`${api}/cases`, { method: "POST", headers: json, body: JSON.stringify(body) });
    return filed.parse(await answer.json());
  };
  const act: Backstage["act"] = async (role, code, name, body = {}) => {
    const headers = { ...json, authorization: `Bearer ${tokens[role]}`, "if-match": "*" };
    const seen = await fetch(`${api}/staff/cases/${code}`, { headers });
    headers["if-match"] = seen.headers.get("etag") ?? "";
    const address = `${api}/staff/cases/${code}/${name}`;
    const done = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    if (!done.ok) throw new Error(`${name}: ${done.status} ${await done.text()}`);
  };
  return {
    file,
    act,
    agencyId,
    async submitterAct({ code, secret }, name, body) {
      const address = `${api}/cases/${code}/${name}`;
      const done = await fetch(address, { method: "POST", headers: json, body: JSON.stringify({ secret, ...body }) });
      if (!done.ok) throw new Error(`${name}: ${done.status} ${await done.text()}`);
    },
    async answered(content) {
      const sent = await file(content);
      const body = "Cơ quan đã kiểm tra và hướng dẫn lại cho bộ phận tiếp nhận của xã.";
      const outcome = { kind: "explained", legalBasis: "Luật Giao dịch điện tử 20/2023/QH15" };
      await act("triage", sent.code, "assign", { agencyId: agencyId("BKHCN") });
      await act("officer", sent.code, "accept");
      await act("officer", sent.code, "answer", { body, outcome });
      await act("leader", sent.code, "approve");
      await act("editor", sent.code, "propose-publication", {
        titleVi: "Thẻ bảo hiểm điện tử không được nhận",
        titleEn: "An electronic insurance card was not accepted",
        questionVi: content,
        questionEn: "The clinic did not accept an electronic insurance card.",
        answerVi: body,
        answerEn: "The agency has instructed the clinic's desk.",
        outcomeVi: outcome,
        outcomeEn: { kind: "explained", legalBasis: "Law on Electronic Transactions 20/2023/QH15" },
      });
      await act("second", sent.code, "publish");
      return sent;
    },
  };
}

const home = (role: string): string => (role === "officer" || role === "leader" ? "BKHCN" : "VPTW");
