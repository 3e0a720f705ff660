/** What is sent and answered, by the name of the call. The tests hold each against the schema of its call. */
interface Example {
  readonly body?: object;
  readonly answer?: object;
}

const secret = "K7QM-3F9R-WX2T-8HNB-V4CD-6JPY";
const code = "PA-7K3M-92QX";

export const examples: Readonly<Record<string, Example>> = {
  submitCase: {
    body: {
      kind: "feedback",
      content: "The public service portal fails when I submit my renewal form. I have tried three times.",
      field: "procedures",
      communeCode: "00070",
      reporterType: "anonymous",
      publishConsent: "yes",
      lang: "en",
    },
    answer: {
      code,
      secret,
      receivedAt: "2026-10-05T02:00:00.000Z",
      dueAt: "2026-10-16T16:59:59.999Z",
      contentSha256: "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
      trackUrl: "https://portal.example/en/track?code=PA-7K3M-92QX",
    },
  },
  lookUpCase: { body: { code, secret } },
  replyToQuestion: { body: { secret, reply: "I submitted the form on 1 October 2026." } },
  rateCase: { body: { secret, level: "4", solved: "yes" } },
  disputeCase: {
    body: { secret, ground: "not-done", reason: "The form still fails in the same place." },
  },
  objectToMerge: { body: { secret, objection: "My case is about another form than that one." } },
  contestMask: {
    body: { secret, redactionId: 12, objection: "The name of the road is not private; everybody uses it." },
  },
  eraseIdentity: { body: { secret, sure: "yes" } },
  listBarriers: {
    answer: {
      items: [
        {
          document: {
            slug: "13-2023-nd-cp",
            name: { vi: "Nghị định 13/2023/NĐ-CP", en: "Decree 13/2023/NĐ-CP" },
            title: { vi: "Nghị định về bảo vệ dữ liệu cá nhân", en: "Decree on personal data protection" },
          },
          provision: "dieu-12-khoan-2",
          name: { vi: "khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP", en: "clause 2, Article 12 of Decree 13/2023/NĐ-CP" },
          state: "promised",
          reports: 3,
          newestReportAt: "2026-10-05T02:00:00.000Z",
          fixedOn: "2027-01-01",
          cost: { minutes: { amount: 6000, reports: 2 }, money: null },
          drafter: null,
          url: {
            vi: "https://portal.example/vi/barriers/13-2023-nd-cp/dieu-12-khoan-2",
            en: "https://portal.example/en/barriers/13-2023-nd-cp/dieu-12-khoan-2",
          },
        },
      ],
      nextCursor: null,
      unknown: [],
    },
  },
  listTakedowns: {
    answer: {
      items: [
        {
          act: "taken-down",
          on: "2026-10-05",
          kind: "feedback",
          category: "court-order",
          ground: { text: "Quyết định 12/2026/QĐ-BPKCTT", lang: "vi" },
          agency: null,
        },
      ],
      nextCursor: null,
    },
  },
  listStatistics: {
    answer: {
      madeAt: "2026-10-05T02:00:00.000Z",
      threshold: 5,
      items: [
        {
          period: "2026",
          axis: "kind",
          code: "feedback",
          measure: "received",
          by: "",
          part: "",
          state: "shown",
          count: 120,
        },
      ],
      nextCursor: null,
    },
  },
};
