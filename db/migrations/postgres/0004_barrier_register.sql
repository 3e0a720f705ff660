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