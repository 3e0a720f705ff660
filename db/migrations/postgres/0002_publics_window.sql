DROP INDEX "case_to_publish";--> statement-breakpoint
DROP INDEX "case_published";--> statement-breakpoint
CREATE INDEX "case_to_publish" ON "case_file" USING btree ("status","due_at","id","publish_consent","published","held_reason","kind","province_code","field") WHERE publish_consent = true and published = false;--> statement-breakpoint
CREATE INDEX "case_published" ON "case_file" USING btree ("status","due_at","id","published","held_reason","kind","province_code","field") WHERE published = true;
--> statement-breakpoint
CREATE TABLE "publication_segment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"part" text NOT NULL,
	"position" integer NOT NULL,
	"lang" text NOT NULL,
	"source" text NOT NULL,
	"gap" text NOT NULL,
	"source_hash" text NOT NULL,
	"translation" text,
	"translation_hash" text,
	"translation_machine" boolean DEFAULT false NOT NULL,
	"translated_by" bigint,
	"translated_at" timestamp (3) with time zone,
	"approved_by" bigint,
	"approved_at" timestamp (3) with time zone,
	"draft" text,
	"draft_hash" text,
	"draft_machine" boolean DEFAULT false NOT NULL,
	"draft_by" bigint,
	"draft_at" timestamp (3) with time zone,
	"return_reason" text,
	"returned_by" bigint
);
--> statement-breakpoint
CREATE TABLE "translation_work" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"segments" integer NOT NULL,
	"approved" integer NOT NULL,
	"to_translate" integer NOT NULL,
	"to_approve" integer NOT NULL,
	"stale" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "title_vi" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "title_en" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "question_vi" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ALTER COLUMN "question_en" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_segment" ADD CONSTRAINT "publication_segment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_segment" ADD CONSTRAINT "publication_segment_translated_by_staff_id_fk" FOREIGN KEY ("translated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_segment" ADD CONSTRAINT "publication_segment_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_segment" ADD CONSTRAINT "publication_segment_draft_by_staff_id_fk" FOREIGN KEY ("draft_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_segment" ADD CONSTRAINT "publication_segment_returned_by_staff_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_work" ADD CONSTRAINT "translation_work_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_segment_case" ON "publication_segment" USING btree ("case_id","part","position");--> statement-breakpoint
