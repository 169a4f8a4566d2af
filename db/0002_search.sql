-- Full-text search over what is current. Filled by the app in the transaction that changes the head,
-- because Dutch word stems are made in Python. Can always be rebuilt from the revisions.

-- One number per item, for the row of the search table.
create table searched(
  n integer primary key,                                    -- rowid in "search"
  entity text not null,
  key text not null,
  unique (entity, key)
) strict;

-- The words of every current item, and beside them their stems.
create virtual table search using fts5(
  body,
  stems,
  tokenize = "unicode61 remove_diacritics 2"
);
