DROP INDEX `case_to_publish`;--> statement-breakpoint
DROP INDEX `case_published`;--> statement-breakpoint
CREATE INDEX `case_to_publish` ON `case_file` (`status`,`due_at`,`id`,`publish_consent`,`published`,`held_reason`,`kind`,`province_code`,`field`) WHERE publish_consent = true and published = false;--> statement-breakpoint
CREATE INDEX `case_published` ON `case_file` (`status`,`due_at`,`id`,`published`,`held_reason`,`kind`,`province_code`,`field`) WHERE published = true;
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
-- Who is in charge of the documents that came with the portal, and the cases that are there already: the worker takes them into the register.
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTP')
WHERE drafter_id IS NULL AND key IN ('91/2015/qh13', '104/2016/qh13', '20/2008/nd-cp', '63/2010/nd-cp', '92/2017/nd-cp', '48/2025/qd-ttg', '206/2025/qh15');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNV')
WHERE drafter_id IS NULL AND key IN ('45/2019/qh14', '33/2024/qh15', '01/2011/qh13', '10/2022/qh15', '59/2023/nd-cp', '30/2020/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'TTCP')
WHERE drafter_id IS NULL AND key IN ('02/2011/qh13', '25/2018/qh14', '42/2013/qh13', '136/2025/qh15', '64/2014/nd-cp', '154/2026/nd-cp', '155/2026/nd-cp', '156/2026/nd-cp', '07/2014/tt-ttcp', '05/2021/tt-ttcp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BCA')
WHERE drafter_id IS NULL AND key IN ('91/2025/qh15', '26/2023/qh15', '59/2014/qh13', '60/2024/qh15', '13/2023/nd-cp', '356/2025/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BKHCN')
WHERE drafter_id IS NULL AND key IN ('93/2025/qh15', '29/2013/qh13', '20/2023/qh15', '51/2005/qh11', '24/2023/qh15', '50/2005/qh11', '13/2012/nd-cp', '42/2022/nd-cp', '64/2007/nd-cp', '224/2026/nd-cp', '23/2025/nd-cp', '1131/qd-ttg', '21/2026/qd-ttg', '18/2013/tt-bkhcn');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNNMT')
WHERE drafter_id IS NULL AND key IN ('31/2024/qh15', '45/2013/qh13');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTC')
WHERE drafter_id IS NULL AND key IN ('59/2020/qh14');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'VPCP')
WHERE drafter_id IS NULL AND key IN ('31/2021/qd-ttg');
--> statement-breakpoint
INSERT INTO register_task (document_key, after_case_id) SELECT '', 0 WHERE EXISTS (SELECT 1 FROM case_provision);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `handed_task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`webhook_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`commitment_id` integer,
	`owner_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`percent` integer,
	`handed_by` integer,
	`handed_at` integer NOT NULL,
	`reported_at` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handed_task_public` ON `handed_task` (`public_id`);--> statement-breakpoint
