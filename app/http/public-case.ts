import { publicView } from "../../db/case-views.ts";
import type { Publication } from "../../db/publications.ts";
import { segmentsOfPublication } from "../../db/segments.ts";
import type { Db } from "../../db/store.server.ts";
import { publicJson } from "./api-views.ts";

/** A published case as every program reads it; null when there is no such case any more. */
export async function publicCaseJson(db: Db, publication: Publication, publicUrl: string, now: Date) {
  const view = await publicView(db, publication, now);
  return view && publicJson(view, await segmentsOfPublication(db, view.publication), publicUrl);
}
