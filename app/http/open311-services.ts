import { localDate } from "../domain/calendar.ts";
import { type Kind, kinds, type Lang, otherLanguage } from "../domain/case-kind.ts";
import { controls, type FieldName, formSteps, isRequired } from "../domain/forms.ts";
import type { Control } from "../domain/form-control.ts";
import { readServiceCode, type Service, serviceCode } from "../domain/open311.ts";
import { getI18n } from "../i18n.ts";
import { listTerms, type Term } from "../../db/terms.ts";
import { type GeoCall, named, publicAnswer, refuse } from "./open311-call.ts";
import { list, type Part } from "./open311-format.ts";

/** Answers that have parameters of their own in the specification, or follow from them. */
const mapped: readonly FieldName[] = [
  "content",
  "field",
  "provinceCode",
  "communeCode",
  "address",
  "name",
  "email",
  "phone",
];

/** Answers that another system may leave out: they have a careful default. */
const defaulted: readonly FieldName[] = ["reporterType", "publishConsent"];

/** The kind's answers that come as attributes, in the order of its pages. */
export const attributeFields = (kind: Kind): readonly FieldName[] =>
  formSteps[kind].flatMap((step) => step.fields).filter((field) => !mapped.includes(field));

/** The fields of life in force today. */
const fieldsToday = (call: GeoCall): Promise<Term[]> =>
  listTerms(call.portal.store.read, "field", localDate(call.portal.clock()));

/** What a service is called: its kind and its field. */
export function serviceName(lang: Lang, kind: Kind, field: Pick<Term, "nameVi" | "nameEn">): string {
  const kindName = getI18n(lang).getFixedT(lang, "domain")(`kind.${kind}`);
  return getI18n(lang).getFixedT(lang, "open311")("service.name", { kind: kindName, field: named(lang, field) });
}

/** `GET services`: each kind about each field. */
export async function listServices(call: GeoCall): Promise<Response> {
  const fields = await fieldsToday(call);
  const services = kinds.flatMap((kind) => fields.map((field) => servicePart(call, kind, field)));
  return publicAnswer(call, "services", list("service", services));
}

function servicePart(call: GeoCall, kind: Kind, field: Term): Part {
  const { lang, t } = call;
  const kindIn = (which: Lang) => getI18n(which).getFixedT(which, "domain")(`kind.${kind}`);
  const other = otherLanguage[lang];
  // Clients search names and keywords: whoever types the other language finds the service too.
  const keywords = [kindIn(lang), named(lang, field), kindIn(other), named(other, field)];
  return {
    service_code: serviceCode(kind, field.code),
    service_name: serviceName(lang, kind, field),
    description: t(`service.description.${kind}`, { field: named(lang, field) }),
    metadata: true,
    type: "realtime",
    keywords: keywords.flatMap((word) => word.split(/,\s*/)).join(","),
    group: kindIn(lang),
  };
}

/** `GET services/{code}`: what a service asks. */
export async function describeService(call: GeoCall, code: string): Promise<Response> {
  const service = await findService(call, code);
  if (!service) return refuse(call, 404, [["unknownService", { code: code.slice(0, 100) }]]);
  const attributes: Part[] = [];
  for (const field of attributeFields(service.kind)) {
    attributes.push(await attributePart(call, service.kind, field, attributes.length + 1));
  }
  return publicAnswer(call, "service_definition", {
    service_code: code,
    attributes: list("attribute", attributes),
  });
}

/** The service behind a code in force today, or null. */
export async function findService(call: GeoCall, code: string): Promise<Service | null> {
  const service = readServiceCode(code);
  if (!service) return null;
  const fields = await fieldsToday(call);
  return fields.some((field) => field.code === service.field) ? service : null;
}

const datatypes: Record<Control["control"], string> = {
  line: "string",
  paragraphs: "text",
  choice: "singlevaluelist",
  term: "singlevaluelist",
  province: "string",
  commune: "string",
  agency: "string",
  date: "datetime",
  number: "number",
  tick: "singlevaluelist",
};

async function attributePart(call: GeoCall, kind: Kind, field: FieldName, order: number): Promise<Part> {
  const control = controls[field];
  const values = await valuesOf(call, field, control);
  const t = getI18n(call.lang).getFixedT(call.lang, "forms");
  const hint = t([`kinds.${kind}.${field}.hint`, `fields.${field}.hint`], { defaultValue: "" });
  return {
    variable: true,
    code: field,
    datatype: datatypes[control.control],
    required: isRequired(kind, field) && !defaulted.includes(field),
    datatype_description: hint === "" ? null : hint,
    order,
    description: t([`kinds.${kind}.${field}.label`, `fields.${field}.label`]),
    ...(values ? { values: list("value", values) } : {}),
  };
}

/** The closed list of an answer: of its own, or the terms in force today. */
async function valuesOf(call: GeoCall, field: FieldName, control: Control): Promise<Part[] | null> {
  const { lang, portal } = call;
  if (control.vocabulary) {
    const terms = await listTerms(portal.store.read, control.vocabulary, localDate(portal.clock()));
    return terms.map((term) => ({ key: term.code, name: named(lang, term) }));
  }
  const options = control.control === "tick" ? ["yes", "no"] : control.options;
  if (!options) return null;
  const [forms, domain] = [getI18n(lang).getFixedT(lang, "forms"), getI18n(lang).getFixedT(lang, "domain")];
  return options.map((key) => {
    const own = forms(`options.${field}.${key}`, { defaultValue: "" });
    return { key, name: own === "" ? domain([`${field}.${key}`, `yesNo.${key}`]) : own };
  });
}