CREATE INDEX `handed_task_case` ON `handed_task` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `task_report` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer NOT NULL,
	`state` text NOT NULL,
	`percent` integer,
	`note` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `handed_task`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_report_task` ON `task_report` (`task_id`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_delivery` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`webhook_id` integer NOT NULL,
	`event` text NOT NULL,
	`case_id` integer NOT NULL,
	`task_id` integer,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`lease_until` integer,
	`last_error` text,
	`settled_at` integer,
	`done_act_id` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhook_delivery_due` ON `webhook_delivery` (`state`,`not_before`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_of` ON `webhook_delivery` (`webhook_id`,`state`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_delivery_public` ON `webhook_delivery` (`public_id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_done_act` ON `webhook_delivery` (`done_act_id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_case` ON `webhook_delivery` (`case_id`);--> statement-breakpoint
CREATE TABLE `webhook` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`kind` text NOT NULL,
	`events` text NOT NULL,
	`account_id` integer,
	`wrapped_key` text NOT NULL,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_until` integer,
	`created_at` integer NOT NULL,
	`paused_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
--> statement-breakpoint
-- Every event of a case waits for its place in the public log from the moment that it is stored, whoever stores it.
CREATE TRIGGER event_enters_ledger AFTER INSERT ON event WHEN new.stream LIKE 'case/%' BEGIN
  INSERT INTO ledger_entry (event_id) VALUES (new.id);
END;
--> statement-breakpoint
INSERT INTO ledger_entry (event_id) SELECT id FROM event WHERE stream LIKE 'case/%';
--> statement-breakpoint
INSERT INTO ledger_state (id, size, origin) VALUES (1, 0, '');
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_no_update BEFORE UPDATE ON ledger_checkpoint BEGIN
  SELECT RAISE(ABORT, 'what was signed of the ledger stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_no_delete BEFORE DELETE ON ledger_checkpoint BEGIN
  SELECT RAISE(ABORT, 'what was signed of the ledger stays as it is');
END;
--> statement-breakpoint
CREATE TABLE `list_follower` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lang` text NOT NULL,
	`query` text NOT NULL,
	`rhythm` text NOT NULL,
	`owner` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`email` text NOT NULL,
	`email_index` text NOT NULL,
	`after_id` integer NOT NULL,
	`confirmed_at` integer,
	`next_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `list_follower_list` ON `list_follower` (`email_index`,`query`,`lang`);--> statement-breakpoint
CREATE INDEX `list_follower_next` ON `list_follower` (`next_at`,`id`);--> statement-breakpoint
CREATE INDEX `list_follower_created` ON `list_follower` (`confirmed_at`,`created_at`);--> statement-breakpoint
ALTER TABLE `follower` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `publication` ADD `bottleneck` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `technology` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `facets` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- The words of filters stand beside those of the text in one index, which answers any of them together in the order of the list.
UPDATE publication SET bottleneck = (SELECT c.bottleneck FROM case_file c WHERE c.id = publication.case_id), technology = (SELECT nullif(json_extract(c.details, '$.technology'), '') FROM case_file c WHERE c.id = publication.case_id);
--> statement-breakpoint
UPDATE publication SET facets = concat_ws(' ',
  'đk' || kind,
  'đs' || replace(status, '_', 'x'),
  'đf' || replace(replace(field, '-', 'x'), '.', 'x'),
  'đb' || replace(replace(bottleneck, '-', 'x'), '.', 'x'),
  'đt' || replace(replace(technology, '-', 'x'), '.', 'x'),
  'đa' || agency_id,
  'đp' || province_code,
  'đc' || commune_code,
  case when answered_at is not null and updated_at >= answered_at and (disagreement or status <> 'disputed')
    then 'đo' || replace(outcome_kind, '_', 'x') end,
  'đl' || rating_level,
  case when rating_solved is null then null when rating_solved then 'đv1' else 'đv0' end,
  'đy' || substr(received_on, 1, 4),
  'đm' || replace(substr(received_on, 1, 7), '-', ''),
  'đd' || replace(received_on, '-', ''));
--> statement-breakpoint
DROP TRIGGER IF EXISTS publication_fts_insert;
--> statement-breakpoint
DROP TRIGGER IF EXISTS publication_fts_delete;
--> statement-breakpoint
DROP TRIGGER IF EXISTS publication_fts_update;
--> statement-breakpoint
DROP TABLE publication_fts;
--> statement-breakpoint
CREATE VIRTUAL TABLE publication_fts USING fts5(search, facets, content='publication', content_rowid='id', tokenize='ascii', detail='none');
--> statement-breakpoint
INSERT INTO publication_fts(publication_fts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO publication_fts(publication_fts) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER publication_fts_insert AFTER INSERT ON publication BEGIN
  INSERT INTO publication_fts(rowid, search, facets) VALUES (new.id, new.search, new.facets);
END;
--> statement-breakpoint
CREATE TRIGGER publication_fts_delete AFTER DELETE ON publication BEGIN
  INSERT INTO publication_fts(publication_fts, rowid, search, facets) VALUES ('delete', old.id, old.search, old.facets);
END;
--> statement-breakpoint
CREATE TRIGGER publication_fts_update AFTER UPDATE OF search, facets ON publication WHEN old.search <> new.search OR old.facets <> new.facets BEGIN
  INSERT INTO publication_fts(publication_fts, rowid, search, facets) VALUES ('delete', old.id, old.search, old.facets);
  INSERT INTO publication_fts(rowid, search, facets) VALUES (new.id, new.search, new.facets);
END;
--> statement-breakpoint
-- Who got mail before an address had to be confirmed goes on getting it.
UPDATE follower SET confirmed_at = created_at WHERE email IS NOT NULL;
--> statement-breakpoint
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
--> statement-breakpoint
DROP TABLE `ledger_text`;
--> statement-breakpoint
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
--> statement-breakpoint
-- The texts of a publication wait for their place in the public log whenever they change; what hid the former ones in it
-- is destroyed in the same moment.
CREATE TRIGGER publication_enters_ledger AFTER INSERT ON publication BEGIN
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
END;
--> statement-breakpoint
CREATE TRIGGER publication_reenters_ledger
AFTER UPDATE OF title_vi, title_en, question_vi, question_en, answer_vi, answer_en, outcome_vi, outcome_en ON publication
WHEN old.title_vi IS NOT new.title_vi OR old.title_en IS NOT new.title_en OR old.question_vi IS NOT new.question_vi
  OR old.question_en IS NOT new.question_en OR old.answer_vi IS NOT new.answer_vi OR old.answer_en IS NOT new.answer_en
  OR old.outcome_vi IS NOT new.outcome_vi OR old.outcome_en IS NOT new.outcome_en
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = new.case_id AND salt IS NOT NULL;
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
END;
--> statement-breakpoint
CREATE TRIGGER publication_leaves_ledger AFTER DELETE ON publication BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = old.case_id AND salt IS NOT NULL;
  DELETE FROM ledger_wording WHERE case_id = old.case_id AND log_index IS NULL;
END;
--> statement-breakpoint
INSERT INTO ledger_wording (case_id) SELECT case_id FROM publication;
--> statement-breakpoint
ALTER TABLE `publication` ADD `readiness` integer;--> statement-breakpoint
UPDATE publication SET readiness = (SELECT CAST(json_extract(details, '$.readiness') AS INTEGER) FROM case_file WHERE case_file.id = publication.case_id)
WHERE kind = 'initiative' AND EXISTS (SELECT 1 FROM case_file WHERE case_file.id = publication.case_id AND json_extract(details, '$.readiness') GLOB '[1-9]');
--> statement-breakpoint
CREATE INDEX `case_split` ON `case_file` (`id`) WHERE open_parts > 0;
--> statement-breakpoint
DROP INDEX `case_queue`;--> statement-breakpoint
CREATE INDEX `case_queue` ON `case_file` (`status`,`due_at`,`id`,`triage_due_at`,`level`,`kind`,`held_reason`,`arbiter_since`,`snoozed_until`,`owner_id`,`paused_at`,`refusals`,`allowance_due_at`);
