DROP INDEX "case_arbiter";--> statement-breakpoint
CREATE INDEX "case_arbiter" ON "case_file" USING btree ("due_at","id","arbiter_since") WHERE arbiter_since is not null;