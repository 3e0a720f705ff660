import { z } from "zod";
import { extents, languages, reporterTypes } from "./case-kind.ts";
import { readDay } from "./day.ts";
import { choice, emailAddress, line, optional, paragraphs, yesNo } from "./fields.ts";
import { readPhone } from "./phone.ts";
import { readTaxCode } from "./tax-code.ts";
import type { Control } from "./form-control.ts";

const phone = z
  .string()
  .refine((value) => readPhone(value) !== null, "wrong")
  .overwrite((value) => readPhone(value) ?? value);
const taxCode = z
  .string()
  .refine((value) => readTaxCode(value) !== null, "wrong")
  .overwrite((value) => readTaxCode(value) ?? value);

/** A day in any spelling, kept as `2026-12-05`. */
const day = line(40)
  .refine((value) => readDay(value) !== null, "wrong")
  .overwrite((value) => readDay(value) ?? value);

/** A code of a list of terms, which the command checks against the list in force. */
export const termCode = line(40);

/** What every kind of submission asks. */
export const commonFields = {
  lang: choice(languages).default("vi"),
  title: optional(line(150, 5)),
  content: paragraphs(5000, 20),
  field: optional(termCode),
  extent: optional(choice(extents)),
  provinceCode: optional(line(2)),
  communeCode: optional(line(5)),
  address: optional(line(300)),
  occurredOn: optional(day),
  reporterType: choice(reporterTypes),
  hideIdentity: optional(yesNo),
  name: optional(line(120, 2)),
  email: optional(emailAddress),
  phone: optional(phone),
  taxCode: optional(taxCode),
  againstAgency: optional(line(20)),
  publishConsent: yesNo,
};

export const commonControls = {
  title: { control: "line", max: 150 },
  content: { control: "paragraphs", max: 5000 },
  field: { control: "term", vocabulary: "field" },
  extent: { control: "choice", options: extents },
  provinceCode: { control: "province" },
  communeCode: { control: "commune" },
  address: { control: "line", max: 300, autocomplete: "street-address" },
  occurredOn: { control: "date" },
  reporterType: { control: "choice", options: reporterTypes },
  hideIdentity: { control: "choice", options: ["yes", "no"] },
  name: { control: "line", max: 120, autocomplete: "name", personal: true },
  email: { control: "line", max: 254, autocomplete: "email", inputMode: "email", personal: true },
  phone: { control: "line", max: 30, autocomplete: "tel", inputMode: "tel", personal: true },
  taxCode: { control: "line", max: 20, inputMode: "numeric", personal: true },
  // Whose own conduct it is about: that agency sees no trace of it.
  againstAgency: { control: "agency" },
  publishConsent: { control: "choice", options: ["yes", "no"] },
} as const satisfies Record<string, Control>;

export type CommonField = keyof typeof commonControls;

/** Where and when it happened. */
export const whereFields = ["extent", "communeCode", "provinceCode", "address", "occurredOn"] as const;
export const whoFields = [
  "reporterType",
  "name",
  "email",
  "phone",
  "hideIdentity",
  "againstAgency",
  "publishConsent",
] as const;
export const whoInBusinessFields = [
  "reporterType",
  "name",
  "taxCode",
  "email",
  "phone",
  "hideIdentity",
  "againstAgency",
  "publishConsent",
] as const;

/** The choice for a place that is none of the communes found: the province alone is kept. */
export const NO_COMMUNE = "none";
