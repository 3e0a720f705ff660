CREATE TABLE `ledger_checkpoint` (
	`number` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`root` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_checkpoint_by_size` ON `ledger_checkpoint` (`size`);--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`event_id` integer PRIMARY KEY NOT NULL,
	`log_index` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_place` ON `ledger_entry` (`log_index`,`event_id`);--> statement-breakpoint
CREATE TABLE `ledger_salt` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`from_position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`origin` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_text` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`commitment` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_tile` (
	`level` integer NOT NULL,
	`number` integer NOT NULL,
	`hashes` text NOT NULL,
	PRIMARY KEY(`level`, `number`)
);
