/**
 * The four kinds of submission. Feedback and proposals are "phản ánh" and
 * "kiến nghị" of Decree 20/2008/NĐ-CP art. 3.4–3.5; complaints (khiếu nại) and
 * denunciations (tố cáo) have laws of their own and are never a kind here.
 */
export const kinds = ["feedback", "proposal", "barrier", "initiative"] as const;
export type Kind = (typeof kinds)[number];

export const reporterTypes = ["individual", "business", "organisation", "anonymous"] as const;
export type ReporterType = (typeof reporterTypes)[number];

export const languages = ["vi", "en"] as const;
export type Lang = (typeof languages)[number];

export const otherLanguage: Record<Lang, Lang> = { vi: "en", en: "vi" };

/** The way by which a case came in. */
export const channels = ["web", "api", "open311", "counter", "phone", "letter"] as const;
export type Channel = (typeof channels)[number];

/** The ways in which somebody comes to a desk. */
export const deskChannels = ["counter", "phone", "letter"] as const satisfies readonly Channel[];
export type DeskChannel = (typeof deskChannels)[number];

/** How far a matter reaches: one place, a province, the country; `unknown` when the sender cannot say. */
export const extents = ["place", "province", "country", "unknown"] as const;
export type Extent = (typeof extents)[number];

/** How hard or pressing a case is, as its triage officer judges. */
export const levels = ["normal", "complex", "urgent"] as const;
export type Level = (typeof levels)[number];
