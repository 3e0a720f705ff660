ALTER TABLE "webhook" DROP CONSTRAINT "webhook_account_id_staff_id_fk";
--> statement-breakpoint
DROP INDEX "task_report_task";--> statement-breakpoint
ALTER TABLE "webhook_delivery" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "task_report" ADD COLUMN "report_id" text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "task_report_of" ON "task_report" USING btree ("task_id","report_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_turn" ON "webhook_delivery" USING btree ("webhook_id","state","not_before","id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_public" ON "webhook" USING btree ("public_id");--> statement-breakpoint
ALTER TABLE "webhook_delivery" DROP COLUMN "lease_until";--> statement-breakpoint
ALTER TABLE "webhook" DROP COLUMN "account_id";