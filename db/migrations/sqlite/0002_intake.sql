CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`owner_hash` text NOT NULL,
	`case_id` integer,
	`message_id` integer,
	`wrapped_key` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`received` integer NOT NULL,
	`sha256` text,
	`state` text NOT NULL,
	`refusal` text,
	`scan` text NOT NULL,
	`clean_size` integer,
	`clean_type` text,
	`place` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer,
	`check_after` integer,
	`checks` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_public` ON `attachment` (`public_id`);--> statement-breakpoint
CREATE INDEX `attachment_owner` ON `attachment` (`owner_hash`,`id`);--> statement-breakpoint
CREATE INDEX `attachment_case` ON `attachment` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `attachment_expires` ON `attachment` (`expires_at`);--> statement-breakpoint
CREATE INDEX `attachment_check` ON `attachment` (`check_after`);--> statement-breakpoint
ALTER TABLE `case_file` ADD `text_lang` text DEFAULT 'vi' NOT NULL;--> statement-breakpoint
ALTER TABLE `case_file` ADD `channel` text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE `case_file` ADD `extent` text;--> statement-breakpoint
ALTER TABLE `case_file` ADD `occurred_on` text;--> statement-breakpoint
ALTER TABLE `case_file` ADD `lat_e_6` integer;--> statement-breakpoint
ALTER TABLE `case_file` ADD `long_e_6` integer;--> statement-breakpoint
ALTER TABLE `case_file` ADD `identity_hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `case_file` ADD `clerk_id` integer REFERENCES staff(id);