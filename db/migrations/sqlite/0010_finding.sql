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
