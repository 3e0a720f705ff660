CREATE TABLE "attachment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"owner_hash" text NOT NULL,
	"case_id" bigint,
	"message_id" bigint,
	"wrapped_key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer NOT NULL,
	"sha256" text,
	"state" text NOT NULL,
	"refusal" text,
	"scan" text NOT NULL,
	"clean_size" integer,
	"clean_type" text,
	"place" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"check_after" timestamp (3) with time zone,
	"checks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "text_lang" text DEFAULT 'vi' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "channel" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "extent" text;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "occurred_on" text;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "lat_e_6" integer;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "long_e_6" integer;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "identity_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "clerk_id" bigint;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attachment_public" ON "attachment" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "attachment_owner" ON "attachment" USING btree ("owner_hash","id");--> statement-breakpoint
CREATE INDEX "attachment_case" ON "attachment" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "attachment_expires" ON "attachment" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "attachment_check" ON "attachment" USING btree ("check_after");--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_clerk_id_staff_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;