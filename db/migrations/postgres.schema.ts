import { postgresKit } from "../columns.server.ts";
import { defineSchema } from "../schema.ts";

// drizzle-kit reads tables from a module's exports; tests/db/schema.test.ts holds this list complete.
export const { agencies,  provinces,  communes,  placeNames,  terms,  calendarDays,  deadlineRules,  staff,  sessions,  apiTokens,  cases,  reporters,  messages,  answers, casePoints, commitments, caseConsults,  publications,  ratings,  events,  outbox, doneActs,  idempotencyKeys,  drafts,  draftKeys, coAuthors,  formReceipts,  counters,  attachments, caseProvisions, caseBurdens, dossiers, dossierCases, contacts, contactChanges, mailedLinks, contactSessions, identityRequests, identityActs,  followers,  followerNews,  campaigns,  campaignSenders,  letterPrints,  letterKeys, open311Requests, areaCentres, presences, extensions, extensionBudgets, warningSteps, calendarVersions, calendarDrafts, laws, caseKeys, templates, templateLaws, templateUses, answerPrints, answerKeys, answerTallies, savedViews, watches, notifications, batches, batchItems, agencyNames, caseConflicts, absences, caseMerges, collectiveTasks, caseLinks, disputes } =
  defineSchema(postgresKit);
