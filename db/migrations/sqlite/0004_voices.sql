-- Nobody had been asked to confirm: whoever was written to goes on.
UPDATE follower SET confirmed_at = created_at WHERE email IS NOT NULL AND confirmed_at IS NULL;--> statement-breakpoint
-- An address that moved onto one with a voice on the same case: the older voice keeps it.
UPDATE follower SET email = NULL, wrapped_key = NULL, email_index = NULL, confirmed_at = NULL
WHERE email_index IS NOT NULL AND EXISTS (
  SELECT 1 FROM follower older
  WHERE older.email_index = follower.email_index AND older.case_id = follower.case_id AND older.id < follower.id
);--> statement-breakpoint
DROP INDEX `follower_email`;--> statement-breakpoint
CREATE INDEX `follower_unconfirmed` ON `follower` (`created_at`) WHERE email is not null and confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `follower_email` ON `follower` (`email_index`,`case_id`);--> statement-breakpoint
ALTER TABLE `publication` ADD `confirmed_followers` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE publication SET confirmed_followers = (
  SELECT count(DISTINCT email_index) FROM follower
  WHERE counted AND confirmed_at IS NOT NULL AND case_id IN (
    SELECT publication.case_id UNION ALL SELECT case_id FROM case_merge WHERE lead_id = publication.case_id AND in_public
  )
)
WHERE case_id IN (SELECT case_id FROM follower UNION SELECT lead_id FROM case_merge);
