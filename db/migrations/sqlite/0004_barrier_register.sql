CREATE TABLE `amendment_place` (
	`amendment_id` integer NOT NULL,
	`law_key` text NOT NULL,
	`place` text NOT NULL,
	`article` text,
	`clause` text,
	`point` text,
	`up_to` text,
	PRIMARY KEY(`amendment_id`, `law_key`, `place`),
	FOREIGN KEY (`amendment_id`) REFERENCES `amendment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`law_key`) REFERENCES `law`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `amendment_place_law` ON `amendment_place` (`law_key`,`amendment_id`);--> statement-breakpoint
CREATE TABLE `amendment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`number` text NOT NULL,
	`year` integer,
	`symbol` text,
	`name` text,
	`in_force_on` text NOT NULL,
	`what_vi` text NOT NULL,
	`what_en` text NOT NULL,
	`gazette_url` text NOT NULL,
	`state` text NOT NULL,
	`agency_id` integer,
	`proposed_by` integer NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`reason` text,
	`tell_after` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `amendment_state` ON `amendment` (`state`,`in_force_on`,`id`);--> statement-breakpoint
CREATE INDEX `amendment_tell` ON `amendment` (`tell_after`,`id`);--> statement-breakpoint
CREATE TABLE `answer_difference` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`drafter_id` integer,
	`print` text NOT NULL,
	`since` integer NOT NULL,
	`settled_print` text,
	`settled_at` integer,
	`settled_by` integer,
	`settled_with` text,
	FOREIGN KEY (`entry_id`) REFERENCES `register_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafter_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_difference_drafter` ON `answer_difference` (`drafter_id`,`since`,`entry_id`);--> statement-breakpoint
CREATE TABLE `register_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`law_key` text NOT NULL,
	`document_slug` text NOT NULL,
	`place` text NOT NULL,
	`place_order` text NOT NULL,
	`article` text,
	`clause` text,
	`point` text,
	`up_to` text,
	`reports` integer NOT NULL,
	`newest_at` integer NOT NULL,
	`state` text NOT NULL,
	`minutes` integer NOT NULL,
	`minutes_from` integer NOT NULL,
	`money` integer NOT NULL,
	`money_from` integer NOT NULL,
	`fixed_on` text,
	`fixed_by_id` integer,
	`search` text NOT NULL,
	FOREIGN KEY (`law_key`) REFERENCES `law`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_entry_place` ON `register_entry` (`law_key`,`place`);--> statement-breakpoint
CREATE INDEX `register_entry_address` ON `register_entry` (`document_slug`,`place`);--> statement-breakpoint
CREATE INDEX `register_entry_newest` ON `register_entry` (`newest_at`,`id`);--> statement-breakpoint
CREATE INDEX `register_entry_reports` ON `register_entry` (`reports`,`id`);--> statement-breakpoint
CREATE TABLE `register_facet` (
	`entry_id` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`reports` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `name`, `value`),
	FOREIGN KEY (`entry_id`) REFERENCES `register_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_facet_value` ON `register_facet` (`name`,`value`,`entry_id`);--> statement-breakpoint
CREATE TABLE `register_report` (
	`entry_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`received_on` text NOT NULL,
	`obstacle_class` text,
	`sector` text,
	`province_code` text,
	`minutes` integer,
	`money` integer,
	PRIMARY KEY(`entry_id`, `case_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `register_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_report_case` ON `register_report` (`case_id`,`entry_id`);--> statement-breakpoint
CREATE TABLE `register_task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_key` text NOT NULL,
	`after_case_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unknown_document` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`type` text,
	`number` text,
	`year` integer,
	`symbol` text,
	`name` text,
	`state` text NOT NULL,
	`law_key` text,
	`reason` text,
	`first_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`law_key`) REFERENCES `law`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unknown_document_key` ON `unknown_document` (`key`);--> statement-breakpoint
CREATE INDEX `unknown_document_state` ON `unknown_document` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `law` ADD `drafter_id` integer REFERENCES agency(id);