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