import { createHash } from "node:crypto";
import { fileOpen311Request } from "../commands/file-open311-request.ts";
import { localDate } from "../domain/calendar.ts";
import { reporterTypes } from "../domain/case-kind.ts";
import { checkInput } from "../domain/check-input.ts";
import { controls, type FieldName, type Submission, submissionSchemas } from "../domain/forms.ts";
import { readMoment, type Service } from "../domain/open311.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { canonicalJson } from "../../db/events.ts";
import { termNames } from "../../db/terms.ts";
import { errorWords } from "./api-problem.ts";
import { answer, type Detail, type GeoCall, keyOf, refuse } from "./open311-call.ts";
import { list } from "./open311-format.ts";
import { externalIdOf, readDescription, readMedia, readPlace, withLinks } from "./open311-input.ts";
import { attributeFields, findService, serviceName } from "./open311-services.ts";
import { dueNotice } from "./open311-view.ts";
import { perform } from "./perform.ts";

/** The shortest description that stands alone; a shorter one is told with its service. */
const SHORT = 20;

/** `POST requests`: files a case by the command of every other way in. */
export async function fileRequest(call: GeoCall): Promise<Response> {
  const key = await keyOf(call, true);
  if (!key) return refuse(call, 403, [["noKey"]]);
  const code = call.given.one("service_code");
  const service = code === null ? null : await findService(call, code);
  if (code !== null && !service) return refuse(call, 404, [["unknownService", { code: code.slice(0, 100) }]]);

  const wrong: Detail[] = code === null ? [["noService"]] : [];
  const { point, ...place } = readPlace(call, wrong);
  const description = readDescription(call, wrong);
  const links = readMedia(call, wrong);
  if (!service) return refuse(call, 400, wrong);
  const raw = { ...(await answersOf(call, service, description, links)), ...place };
  const checked = checkInput<Submission>(submissionSchemas[service.kind], raw);
  if (!checked.ok) wrong.push(...fieldErrors(call, checked.errors));
  if (!checked.ok || wrong.length > 0) return refuse(call, 400, wrong);

  const answers = checked.value;
  const bodyHash = createHash("sha256").update(canonicalJson({ answers, point })).digest("hex");
  const externalId = externalIdOf(call, "external_id", "fixmystreet_id");
  const input = { tokenId: key.tokenId, submission: { answers, point }, externalId, bodyHash };
  const filed = await perform(call.context, fileOpen311Request, input, { kind: "public" });
  if (!filed.ok) {
    if (filed.status === 422) return refuse(call, 400, fieldErrors(call, filed.errors));
    return filed.status === 503 ? refuse(call, 503, [["unavailable"]]) : refuse(call, 400, [["reused"]]);
  }
  const request = {
    service_request_id: filed.value.code,
    service_notice: dueNotice(call, filed.value.dueAt),
    account_id: null,
  };
  return answer(call, "service_requests", list("request", [request]), filed.value.repeated ? 200 : 201);
}

/** What the form of the kind would have sent. Answers that no parameter carries have the most careful value. */
async function answersOf(
  call: GeoCall,
  { kind, field }: Service,
  description: string,
  links: readonly string[],
): Promise<Record<string, unknown>> {
  const terms = await termNames(call.portal.store.read, [field]);
  const service = serviceName(call.lang, kind, terms.get(`field/${field}`) ?? { nameVi: field, nameEn: field });
  const text =
    description === ""
      ? call.t("text.noDescription", { service })
      : description.length < SHORT
        ? `${description}\n${call.t("text.service", { service })}`
        : description;
  return {
    publishConsent: "no",
    ...attributesOf(call, attributeFields(kind)),
    ...reporterOf(call),
    kind,
    field,
    lang: call.lang,
    content: withLinks(text, links),
  };
}

/** The attributes that the service has; others are another service's, and are left alone. */
function attributesOf(call: GeoCall, fields: readonly FieldName[]): Record<string, unknown> {
  const given = call.given.attributes();
  return Object.fromEntries(
    fields.flatMap((field) => {
      const values = given.get(field);
      if (!values) return [];
      const [first = ""] = values;
      const { control } = controls[field];
      // A box that is not ticked sends nothing.
      if (control === "tick" && first === "no") return [];
      // What is asked for once and comes twice is wrong in the words of its own rule.
      return [[field, values.length > 1 ? values : control === "date" ? dayOf(first) : first]];
    }),
  );
}

/** The day in Viet Nam of a W3C time, which is what clients send for a `datetime`. */
function dayOf(typed: string): string {
  const at = /T/i.test(typed) ? readMoment(typed) : null;
  return at ? localDate(at) : typed;
}

/** Who sent it: a name and a way to be reached, or nobody. A name without either is not kept. */
function reporterOf(call: GeoCall): Record<string, unknown> {
  const { given, lang, t } = call;
  const [first, last] = [given.one("first_name"), given.one("last_name")];
  const [email, phone] = [given.one("email"), given.one("phone")];
  const typed = given.attributes().get("reporterType")?.[0];
  const type = reporterTypes.find((known) => known === typed) ?? ((email ?? phone) ? "individual" : "anonymous");
  if (typed !== undefined && type !== typed) return { reporterType: typed };
  if (type === "anonymous") return { reporterType: type };
  const name = (lang === "vi" ? [last, first] : [first, last]).filter(Boolean).join(" ");
  return {
    reporterType: type,
    name: name === "" ? t("text.unnamed") : name,
    email: email ?? undefined,
    phone: phone ?? undefined,
  };
}

/** The parameter behind each answer. */
const parameters: Record<string, string> = {
  content: "description",
  name: "first_name, last_name",
  email: "email",
  phone: "phone",
  address: "address_string",
  communeCode: "address_id",
  provinceCode: "address_id",
  field: "service_code",
};

/** Field errors as entries, each with its parameter and the words of the forms. */
function fieldErrors(call: GeoCall, errors: FieldErrors): Detail[] {
  return Object.entries(errorWords(call.lang, errors)).map(([field, { message }]) => {
    const name = parameters[field] ?? `attribute[${field}]`;
    return ["field", { name, message: message.replace(/\.$/, "") }];
  });
}
