CREATE TABLE `staff_absence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`substitute_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`substitute_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_absence_staff` ON `staff_absence` (`staff_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `staff_absence_substitute` ON `staff_absence` (`substitute_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `staff_absence_day` ON `staff_absence` (`to_day`,`id`);--> statement-breakpoint
CREATE TABLE `agency` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`above` text DEFAULT '' NOT NULL,
	`succeeded` text DEFAULT '' NOT NULL,
	`successor_id` integer,
	`commune_code` text,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`abbreviation` text NOT NULL,
	`province_code` text,
	`email` text,
	`search` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agency_code` ON `agency` (`code`);--> statement-breakpoint
CREATE INDEX `agency_parent` ON `agency` (`parent_id`,`id`);--> statement-breakpoint
CREATE INDEX `agency_successor` ON `agency` (`successor_id`,`id`);--> statement-breakpoint
CREATE INDEX `agency_commune` ON `agency` (`commune_code`);--> statement-breakpoint
CREATE TABLE `agency_name` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agency_id` integer NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`abbreviation` text NOT NULL,
	`valid_from` text NOT NULL,
	`applied` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agency_name_from` ON `agency_name` (`agency_id`,`valid_from`);--> statement-breakpoint
CREATE INDEX `agency_name_open` ON `agency_name` (`applied`,`valid_from`);--> statement-breakpoint
CREATE TABLE `answer_key` (
	`agency_id` integer NOT NULL,
	`key` integer NOT NULL,
	`answer_id` integer NOT NULL,
	PRIMARY KEY(`agency_id`, `key`, `answer_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answer_print` (
	`answer_id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`sketch` text NOT NULL,
	`month` text NOT NULL,
	`standard` integer NOT NULL,
	`template_id` integer,
	`like_answer_id` integer,
	FOREIGN KEY (`answer_id`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_print_standard` ON `answer_print` (`agency_id`,`month`,`standard`,`answer_id`);--> statement-breakpoint
CREATE TABLE `answer_tally` (
	`month` text NOT NULL,
	`agency_id` integer NOT NULL,
	`answers` integer NOT NULL,
	`standard` integer NOT NULL,
	PRIMARY KEY(`month`, `agency_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`outcome` text NOT NULL,
	`agency_id` integer NOT NULL,
	`drafted_by` integer NOT NULL,
	`drafted_at` integer NOT NULL,
	`draft_version` integer DEFAULT 1 NOT NULL,
	`points` text,
	`acknowledged` text,
	`approved_by` integer,
	`approved_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_case` ON `answer` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`staff_id` integer NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE TABLE `area_centre` (
	`area` text NOT NULL,
	`lat_e_6` integer NOT NULL,
	`long_e_6` integer NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`basis` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`area`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `attachment_share` (
	`case_id` integer NOT NULL,
	`attachment_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `attachment_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_share_file` ON `attachment_share` (`attachment_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`owner_hash` text NOT NULL,
	`case_id` integer,
	`message_id` integer,
	`evidence_by` integer,
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
CREATE TABLE `batch_item` (
	`batch_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	PRIMARY KEY(`batch_id`, `case_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_item_state` ON `batch_item` (`batch_id`,`state`,`case_id`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`act` text NOT NULL,
	`input` text NOT NULL,
	`total` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_staff` ON `batch` (`staff_id`,`id`);--> statement-breakpoint
CREATE TABLE `calendar_day` (
	`version` integer NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`basis` text NOT NULL,
	PRIMARY KEY(`version`, `date`)
);
--> statement-breakpoint
CREATE TABLE `calendar_draft` (
	`date` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`basis` text NOT NULL,
	`staff_id` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calendar_version` (
	`version` integer PRIMARY KEY NOT NULL,
	`made_at` integer,
	`source` text NOT NULL,
	`staff_id` integer,
	`made_by` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign_sender` (
	`campaign_id` integer NOT NULL,
	`sender_hash` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `sender_hash`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`first_case_id` integer NOT NULL,
	`letters` integer NOT NULL,
	`named` integer NOT NULL,
	`anonymous` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`first_case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_author` (
	`case_id` integer NOT NULL,
	`email_index` text NOT NULL,
	PRIMARY KEY(`case_id`, `email_index`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_author_email` ON `case_author` (`email_index`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_burden` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`obstacle_class` text,
	`sector` text,
	`minutes_per_year` integer,
	`money_per_year` integer,
	`times_per_year` integer,
	`affected_count` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_burden_class` ON `case_burden` (`obstacle_class`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_burden_sector` ON `case_burden` (`sector`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_conflict` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`staff_id` integer,
	`agency_id` integer,
	`how` text NOT NULL,
	`reason` text,
	`by_id` integer,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by_id` integer,
	`lift_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_conflict_case` ON `case_conflict` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_conflict_staff` ON `case_conflict` (`staff_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_conflict_agency` ON `case_conflict` (`agency_id`,`id`);--> statement-breakpoint
CREATE TABLE `case_consult` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`asked_by_agency_id` integer NOT NULL,
	`asked_by` integer NOT NULL,
	`question` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`answered_by` integer,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_consult_case` ON `case_consult` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_consult_agency` ON `case_consult` (`agency_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE TABLE `case_key` (
	`key` integer NOT NULL,
	`decided` integer NOT NULL,
	`case_id` integer NOT NULL,
	PRIMARY KEY(`key`, `decided`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_key_case` ON `case_key` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_link` (
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`),
	FOREIGN KEY (`first_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_link_second` ON `case_link` (`second_id`,`first_id`);--> statement-breakpoint
CREATE TABLE `case_merge` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`into_id` integer NOT NULL,
	`lead_id` integer NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	`publication` text,
	`in_public` integer NOT NULL,
	`answer_id` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_merge_lead` ON `case_merge` (`lead_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_merge_into` ON `case_merge` (`into_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_point` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`body` text,
	`until` text,
	`note` text,
	`marked_by` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_point_case` ON `case_point` (`case_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `case_provision` (
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`document_key` text NOT NULL,
	`type` text,
	`number` text,
	`year` integer,
	`symbol` text,
	`name` text,
	`article` text,
	`clause` text,
	`point` text,
	`up_to` text,
	`typed` text NOT NULL,
	PRIMARY KEY(`case_id`, `position`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_provision_document` ON `case_provision` (`document_key`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_refusal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`competent_id` integer,
	`competent_name` text,
	`ground` text NOT NULL,
	`message_id` integer NOT NULL,
	`kind` text NOT NULL,
	`field` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competent_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_refusal_case` ON `case_refusal` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_refusal_alike` ON `case_refusal` (`kind`,`field`,`agency_id`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`resume_status` text,
	`lang` text NOT NULL,
	`text_lang` text DEFAULT 'vi' NOT NULL,
	`channel` text DEFAULT 'web' NOT NULL,
	`title` text NOT NULL,
	`content_sha256` text NOT NULL,
	`field` text,
	`bottleneck` text,
	`province_code` text,
	`commune_code` text,
	`address` text,
	`extent` text,
	`occurred_on` text,
	`lat_e_6` integer,
	`long_e_6` integer,
	`reporter_type` text NOT NULL,
	`identity_hidden` integer DEFAULT false NOT NULL,
	`identity_erased_at` integer,
	`clerk_id` integer,
	`publish_consent` integer NOT NULL,
	`held_reason` text,
	`agency_id` integer,
	`unit_id` integer,
	`unit_due_at` integer,
	`unit_approves` integer DEFAULT false NOT NULL,
	`walled_off` text,
	`asked_of` text,
	`owner_id` integer,
	`level` text DEFAULT 'normal' NOT NULL,
	`refusals` integer NOT NULL,
	`arbiter_since` integer,
	`binding` integer DEFAULT false NOT NULL,
	`snoozed_until` integer,
	`heard_at` integer,
	`secret_hash` text NOT NULL,
	`secret_key_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`rule_id` integer NOT NULL,
	`calendar_version` integer NOT NULL,
	`triage_due_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`extended_units` integer DEFAULT 0 NOT NULL,
	`held_since` integer,
	`allowance_due_at` integer,
	`warned` integer DEFAULT 0 NOT NULL,
	`warn_at` integer,
	`extension_asked_at` integer,
	`paused_at` integer,
	`paused_units` integer NOT NULL,
	`wait_until` integer,
	`answered_at` integer,
	`close_at` integer,
	`closed_at` integer,
	`first_answered_at` integer,
	`first_closed_at` integer,
	`round` integer DEFAULT 1 NOT NULL,
	`disputed_at` integer,
	`dispute_due_at` integer,
	`merged_into_id` integer,
	`merged_at` integer,
	`parent_id` integer,
	`open_parts` integer DEFAULT 0 NOT NULL,
	`published` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`details` text NOT NULL,
	`search` text NOT NULL,
	FOREIGN KEY (`clerk_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `deadline_rule`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_code` ON `case_file` (`code`);--> statement-breakpoint
CREATE INDEX `case_queue` ON `case_file` (`status`,`due_at`,`id`,`triage_due_at`,`level`,`kind`,`held_reason`,`arbiter_since`,`snoozed_until`,`owner_id`,`paused_at`);--> statement-breakpoint
CREATE INDEX `case_agency_queue` ON `case_file` (`agency_id`,`status`,`due_at`,`id`,`unit_id`,`held_reason`,`snoozed_until`,`owner_id`,`paused_at`,`heard_at`,`kind`,`province_code`,`field`);--> statement-breakpoint
CREATE INDEX `case_wait` ON `case_file` (`status`,`wait_until`);--> statement-breakpoint
CREATE INDEX `case_close` ON `case_file` (`status`,`close_at`);--> statement-breakpoint
CREATE INDEX `case_received` ON `case_file` (`received_at`);--> statement-breakpoint
CREATE INDEX `case_received_queue` ON `case_file` (`status`,`received_at`,`id`,`published`,`publish_consent`,`held_reason`);--> statement-breakpoint
CREATE INDEX `case_agency_received` ON `case_file` (`agency_id`,`status`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_province` ON `case_file` (`province_code`,`status`,`due_at`,`id`,`field`,`kind`,`published`,`publish_consent`,`held_reason`);--> statement-breakpoint
CREATE INDEX `case_field` ON `case_file` (`field`,`status`,`due_at`,`id`,`kind`);--> statement-breakpoint
CREATE INDEX `case_bottleneck` ON `case_file` (`bottleneck`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_clerk` ON `case_file` (`clerk_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_unit_queue` ON `case_file` (`unit_id`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_owner` ON `case_file` (`owner_id`,`status`,`due_at`,`id`,`snoozed_until`) WHERE owner_id is not null;--> statement-breakpoint
CREATE INDEX `case_heard` ON `case_file` (`status`,`due_at`,`id`,`heard_at`) WHERE heard_at is not null;--> statement-breakpoint
CREATE INDEX `case_arbiter` ON `case_file` (`due_at`,`id`) WHERE arbiter_since is not null;--> statement-breakpoint
CREATE INDEX `case_bound` ON `case_file` (`due_at`,`id`) WHERE binding = true;--> statement-breakpoint
CREATE INDEX `case_disputed` ON `case_file` (`due_at`,`id`) WHERE disputed_at is not null;--> statement-breakpoint
CREATE INDEX `case_level` ON `case_file` (`level`,`status`,`due_at`,`id`) WHERE level <> 'normal';--> statement-breakpoint
CREATE INDEX `case_snoozed` ON `case_file` (`status`,`due_at`,`id`,`snoozed_until`) WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX `case_held` ON `case_file` (`status`,`due_at`,`id`,`held_reason`) WHERE held_reason is not null and status = 'submitted';--> statement-breakpoint
CREATE INDEX `case_returned` ON `case_file` (`status`,`due_at`,`id`,`refusals`,`arbiter_since`,`snoozed_until`) WHERE refusals > 0 and status = 'submitted';--> statement-breakpoint
CREATE INDEX `case_to_publish` ON `case_file` (`status`,`due_at`,`id`,`publish_consent`,`published`,`held_reason`) WHERE publish_consent = true and published = false;--> statement-breakpoint
CREATE INDEX `case_published` ON `case_file` (`status`,`due_at`,`id`,`published`,`held_reason`,`kind`) WHERE published = true;--> statement-breakpoint
CREATE INDEX `case_dispute` ON `case_file` (`dispute_due_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_merged_into` ON `case_file` (`merged_into_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_parent` ON `case_file` (`parent_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_commune` ON `case_file` (`commune_code`,`id`);--> statement-breakpoint
CREATE INDEX `case_near` ON `case_file` (`lat_e_6`,`long_e_6`,`received_at`);--> statement-breakpoint
CREATE INDEX `case_warn` ON `case_file` (`warn_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_extension` ON `case_file` (`extension_asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `co_author` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`state` text NOT NULL,
	`share` integer NOT NULL,
	`lang` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`body` text NOT NULL,
	`invited_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `co_author_code` ON `co_author` (`code_hash`);--> statement-breakpoint
CREATE INDEX `co_author_draft` ON `co_author` (`draft_id`);--> statement-breakpoint
CREATE TABLE `collective_task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`lead_id` integer NOT NULL,
	`campaign_id` integer,
	`answer_id` integer,
	`staff_id` integer,
	`after_id` integer DEFAULT 0 NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`lead_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collective_task_lead` ON `collective_task` (`lead_id`,`id`);--> statement-breakpoint
CREATE INDEX `collective_task_open` ON `collective_task` (`finished_at`,`id`);--> statement-breakpoint
CREATE TABLE `commitment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`answer_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`owner` text NOT NULL,
	`what` text NOT NULL,
	`first_on` text NOT NULL,
	`promised_on` text NOT NULL,
	`due_at` integer NOT NULL,
	`moves` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`evidence` text,
	`settled_by` integer,
	`settled_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_due` ON `commitment` (`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitment_agency` ON `commitment` (`agency_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitment_case` ON `commitment` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `commune` (
	`code` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `commune_province` ON `commune` (`province_code`);--> statement-breakpoint
CREATE TABLE `contact_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact_id` integer NOT NULL,
	`wrapped_key` text NOT NULL,
	`email` text NOT NULL,
	`email_index` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`approved_at` integer,
	`confirmed_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_change_contact` ON `contact_change` (`contact_id`);--> statement-breakpoint
CREATE INDEX `contact_change_expires` ON `contact_change` (`expires_at`);--> statement-breakpoint
CREATE TABLE `contact_session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`contact_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_session_contact` ON `contact_session` (`contact_id`);--> statement-breakpoint
CREATE INDEX `contact_session_created` ON `contact_session` (`created_at`);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email_index` text,
	`wrapped_key` text NOT NULL,
	`email` text,
	`lang` text NOT NULL,
	`wish` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`erased_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_email` ON `contact` (`email_index`);--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text NOT NULL,
	`key` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`name`, `key`)
);
--> statement-breakpoint
CREATE TABLE `deadline_rule` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`step` text NOT NULL,
	`case_kind` text,
	`amount` integer NOT NULL,
	`unit` text NOT NULL,
	`basis_vi` text NOT NULL,
	`basis_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deadline_rule_code` ON `deadline_rule` (`code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `dispute` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`round` integer NOT NULL,
	`ground` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`noted_at` integer,
	`decision` text,
	`decided_by` integer,
	`decided_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dispute_round` ON `dispute` (`case_id`,`round`);--> statement-breakpoint
CREATE INDEX `dispute_due` ON `dispute` (`decided_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `done_act` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`version` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`act` text NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `done_act_case` ON `done_act` (`case_id`,`version`);--> statement-breakpoint
CREATE INDEX `done_act_at` ON `done_act` (`at`);--> statement-breakpoint
CREATE TABLE `dossier_case` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`dossier_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossier`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_case_position` ON `dossier_case` (`dossier_id`,`position`);--> statement-breakpoint
CREATE TABLE `dossier` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`owner_hash` text NOT NULL,
	`filing_key` text NOT NULL,
	`size` integer NOT NULL,
	`filed_at` integer NOT NULL,
	`wrapped_key` text NOT NULL,
	`body` text NOT NULL,
	`body_until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_code` ON `dossier` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_filing` ON `dossier` (`filing_key`);--> statement-breakpoint
CREATE INDEX `dossier_owner` ON `dossier` (`owner_hash`,`id`);--> statement-breakpoint
CREATE INDEX `dossier_until` ON `dossier` (`body_until`);--> statement-breakpoint
CREATE TABLE `draft_key` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`draft_id` integer NOT NULL,
	`holder` text NOT NULL,
	`role` text DEFAULT 'send' NOT NULL,
	`member` integer,
	`opened_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_key_draft` ON `draft_key` (`draft_id`);--> statement-breakpoint
CREATE TABLE `draft` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_expires` ON `draft` (`expires_at`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stream` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` integer,
	`actor_name` text NOT NULL,
	`agency_id` integer,
	`agency_vi` text NOT NULL,
	`agency_en` text NOT NULL,
	`from_status` text,
	`to_status` text,
	`seen_by` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_stream` ON `event` (`stream`,`position`);--> statement-breakpoint
CREATE INDEX `event_at` ON `event` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `extension_budget` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agency_id` integer,
	`per_year` integer NOT NULL,
	`per_case` integer NOT NULL,
	`basis_vi` text NOT NULL,
	`basis_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extension_budget_agency` ON `extension_budget` (`agency_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `extension` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`units` integer NOT NULL,
	`state` text NOT NULL,
	`message_id` integer NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`due_before` integer,
	`due_after` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `extension_case` ON `extension` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `extension_agency` ON `extension` (`agency_id`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `extension_decided` ON `extension` (`decided_at`,`id`);--> statement-breakpoint
CREATE TABLE `follower_news` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`mail` text NOT NULL,
	`params` text NOT NULL,
	`after_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follower_news_case` ON `follower_news` (`case_id`);--> statement-breakpoint
CREATE TABLE `follower` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`case_id` integer NOT NULL,
	`lang` text NOT NULL,
	`secret_hash` text NOT NULL,
	`secret_key_id` text NOT NULL,
	`session_hash` text NOT NULL,
	`wrapped_key` text,
	`email` text,
	`email_index` text,
	`counted` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follower_code` ON `follower` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `follower_session` ON `follower` (`session_hash`);--> statement-breakpoint
CREATE INDEX `follower_case` ON `follower` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `follower_email` ON `follower` (`email_index`,`case_id`);--> statement-breakpoint
CREATE TABLE `form_receipt` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`wrapped_key` text NOT NULL,
	`body` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `form_receipt_expires` ON `form_receipt` (`expires_at`);--> statement-breakpoint
CREATE TABLE `idempotency_key` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`session_hash` text NOT NULL,
	`body_hash` text NOT NULL,
	`case_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency_key` (`created_at`);--> statement-breakpoint
CREATE TABLE `identity_act` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`case_id` integer,
	`staff_id` integer,
	`actor_name` text NOT NULL,
	`agency_vi` text NOT NULL,
	`agency_en` text NOT NULL,
	`message_id` integer,
	`until` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_act_at` ON `identity_act` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `identity_act_case` ON `identity_act` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `identity_act_staff` ON `identity_act` (`staff_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `identity_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`state` text NOT NULL,
	`reason_id` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` integer,
	`decision_id` integer,
	`decided_at` integer,
	`granted_until` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reason_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_request_state` ON `identity_request` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `identity_request_case` ON `identity_request` (`case_id`,`staff_id`,`id`);--> statement-breakpoint
CREATE TABLE `law` (
	`key` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`number` text NOT NULL,
	`year` integer,
	`symbol` text,
	`name` text,
	`name_key` text,
	`title_vi` text NOT NULL,
	`title_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`replaced_by` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `law_name` ON `law` (`name_key`,`valid_from`);--> statement-breakpoint
CREATE TABLE `letter_key` (
	`key` integer NOT NULL,
	`case_id` integer NOT NULL,
	PRIMARY KEY(`key`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `letter_print` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`sketch` text NOT NULL,
	`grouped` integer NOT NULL,
	`campaign_id` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_print_campaign` ON `letter_print` (`campaign_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `letter_print_grouped` ON `letter_print` (`grouped`,`case_id`);--> statement-breakpoint
CREATE TABLE `mailed_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`email_index` text NOT NULL,
	`wrapped_key` text,
	`email` text,
	`case_id` integer,
	`change_id` integer,
	`lang` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `contact_change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailed_link_token` ON `mailed_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `mailed_link_email` ON `mailed_link` (`email_index`);--> statement-breakpoint
CREATE INDEX `mailed_link_expires` ON `mailed_link` (`expires_at`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`seen_by` text NOT NULL,
	`author_name` text NOT NULL,
	`agency_vi` text NOT NULL,
	`agency_en` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_case` ON `message` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notification_staff` ON `notification` (`staff_id`,`id`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`staff_id`,`read_at`,`id`);--> statement-breakpoint
CREATE INDEX `notification_case` ON `notification` (`case_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `open311_request` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`token_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`token_id`) REFERENCES `api_token`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `open311_request_token` ON `open311_request` (`token_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mail` text NOT NULL,
	`lang` text NOT NULL,
	`recipient` text NOT NULL,
	`recipient_id` integer NOT NULL,
	`params` text NOT NULL,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`done_act_id` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`not_before`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`recipient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message` ON `outbox` (`message_id`);--> statement-breakpoint
CREATE INDEX `outbox_done_act` ON `outbox` (`done_act_id`);--> statement-breakpoint
CREATE TABLE `place_name` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commune_code` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`former` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `place_name_search` ON `place_name` (`search`);--> statement-breakpoint
CREATE TABLE `presence` (
	`case_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`typing` integer NOT NULL,
	PRIMARY KEY(`case_id`, `staff_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presence_seen` ON `presence` (`seen_at`);--> statement-breakpoint
CREATE TABLE `province` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`full_name_vi` text NOT NULL,
	`full_name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `publication` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`field` text,
	`province_code` text,
	`commune_code` text,
	`agency_id` integer,
	`title_vi` text NOT NULL,
	`title_en` text NOT NULL,
	`question_vi` text NOT NULL,
	`question_en` text NOT NULL,
	`answer_vi` text,
	`answer_en` text,
	`outcome_kind` text,
	`outcome_vi` text,
	`outcome_en` text,
	`lang` text NOT NULL,
	`received_on` text NOT NULL,
	`due_at` integer NOT NULL,
	`answered_at` integer,
	`rating_level` integer,
	`rating_solved` integer,
	`disagreement` integer DEFAULT false NOT NULL,
	`followers` integer DEFAULT 0 NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`search` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_code` ON `publication` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `publication_case` ON `publication` (`case_id`);--> statement-breakpoint
CREATE INDEX `publication_kind` ON `publication` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `publication_status` ON `publication` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `publication_field` ON `publication` (`field`,`id`);--> statement-breakpoint
CREATE INDEX `publication_province` ON `publication` (`province_code`,`id`);--> statement-breakpoint
CREATE INDEX `publication_agency` ON `publication` (`agency_id`,`id`);--> statement-breakpoint
CREATE INDEX `publication_received` ON `publication` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `publication_received_at` ON `publication` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `publication_changed` ON `publication` (`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `publication_unanswered` ON `publication` (`status`,`case_id`) WHERE answer_vi is null;--> statement-breakpoint
CREATE TABLE `rating` (
	`case_id` integer NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`level` integer NOT NULL,
	`solved` integer NOT NULL,
	`comment` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `round`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reporter` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`wrapped_key` text NOT NULL,
	`name` text,
	`email` text,
	`phone` text,
	`tax_code` text,
	`co_authors` text,
	`email_index` text,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reporter_email` ON `reporter` (`email_index`,`case_id`);--> statement-breakpoint
CREATE TABLE `route_proposal` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`set_id` integer NOT NULL,
	`position` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`field` text,
	`level` text,
	`auto` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_id`) REFERENCES `rule_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `route_proposal_auto` ON `route_proposal` (`case_id`) WHERE auto = true;--> statement-breakpoint
CREATE TABLE `routing_rule` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`set_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`conditions` text NOT NULL,
	`target` text NOT NULL,
	`agency_id` integer,
	`department` text,
	`field` text,
	`level` text,
	`mode` text NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `rule_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `routing_rule_set` ON `routing_rule` (`set_id`,`position`);--> statement-breakpoint
CREATE TABLE `rule_set` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`author_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`proposed_at` integer,
	`rehearsed_at` integer,
	`activated_by` integer,
	`activated_at` integer,
	`replaced_id` integer,
	`ended_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activated_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rule_set_state` ON `rule_set` (`state`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rule_set_only` ON `rule_set` (`state`) WHERE state in ('draft', 'proposed', 'in_force');--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`audience` text NOT NULL,
	`staff_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_view_staff` ON `saved_view` (`staff_id`,`id`);--> statement-breakpoint
CREATE INDEX `saved_view_audience` ON `saved_view` (`audience`,`agency_id`,`id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`staff_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_staff` ON `session` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`agency_id` integer NOT NULL,
	`lang` text NOT NULL,
	`password_hash` text,
	`activation_hash` text,
	`activation_expires_at` integer,
	`disabled_at` integer,
	`shortcuts` text DEFAULT 'on' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_activation` ON `staff` (`activation_hash`);--> statement-breakpoint
CREATE INDEX `staff_agency` ON `staff` (`agency_id`);--> statement-breakpoint
CREATE TABLE `template_law` (
	`template_id` integer NOT NULL,
	`law_key` text NOT NULL,
	PRIMARY KEY(`template_id`, `law_key`),
	FOREIGN KEY (`template_id`) REFERENCES `template`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_law_key` ON `template_law` (`law_key`,`template_id`);--> statement-breakpoint
CREATE TABLE `template_use` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`template_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`agency_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`filled` text NOT NULL,
	`kept` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`template_id`) REFERENCES `template`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_use_template` ON `template_use` (`template_id`,`id`);--> statement-breakpoint
CREATE INDEX `template_use_case` ON `template_use` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`purpose` text NOT NULL,
	`agency_id` integer,
	`title` text NOT NULL,
	`body_vi` text NOT NULL,
	`body_en` text NOT NULL,
	`kinds` text NOT NULL,
	`fields` text NOT NULL,
	`agencies` text NOT NULL,
	`valid_to` text,
	`ended_at` integer,
	`changed_by` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_agency` ON `template` (`agency_id`,`id`);--> statement-breakpoint
CREATE TABLE `term` (
	`vocabulary` text NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL,
	`basis` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`vocabulary`, `code`)
);
--> statement-breakpoint
CREATE TABLE `warning_step` (
	`position` integer NOT NULL,
	`after_days` integer NOT NULL,
	`tells` text NOT NULL,
	`basis_vi` text NOT NULL,
	`basis_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`position`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `watch` (
	`case_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`case_id`, `staff_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watch_staff` ON `watch` (`staff_id`,`case_id`);