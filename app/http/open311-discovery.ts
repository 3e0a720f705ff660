import { type GeoCall, publicAnswer } from "./open311-call.ts";
import { contentType, list, type Part } from "./open311-format.ts";

/** When the endpoint last changed what it offers. */
const CHANGED = "2026-11-21T09:00:00+07:00";
/** By this text clients know the specification; it is a name, nobody opens it. */
const SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

/**
 * `GET discovery`: one endpoint per language. That there are two also serves
 * the clients that take a list of one for no list.
 */
export async function discover(call: GeoCall): Promise<Response> {
  const root = call.portal.env.PUBLIC_URL.replace(/\/$/, "");
  const page = `${root}/${call.lang}/api`;
  return publicAnswer(call, "discovery", {
    changeset: CHANGED,
    contact: call.t("contact", { url: page }),
    key_service: call.t("keyService", { url: page }),
    endpoints: list("endpoint", [endpoint(`${root}/open311/v2`), endpoint(`${root}/open311/v2/en`)]),
  });
}

function endpoint(url: string): Part {
  const formats = (["xml", "json"] as const).map((format) => contentType(format).split(";")[0] ?? "");
  return {
    specification: SPECIFICATION,
    url,
    changeset: CHANGED,
    type: "production",
    formats: list("format", formats),
  };
}
