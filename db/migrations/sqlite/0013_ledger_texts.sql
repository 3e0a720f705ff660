CREATE TABLE `ledger_wording` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`log_index` integer,
	`at` integer,
	`salt` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_wording_place` ON `ledger_wording` (`log_index`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_wording_case` ON `ledger_wording` (`case_id`,`id`);