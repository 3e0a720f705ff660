import { publicView } from "../../db/case-views.ts";
import type { Publication } from "../../db/publications.ts";
import { entriesOfCase } from "../../db/register-lists.ts";
import { segmentsOfPublication } from "../../db/segments.ts";
import type { Db } from "../../db/store.server.ts";
import { provisionJson } from "./api-register.ts";
import { publicJson } from "./api-views.ts";

/** A published case as every program reads it; null when there is no such case any more. */
export async function publicCaseJson(db: Db, publication: Publication, publicUrl: string, now: Date) {
  const view = await publicView(db, publication, now);
  if (!view) return null;
  const segments = await segmentsOfPublication(db, view.publication);
  const { kind, caseId } = view.publication;
  const named = kind === "barrier" ? await entriesOfCase(db, caseId) : [];
  const provisions = named.map((found) => provisionJson(found, publicUrl));
  return publicJson(view, segments, provisions, publicUrl);
}
