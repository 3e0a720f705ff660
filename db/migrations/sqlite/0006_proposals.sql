CREATE TABLE `publication_proposal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`state` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`texts` text NOT NULL,
	`answer_id` integer,
	`proposer_id` integer NOT NULL,
	`proposed_at` integer NOT NULL,
	`decider_id` integer,
	`decided_at` integer,
	`message_id` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposer_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decider_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_proposal_case` ON `publication_proposal` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `redaction_objection` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`redaction_id` integer NOT NULL,
	`state` text NOT NULL,
	`message_id` integer NOT NULL,
	`at` integer NOT NULL,
	`decider_id` integer,
	`decided_at` integer,
	`decision_id` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redaction_id`) REFERENCES `redaction`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decider_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redaction_objection_case` ON `redaction_objection` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `redaction_rule` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`words` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `redaction_rule_valid` ON `redaction_rule` (`valid_to`,`valid_from`);--> statement-breakpoint
CREATE TABLE `redaction` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`proposal_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`field` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`kind` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`note` text,
	`rule_id` integer,
	`staff_id` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `publication_proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redaction_proposal` ON `redaction` (`proposal_id`,`id`);--> statement-breakpoint
CREATE TABLE `takedown` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`act` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`ground` text,
	`ground_lang` text,
	`agency_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `case_file` ADD `proposed_at` integer;--> statement-breakpoint
ALTER TABLE `case_file` ADD `proposer_id` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `case_file` ADD `publish_at` integer;--> statement-breakpoint
ALTER TABLE `case_file` ADD `objected_at` integer;--> statement-breakpoint
CREATE INDEX `case_proposed` ON `case_file` (`status`,`due_at`,`id`,`publish_consent`,`published`,`held_reason`,`kind`,`field`,`province_code`) WHERE proposed_at is not null;--> statement-breakpoint
CREATE INDEX `case_publish_at` ON `case_file` (`publish_at`,`id`) WHERE publish_at is not null;--> statement-breakpoint
CREATE INDEX `case_objected` ON `case_file` (`status`,`due_at`,`id`,`publish_consent`,`published`,`held_reason`,`kind`,`field`,`province_code`) WHERE objected_at is not null;--> statement-breakpoint
ALTER TABLE `publication` ADD `masks` text;