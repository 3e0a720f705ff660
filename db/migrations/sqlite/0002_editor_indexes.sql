DROP INDEX `case_to_publish`;--> statement-breakpoint
DROP INDEX `case_published`;--> statement-breakpoint
CREATE INDEX `case_to_publish` ON `case_file` (`status`,`due_at`,`id`,`publish_consent`,`published`,`held_reason`,`kind`,`province_code`,`field`) WHERE publish_consent = true and published = false;--> statement-breakpoint
CREATE INDEX `case_published` ON `case_file` (`status`,`due_at`,`id`,`published`,`held_reason`,`kind`,`province_code`,`field`) WHERE published = true;