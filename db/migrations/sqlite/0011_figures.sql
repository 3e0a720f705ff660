CREATE TABLE `figure_cell` (
	`month` text NOT NULL,
	`measure` text NOT NULL,
	`kind` text NOT NULL,
	`province_code` text NOT NULL,
	`field` text NOT NULL,
	`bottleneck` text NOT NULL,
	`agency_id` integer NOT NULL,
	`detail` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`month`, `measure`, `kind`, `province_code`, `field`, `bottleneck`, `agency_id`, `detail`)
);
--> statement-breakpoint
CREATE TABLE `figure_delta` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`month` text NOT NULL,
	`measure` text NOT NULL,
	`kind` text NOT NULL,
	`province_code` text NOT NULL,
	`field` text NOT NULL,
	`bottleneck` text NOT NULL,
	`agency_id` integer NOT NULL,
	`detail` text NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_release` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`day` text NOT NULL,
	`made_at` integer NOT NULL,
	`threshold` integer NOT NULL,
	`complete` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `figure_release_complete` ON `figure_release` (`complete`,`id`);--> statement-breakpoint
CREATE TABLE `figure_sheet` (
	`release_id` integer NOT NULL,
	`period` text NOT NULL,
	`axis` text NOT NULL,
	`code` text NOT NULL,
	`measure` text NOT NULL,
	`by` text NOT NULL,
	`part` text NOT NULL,
	`state` text NOT NULL,
	`n` integer,
	PRIMARY KEY(`release_id`, `period`, `axis`, `code`, `measure`, `by`, `part`)
);
--> statement-breakpoint
ALTER TABLE `rating` ADD `reasons` text;