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