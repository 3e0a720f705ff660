import type { PreviewResult } from "../../../http/preview.ts";
import type { Decision } from "../decide.ts";

/** Sends an act of the console. What cannot be reached is a refusal like any other. */
export async function sendAct(code: string, form: FormData): Promise<Decision> {
  try {
    const answer = await post(code, form);
    return (await answer.json()) as Decision;
  } catch {
    return { ok: false, errors: {}, refusal: "unavailable" };
  }
}

/** What an act would send; null when nothing can be said just now. */
export async function askPreview(code: string, form: FormData, signal: AbortSignal): Promise<PreviewResult | null> {
  form.set("_preview", "1");
  try {
    const answer = await post(code, form, signal);
    return answer.ok ? ((await answer.json()) as PreviewResult) : null;
  } catch {
    return null;
  }
}

function post(code: string, form: FormData, signal?: AbortSignal): Promise<Response> {
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") fields.append(name, value);
  return fetch(`/office/cases/${code}/decide`, { method: "POST", body: fields, signal });
}