CREATE INDEX "translation_work_to_translate" ON "translation_work" USING btree ("changed_at","case_id") WHERE to_translate > 0;--> statement-breakpoint
CREATE INDEX "translation_work_to_approve" ON "translation_work" USING btree ("changed_at","case_id") WHERE to_approve > 0;--> statement-breakpoint
CREATE INDEX "translation_work_stale" ON "translation_work" USING btree ("changed_at","case_id") WHERE stale > 0;
--> statement-breakpoint
CREATE TABLE "amendment_place" (
	"amendment_id" bigint NOT NULL,
	"law_key" text NOT NULL,
	"place" text NOT NULL,
	"article" text,
	"clause" text,
	"point" text,
	"up_to" text,
	CONSTRAINT "amendment_place_amendment_id_law_key_place_pk" PRIMARY KEY("amendment_id","law_key","place")
);
--> statement-breakpoint
CREATE TABLE "amendment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"number" text NOT NULL,
	"year" integer,
	"symbol" text,
	"name" text,
	"in_force_on" text NOT NULL,
	"what_vi" text NOT NULL,
	"what_en" text NOT NULL,
	"gazette_url" text NOT NULL,
	"state" text NOT NULL,
	"agency_id" bigint,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"tell_after" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_difference" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"drafter_id" bigint,
	"print" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"settled_print" text,
	"settled_at" timestamp (3) with time zone,
	"settled_by" bigint,
	"settled_with" text
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"law_key" text NOT NULL,
	"document_slug" text NOT NULL,
	"place" text NOT NULL,
	"place_order" text NOT NULL,
	"article" text,
	"clause" text,
	"point" text,
	"up_to" text,
	"reports" integer NOT NULL,
	"newest_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"minutes" bigint NOT NULL,
	"minutes_from" integer NOT NULL,
	"money" bigint NOT NULL,
	"money_from" integer NOT NULL,
	"fixed_on" text,
	"fixed_by_id" bigint,
	"search" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_facet" (
	"entry_id" bigint NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"reports" integer NOT NULL,
	CONSTRAINT "register_facet_entry_id_name_value_pk" PRIMARY KEY("entry_id","name","value")
);
--> statement-breakpoint
CREATE TABLE "register_report" (
	"entry_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"received_on" text NOT NULL,
	"obstacle_class" text,
	"sector" text,
	"province_code" text,
	"minutes" bigint,
	"money" bigint,
	CONSTRAINT "register_report_entry_id_case_id_pk" PRIMARY KEY("entry_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "register_task" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"document_key" text NOT NULL,
	"after_case_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unknown_document" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"type" text,
	"number" text,
	"year" integer,
	"symbol" text,
	"name" text,
	"state" text NOT NULL,
	"law_key" text,
	"reason" text,
	"first_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "law" ADD COLUMN "drafter_id" bigint;--> statement-breakpoint
ALTER TABLE "amendment_place" ADD CONSTRAINT "amendment_place_amendment_id_amendment_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_place" ADD CONSTRAINT "amendment_place_law_key_law_key_fk" FOREIGN KEY ("law_key") REFERENCES "public"."law"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_difference" ADD CONSTRAINT "answer_difference_entry_id_register_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_difference" ADD CONSTRAINT "answer_difference_drafter_id_agency_id_fk" FOREIGN KEY ("drafter_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_difference" ADD CONSTRAINT "answer_difference_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_law_key_law_key_fk" FOREIGN KEY ("law_key") REFERENCES "public"."law"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_facet" ADD CONSTRAINT "register_facet_entry_id_register_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_report" ADD CONSTRAINT "register_report_entry_id_register_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_report" ADD CONSTRAINT "register_report_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unknown_document" ADD CONSTRAINT "unknown_document_law_key_law_key_fk" FOREIGN KEY ("law_key") REFERENCES "public"."law"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unknown_document" ADD CONSTRAINT "unknown_document_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amendment_place_law" ON "amendment_place" USING btree ("law_key","amendment_id");--> statement-breakpoint
CREATE INDEX "amendment_state" ON "amendment" USING btree ("state","in_force_on","id");--> statement-breakpoint
CREATE INDEX "amendment_tell" ON "amendment" USING btree ("tell_after","id");--> statement-breakpoint
CREATE INDEX "answer_difference_drafter" ON "answer_difference" USING btree ("drafter_id","since","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "register_entry_place" ON "register_entry" USING btree ("law_key","place");--> statement-breakpoint
CREATE INDEX "register_entry_address" ON "register_entry" USING btree ("document_slug","place");--> statement-breakpoint
CREATE INDEX "register_entry_newest" ON "register_entry" USING btree ("newest_at","id");--> statement-breakpoint
CREATE INDEX "register_entry_reports" ON "register_entry" USING btree ("reports","id");--> statement-breakpoint
CREATE INDEX "register_facet_value" ON "register_facet" USING btree ("name","value","entry_id");--> statement-breakpoint
CREATE INDEX "register_report_case" ON "register_report" USING btree ("case_id","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unknown_document_key" ON "unknown_document" USING btree ("key");--> statement-breakpoint
CREATE INDEX "unknown_document_state" ON "unknown_document" USING btree ("state","id");--> statement-breakpoint
ALTER TABLE "law" ADD CONSTRAINT "law_drafter_id_agency_id_fk" FOREIGN KEY ("drafter_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Who is in charge of the documents that came with the portal, and the cases that are there already: the worker takes them into the register.
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTP')
WHERE drafter_id IS NULL AND key IN ('91/2015/qh13', '104/2016/qh13', '20/2008/nd-cp', '63/2010/nd-cp', '92/2017/nd-cp', '48/2025/qd-ttg', '206/2025/qh15');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNV')
WHERE drafter_id IS NULL AND key IN ('45/2019/qh14', '33/2024/qh15', '01/2011/qh13', '10/2022/qh15', '59/2023/nd-cp', '30/2020/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'TTCP')
WHERE drafter_id IS NULL AND key IN ('02/2011/qh13', '25/2018/qh14', '42/2013/qh13', '136/2025/qh15', '64/2014/nd-cp', '154/2026/nd-cp', '155/2026/nd-cp', '156/2026/nd-cp', '07/2014/tt-ttcp', '05/2021/tt-ttcp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BCA')
WHERE drafter_id IS NULL AND key IN ('91/2025/qh15', '26/2023/qh15', '59/2014/qh13', '60/2024/qh15', '13/2023/nd-cp', '356/2025/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BKHCN')
WHERE drafter_id IS NULL AND key IN ('93/2025/qh15', '29/2013/qh13', '20/2023/qh15', '51/2005/qh11', '24/2023/qh15', '50/2005/qh11', '13/2012/nd-cp', '42/2022/nd-cp', '64/2007/nd-cp', '224/2026/nd-cp', '23/2025/nd-cp', '1131/qd-ttg', '21/2026/qd-ttg', '18/2013/tt-bkhcn');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNNMT')
WHERE drafter_id IS NULL AND key IN ('31/2024/qh15', '45/2013/qh13');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTC')
WHERE drafter_id IS NULL AND key IN ('59/2020/qh14');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'VPCP')
WHERE drafter_id IS NULL AND key IN ('31/2021/qd-ttg');
--> statement-breakpoint
INSERT INTO register_task (document_key, after_case_id) SELECT '', 0 WHERE EXISTS (SELECT 1 FROM case_provision);
--> statement-breakpoint
CREATE TABLE "publication_proposal" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"state" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"texts" text NOT NULL,
	"answer_id" bigint,
	"proposer_id" bigint NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decider_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"message_id" bigint
);
--> statement-breakpoint
CREATE TABLE "redaction_objection" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"redaction_id" bigint NOT NULL,
	"state" text NOT NULL,
	"message_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decider_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decision_id" bigint
);
--> statement-breakpoint
CREATE TABLE "redaction_rule" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redaction" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"field" text NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"kind" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"note" text,
	"rule_id" bigint,
	"staff_id" bigint NOT NULL,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "takedown" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"act" text NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"ground" text,
	"ground_lang" text,
	"agency_id" bigint,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "proposed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "proposer_id" bigint;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "objected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "masks" jsonb;--> statement-breakpoint
ALTER TABLE "publication_proposal" ADD CONSTRAINT "publication_proposal_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposal" ADD CONSTRAINT "publication_proposal_proposer_id_staff_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposal" ADD CONSTRAINT "publication_proposal_decider_id_staff_id_fk" FOREIGN KEY ("decider_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_objection" ADD CONSTRAINT "redaction_objection_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_objection" ADD CONSTRAINT "redaction_objection_redaction_id_redaction_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_objection" ADD CONSTRAINT "redaction_objection_decider_id_staff_id_fk" FOREIGN KEY ("decider_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_proposal_id_publication_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."publication_proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown" ADD CONSTRAINT "takedown_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown" ADD CONSTRAINT "takedown_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_proposal_case" ON "publication_proposal" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "redaction_objection_case" ON "redaction_objection" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "redaction_rule_valid" ON "redaction_rule" USING btree ("valid_to","valid_from");--> statement-breakpoint
CREATE INDEX "redaction_proposal" ON "redaction" USING btree ("proposal_id","id");--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_proposer_id_staff_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_proposed" ON "case_file" USING btree ("status","due_at","id","publish_consent","published","held_reason","kind","field","province_code") WHERE proposed_at is not null;--> statement-breakpoint
CREATE INDEX "case_publish_at" ON "case_file" USING btree ("publish_at","id") WHERE publish_at is not null;--> statement-breakpoint
CREATE INDEX "case_objected" ON "case_file" USING btree ("status","due_at","id","publish_consent","published","held_reason","kind","field","province_code") WHERE objected_at is not null;
--> statement-breakpoint
CREATE TABLE "handed_task" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"webhook_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"commitment_id" bigint,
	"owner_id" bigint NOT NULL,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"percent" integer,
	"handed_by" bigint,
	"handed_at" timestamp (3) with time zone NOT NULL,
	"reported_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_report" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"task_id" bigint NOT NULL,
	"state" text NOT NULL,
	"percent" integer,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"webhook_id" bigint NOT NULL,
	"event" text NOT NULL,
	"case_id" bigint NOT NULL,
	"task_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"last_error" text,
	"settled_at" timestamp (3) with time zone,
	"done_act_id" bigint
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"kind" text NOT NULL,
	"events" jsonb NOT NULL,
	"account_id" bigint,
	"wrapped_key" text NOT NULL,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handed_task" ADD CONSTRAINT "handed_task_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_task" ADD CONSTRAINT "handed_task_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_task" ADD CONSTRAINT "handed_task_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_task" ADD CONSTRAINT "handed_task_owner_id_agency_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_task" ADD CONSTRAINT "handed_task_handed_by_staff_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_report" ADD CONSTRAINT "task_report_task_id_handed_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."handed_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_account_id_staff_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handed_task_public" ON "handed_task" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "handed_task_case" ON "handed_task" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "task_report_task" ON "task_report" USING btree ("task_id","id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery" USING btree ("state","not_before","id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_of" ON "webhook_delivery" USING btree ("webhook_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_delivery_public" ON "webhook_delivery" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_done_act" ON "webhook_delivery" USING btree ("done_act_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_case" ON "webhook_delivery" USING btree ("case_id");
--> statement-breakpoint
CREATE TABLE "ledger_checkpoint" (
	"number" bigint PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"log_index" bigint
);
--> statement-breakpoint
CREATE TABLE "ledger_salt" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"from_position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"origin" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_text" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"commitment" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_tile" (
	"level" integer NOT NULL,
	"number" bigint NOT NULL,
	"hashes" text NOT NULL,
	CONSTRAINT "ledger_tile_level_number_pk" PRIMARY KEY("level","number")
);
--> statement-breakpoint
ALTER TABLE "ledger_salt" ADD CONSTRAINT "ledger_salt_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_text" ADD CONSTRAINT "ledger_text_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_checkpoint_by_size" ON "ledger_checkpoint" USING btree ("size");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_place" ON "ledger_entry" USING btree ("log_index","event_id");
--> statement-breakpoint
-- Every event of a case waits for its place in the public log from the moment that it is stored, whoever stores it.
CREATE FUNCTION enter_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (event_id) VALUES (new.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_enters_ledger AFTER INSERT ON event FOR EACH ROW WHEN (new.stream LIKE 'case/%') EXECUTE FUNCTION enter_ledger();
--> statement-breakpoint
INSERT INTO ledger_entry (event_id) SELECT id FROM event WHERE stream LIKE 'case/%';
--> statement-breakpoint
INSERT INTO ledger_state (id, size, origin) VALUES (1, 0, '');
--> statement-breakpoint
CREATE FUNCTION refuse_unsigning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was signed of the ledger stays as it is';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_append_only BEFORE UPDATE OR DELETE ON ledger_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_unsigning();
--> statement-breakpoint
CREATE TABLE "list_follower" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"lang" text NOT NULL,
	"query" text NOT NULL,
	"rhythm" text NOT NULL,
	"owner" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"email" text NOT NULL,
	"email_index" text NOT NULL,
	"after_id" bigint NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"next_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follower" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "bottleneck" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "technology" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "facets" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "list_follower_list" ON "list_follower" USING btree ("email_index","query","lang");--> statement-breakpoint
CREATE INDEX "list_follower_next" ON "list_follower" USING btree ("next_at","id");--> statement-breakpoint
CREATE INDEX "list_follower_created" ON "list_follower" USING btree ("confirmed_at","created_at");
--> statement-breakpoint
-- Long texts stand outside of the rows, so that many short ones are read at once.
ALTER TABLE publication SET (toast_tuple_target = 512);
--> statement-breakpoint
UPDATE publication SET bottleneck = c.bottleneck, technology = nullif(c.details ->> 'technology', '') FROM case_file c WHERE c.id = publication.case_id;
--> statement-breakpoint
UPDATE publication SET facets = concat_ws(' ',
  'đk' || kind,
  'đs' || replace(status, '_', 'x'),
  'đf' || replace(replace(field, '-', 'x'), '.', 'x'),
  'đb' || replace(replace(bottleneck, '-', 'x'), '.', 'x'),
  'đt' || replace(replace(technology, '-', 'x'), '.', 'x'),
  'đa' || agency_id,
  'đp' || province_code,
  'đc' || commune_code,
  case when answered_at is not null and updated_at >= answered_at and (disagreement or status <> 'disputed')
    then 'đo' || replace(outcome_kind, '_', 'x') end,
  'đl' || rating_level,
  case when rating_solved is null then null when rating_solved then 'đv1' else 'đv0' end,
  'đy' || substr(received_on, 1, 4),
  'đm' || replace(substr(received_on, 1, 7), '-', ''),
  'đd' || replace(received_on, '-', ''));
--> statement-breakpoint
-- The words of filters stand beside those of the text in one index.
ALTER TABLE publication DROP COLUMN search_vector;
--> statement-breakpoint
ALTER TABLE publication ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search || ' ' || facets)) STORED;
--> statement-breakpoint
CREATE INDEX publication_search_vector ON publication USING gin (search_vector);
--> statement-breakpoint
-- Who got mail before an address had to be confirmed goes on getting it.
UPDATE follower SET confirmed_at = created_at WHERE email IS NOT NULL;
--> statement-breakpoint
CREATE TABLE "figure_cell" (
	"month" text NOT NULL,
	"measure" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text NOT NULL,
	"field" text NOT NULL,
	"bottleneck" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"detail" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "figure_cell_month_measure_kind_province_code_field_bottleneck_agency_id_detail_pk" PRIMARY KEY("month","measure","kind","province_code","field","bottleneck","agency_id","detail")
);
--> statement-breakpoint
CREATE TABLE "figure_delta" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"measure" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text NOT NULL,
	"field" text NOT NULL,
	"bottleneck" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"detail" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_release" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"threshold" integer NOT NULL,
	"complete" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_sheet" (
	"release_id" bigint NOT NULL,
	"period" text NOT NULL,
	"axis" text NOT NULL,
	"code" text NOT NULL,
	"measure" text NOT NULL,
	"by" text NOT NULL,
	"part" text NOT NULL,
	"state" text NOT NULL,
	"n" integer,
	CONSTRAINT "figure_sheet_release_id_period_axis_code_measure_by_part_pk" PRIMARY KEY("release_id","period","axis","code","measure","by","part")
);
--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "reasons" jsonb;--> statement-breakpoint
CREATE INDEX "figure_release_complete" ON "figure_release" USING btree ("complete","id");
--> statement-breakpoint
DROP TABLE "ledger_text" CASCADE;
--> statement-breakpoint
CREATE TABLE "ledger_wording" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"log_index" bigint,
	"at" timestamp (3) with time zone,
	"salt" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_wording_place" ON "ledger_wording" USING btree ("log_index","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_wording_case" ON "ledger_wording" USING btree ("case_id","id");
--> statement-breakpoint
-- The texts of a publication wait for their place in the public log whenever they change; what hid the former ones in it
-- is destroyed in the same moment.
CREATE FUNCTION texts_enter_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = new.case_id AND salt IS NOT NULL;
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION texts_leave_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = old.case_id AND salt IS NOT NULL;
  DELETE FROM ledger_wording WHERE case_id = old.case_id AND log_index IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_enters_ledger AFTER INSERT ON publication FOR EACH ROW EXECUTE FUNCTION texts_enter_ledger();
--> statement-breakpoint
CREATE TRIGGER publication_reenters_ledger
AFTER UPDATE OF title_vi, title_en, question_vi, question_en, answer_vi, answer_en, outcome_vi, outcome_en ON publication
FOR EACH ROW WHEN (
  (old.title_vi, old.title_en, old.question_vi, old.question_en, old.answer_vi, old.answer_en, old.outcome_vi, old.outcome_en)
  IS DISTINCT FROM
  (new.title_vi, new.title_en, new.question_vi, new.question_en, new.answer_vi, new.answer_en, new.outcome_vi, new.outcome_en)
) EXECUTE FUNCTION texts_enter_ledger();
--> statement-breakpoint
CREATE TRIGGER publication_leaves_ledger AFTER DELETE ON publication FOR EACH ROW EXECUTE FUNCTION texts_leave_ledger();
--> statement-breakpoint
INSERT INTO ledger_wording (case_id) SELECT case_id FROM publication;
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "readiness" integer;--> statement-breakpoint
UPDATE publication SET readiness = (SELECT (details ->> 'readiness')::integer FROM case_file WHERE case_file.id = publication.case_id)
WHERE kind = 'initiative' AND EXISTS (SELECT 1 FROM case_file WHERE case_file.id = publication.case_id AND details ->> 'readiness' ~ '^[1-9]$');
--> statement-breakpoint
CREATE INDEX "case_split" ON "case_file" USING btree ("id") WHERE open_parts > 0;
--> statement-breakpoint
DROP INDEX "case_queue";--> statement-breakpoint
CREATE INDEX "case_queue" ON "case_file" USING btree ("status","due_at","id","triage_due_at","level","kind","held_reason","arbiter_since","snoozed_until","owner_id","paused_at","refusals","allowance_due_at");
