import type { Route } from "./+types/case-template";
import { notFound } from "../../http/perform.ts";
import { readPurpose, templateText } from "../../http/template-forms.ts";

/** The words of a template filled in for a case, for the page that inserts them at the cursor. */
export async function loader({ params, url, context }: Route.LoaderArgs) {
  const purpose = readPurpose(url.searchParams.get("for"));
  const id = /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0;
  const text = purpose && (await templateText(context, params.code, purpose, id));
  if (text === null) throw notFound();
  return Response.json({ text });
}
