CREATE TABLE `__new_webhook` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`kind` text NOT NULL,
	`events` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_until` integer,
	`created_at` integer NOT NULL,
	`paused_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_webhook`("id", "public_id", "name", "url", "kind", "events", "wrapped_key", "secret", "former_secret", "former_until", "created_at", "paused_at", "version") SELECT "id", "public_id", "name", "url", "kind", "events", "wrapped_key", "secret", "former_secret", "former_until", "created_at", "paused_at", "version" FROM `webhook`;--> statement-breakpoint
DROP TABLE `webhook`;--> statement-breakpoint
ALTER TABLE `__new_webhook` RENAME TO `webhook`;--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_public` ON `webhook` (`public_id`);--> statement-breakpoint
DROP INDEX `task_report_task`;--> statement-breakpoint
ALTER TABLE `task_report` ADD `report_id` text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `task_report_of` ON `task_report` (`task_id`,`report_id`);--> statement-breakpoint
CREATE TABLE `__new_webhook_delivery` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`webhook_id` integer NOT NULL,
	`event` text NOT NULL,
	`case_id` integer,
	`task_id` integer,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`last_error` text,
	`settled_at` integer,
	`done_act_id` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_webhook_delivery`("id", "public_id", "webhook_id", "event", "case_id", "task_id", "at", "state", "attempts", "not_before", "last_error", "settled_at", "done_act_id") SELECT "id", "public_id", "webhook_id", "event", "case_id", "task_id", "at", "state", "attempts", "not_before", "last_error", "settled_at", "done_act_id" FROM `webhook_delivery`;--> statement-breakpoint
DROP TABLE `webhook_delivery`;--> statement-breakpoint
ALTER TABLE `__new_webhook_delivery` RENAME TO `webhook_delivery`;--> statement-breakpoint
CREATE INDEX `webhook_delivery_turn` ON `webhook_delivery` (`webhook_id`,`state`,`not_before`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_of` ON `webhook_delivery` (`webhook_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_due` ON `webhook_delivery` (`state`,`not_before`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_delivery_public` ON `webhook_delivery` (`public_id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_done_act` ON `webhook_delivery` (`done_act_id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_case` ON `webhook_delivery` (`case_id`);