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