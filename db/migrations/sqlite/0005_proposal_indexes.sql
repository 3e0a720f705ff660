DROP INDEX `case_proposed`;--> statement-breakpoint
DROP INDEX `case_objected`;--> statement-breakpoint
CREATE INDEX `case_proposed` ON `case_file` (`status`,`due_at`,`id`,`proposed_at`,`publish_consent`,`published`,`held_reason`,`kind`,`field`,`province_code`) WHERE proposed_at is not null;--> statement-breakpoint
CREATE INDEX `case_objected` ON `case_file` (`status`,`due_at`,`id`,`objected_at`,`publish_consent`,`published`,`held_reason`,`kind`,`field`,`province_code`) WHERE objected_at is not null;