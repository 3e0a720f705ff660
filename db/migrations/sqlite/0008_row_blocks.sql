-- For PostgreSQL alone: this index of words has the order of the list. There is no such view.
DROP VIEW IF EXISTS row_blocks;
