DROP INDEX `case_refusal_alike`;--> statement-breakpoint
CREATE INDEX `case_refusal_alike` ON `case_refusal` (`kind`,`field`,`id`,`agency_id`,`case_id`);