import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";

/** Every URL of the portal, grouped by who may call it. */
export default [
  // Machines and first contact
  index("routes/public/language.ts"),
  route("healthz", "routes/api/healthz.ts"),
  route("readyz", "routes/api/readyz.ts"),

  // The public, in Vietnamese and English
  route("display", "routes/public/display.ts"),
  // Files on their way in, piece by piece, and out again to whoever sent them
  route("uploads", "routes/public/uploads.ts"),
  route("uploads/:id", "routes/public/upload.ts"),
  route("uploads/:id/file", "routes/public/own-file.ts"),
  route("work", "routes/public/work.ts"),
  route("receipt-key.pem", "routes/public/receipt-keys.ts"),
  route(".well-known/cau-noi-receipt-keys.json", "routes/public/receipt-keys.ts", { id: "receipt-keys-json" }),
  route(":lang", "routes/public/layout.tsx", [
    index("routes/public/home.tsx"),
    route("submit", "routes/public/choose-kind.tsx"),
    route("submit/elsewhere", "routes/public/elsewhere.tsx"),
    route("submit/resume", "routes/public/resume.tsx"),
    route("submit/join", "routes/public/join.tsx"),
    route("submit/barrier/table", "routes/public/table.tsx"),
    route("submit/barrier/table/:file", "routes/public/table-file.ts"),
    route("submit/:kind/share", "routes/public/share.tsx"),
    route("submit/:kind", "routes/public/submit.tsx"),
    route("submit/:kind/similar", "routes/public/submit-similar.tsx"),
    route("submit/:kind/dossier", "routes/public/dossier.tsx"),
    route("submit/:kind/dossier.pdf", "routes/public/dossier-pdf.ts"),
    route("submit/:kind/files", "routes/public/files.tsx"),
    route("receipt", "routes/public/receipt.tsx"),
    route("receipt/:file", "routes/public/receipt-file.ts"),
    route("verify", "routes/public/verify.tsx"),
    route("track", "routes/public/track.tsx"),
    route("track/data", "routes/public/track-data.ts"),
    route("track/erase", "routes/public/track-erase.tsx"),
    route("me", "routes/public/me.tsx"),
    route("me/details", "routes/public/me-details.tsx"),
    route("me/data", "routes/public/me-data.ts"),
    route("me/erase", "routes/public/me-erase.tsx"),
    route("me/cases/:code", "routes/public/me-open.ts"),
    route("confirm/:token", "routes/public/confirm.tsx"),
    route("cases", "routes/public/cases.tsx"),
    route("cases/:code", "routes/public/case.tsx"),
    route("cases/:code/follow", "routes/public/follow.tsx"),
    route("followed", "routes/public/followed.tsx"),
    route("unfollow/:token", "routes/public/unfollow.tsx"),
    route("help", "routes/public/help.tsx"),
    route("privacy", "routes/public/privacy.tsx"),
    route("accessibility", "routes/public/accessibility.tsx"),
    route("sitemap", "routes/public/sitemap.tsx"),
    route("api", "routes/public/api.tsx"),
    route("*", "routes/public/missing.tsx"),
  ]),

  // Staff, before they are signed in
  route("office/sign-in", "routes/office/sign-in.tsx"),
  route("office/activate", "routes/office/activate.tsx"),

  // Staff, behind the gate
  route("office", "routes/office/gate.tsx", [
    layout("routes/office/console.tsx", [
      index("routes/office/queue.tsx"),
      route("cases/:code", "routes/office/case.tsx"),
    ]),
    route("cases/:code/decide", "routes/office/decide.ts"),
    route("console-rows", "routes/office/console-rows.ts"),
    route("undo", "routes/office/undo.tsx"),
    route("cases/:code/files/:id", "routes/office/case-file.ts"),
    // Who else has the case open, and that it has changed: server-sent events
    route("cases/:code/news", "routes/office/case-news.ts"),
    route("desk", "routes/office/desk.tsx"),
    route("desk/receipt", "routes/office/desk-receipt.tsx"),
    route("views", "routes/office/views.tsx"),
    route("notifications", "routes/office/notifications.tsx"),
    route("bulk", "routes/office/bulk.tsx"),
    route("bulk/:id", "routes/office/batch.tsx"),
    route("campaigns/:id", "routes/office/campaign.tsx"),
    route("agencies/search", "routes/office/agency-search.ts"),
    route("agencies", "routes/office/agencies.tsx"),
    route("people", "routes/office/people.tsx"),
    route("outbox", "routes/office/outbox.tsx"),
    route("identity-requests", "routes/office/identity-requests.tsx"),
    route("audit", "routes/office/audit.tsx"),
    route("account", "routes/office/account.tsx"),
    route("language", "routes/office/language.ts"),
    route("sign-out", "routes/office/sign-out.ts"),
    route("*", "routes/office/missing.tsx"),
  ]),

  // Other systems: Open311 GeoReport v2
  route("open311/*", "routes/api/open311.ts"),

  // Programs
  ...prefix("api", [
    route("openapi.json", "routes/api/openapi.ts"),
    route("v1/cases", "routes/api/cases.ts"),
    route("v1/cases/lookup", "routes/api/lookup.ts"),
    route("v1/cases/:code", "routes/api/case.ts"),
    route("v1/cases/:code/receipt", "routes/api/receipt.ts"),
    route("v1/cases/:code/:act", "routes/api/submitter-act.ts"),
    route("v1/agencies", "routes/api/agencies.ts"),
    route("v1/provinces", "routes/api/provinces.ts"),
    route("v1/communes", "routes/api/communes.ts"),
    route("v1/fields", "routes/api/fields.ts"),
    route("v1/staff/cases", "routes/api/staff-cases.ts"),
    route("v1/staff/cases/:code", "routes/api/staff-case.ts"),
    route("v1/staff/cases/:code/:command", "routes/api/staff-command.ts"),
    route("*", "routes/api/missing.ts"),
  ]),
] satisfies RouteConfig;
