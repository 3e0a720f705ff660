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