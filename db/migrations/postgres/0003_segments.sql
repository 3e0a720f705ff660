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