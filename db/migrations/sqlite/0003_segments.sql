CREATE TABLE `publication_segment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`part` text NOT NULL,
	`position` integer NOT NULL,
	`lang` text NOT NULL,
	`source` text NOT NULL,
	`gap` text NOT NULL,
	`source_hash` text NOT NULL,
	`translation` text,
	`translation_hash` text,
	`translation_machine` integer DEFAULT false NOT NULL,
	`translated_by` integer,
	`translated_at` integer,
	`approved_by` integer,
	`approved_at` integer,
	`draft` text,
	`draft_hash` text,
	`draft_machine` integer DEFAULT false NOT NULL,
	`draft_by` integer,
	`draft_at` integer,
	`return_reason` text,
	`returned_by` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`translated_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`returned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_segment_case` ON `publication_segment` (`case_id`,`part`,`position`);--> statement-breakpoint
CREATE TABLE `translation_work` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`segments` integer NOT NULL,
	`approved` integer NOT NULL,
	`to_translate` integer NOT NULL,
	`to_approve` integer NOT NULL,
	`stale` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `translation_work_to_translate` ON `translation_work` (`changed_at`,`case_id`) WHERE to_translate > 0;--> statement-breakpoint
CREATE INDEX `translation_work_to_approve` ON `translation_work` (`changed_at`,`case_id`) WHERE to_approve > 0;--> statement-breakpoint
CREATE INDEX `translation_work_stale` ON `translation_work` (`changed_at`,`case_id`) WHERE stale > 0;--> statement-breakpoint
-- No rebuild of the table: the full-text index and its triggers hang on it.
ALTER TABLE `publication` ALTER COLUMN `title_vi` DROP NOT NULL;--> statement-breakpoint
ALTER TABLE `publication` ALTER COLUMN `title_en` DROP NOT NULL;--> statement-breakpoint
ALTER TABLE `publication` ALTER COLUMN `question_vi` DROP NOT NULL;--> statement-breakpoint
ALTER TABLE `publication` ALTER COLUMN `question_en` DROP NOT NULL;
