import { lastDay } from "../domain/deadlines.ts";
import { answerStands, answerStateOf } from "../domain/published-answer.ts";
import type { Agency } from "../../db/agencies.ts";
import { type PublishedRow, publishedBatches } from "../../db/published-rows.ts";
import { columnsOf, type OpenDataFile, type OpenDataRow } from "./open-data-file.ts";

/** Everything that is published of each case, in both languages. */
export const casesFile: OpenDataFile = {
  name: "cases",
  titleKey: "open-data:cases.title",
  aboutKey: "open-data:cases.about",
  large: true,
  columns: columnsOf("open-data:cases", {
    code: "code",
    kind: "code",
    status: "code",
    field: "code",
    provinceCode: "code",
    communeCode: "code",
    agencyCode: "code",
    agencyVi: "text",
    agencyEn: "text",
    lang: "code",
    titleVi: "text",
    titleEn: "text",
    questionVi: "text",
    questionEn: "text",
    answerVi: "text",
    answerEn: "text",
    answerState: "code",
    outcomeKind: "code",
    outcomeVi: "json",
    outcomeEn: "json",
    receivedOn: "day",
    dueOn: "day",
    answeredAt: "moment",
    inTime: "boolean",
    ratingLevel: "integer",
    ratingSolved: "boolean",
    followers: "integer",
    confirmedFollowers: "integer",
    publishedAt: "moment",
    updatedAt: "moment",
    urlVi: "text",
    urlEn: "text",
  }),
  async *rows({ db, publicUrl }) {
    for await (const batch of publishedBatches(db))
      for (const { publication, agency } of batch) yield rowOf(publication, agency, publicUrl);
  },
};

function rowOf(item: PublishedRow["publication"], agency: Agency | null, publicUrl: string): OpenDataRow {
  const { code, answeredAt, dueAt } = item;
  return {
    code,
    kind: item.kind,
    status: item.status,
    field: item.field,
    provinceCode: item.provinceCode,
    communeCode: item.communeCode,
    agencyCode: agency?.code ?? null,
    agencyVi: agency?.nameVi ?? null,
    agencyEn: agency?.nameEn ?? null,
    lang: item.lang,
    titleVi: item.titleVi,
    titleEn: item.titleEn,
    questionVi: item.questionVi,
    questionEn: item.questionEn,
    answerVi: item.answerVi,
    answerEn: item.answerEn,
    answerState: answerStateOf(item),
    outcomeKind: answerStands(item) ? item.outcomeKind : null,
    outcomeVi: item.outcomeVi,
    outcomeEn: item.outcomeEn,
    receivedOn: item.receivedOn,
    dueOn: lastDay(dueAt),
    answeredAt: answeredAt?.toISOString() ?? null,
    inTime: answeredAt === null ? null : answeredAt < dueAt,
    ratingLevel: item.ratingLevel,
    ratingSolved: item.ratingSolved,
    followers: item.followers,
    confirmedFollowers: item.confirmedFollowers,
    publishedAt: item.publishedAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    urlVi: `${publicUrl}/vi/cases/${code}`,
    urlEn: `${publicUrl}/en/cases/${code}`,
  };
}
