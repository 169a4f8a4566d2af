-- The truth: every change of anything is one row in "revision" that is never changed or removed.
-- What is current ("head") and who follows whom ("edge") is derived from it, in the same transaction.

-- Facts about this file: replica, machine, example, created, view digest.
create table meta(
  name text primary key,
  value text not null
) strict, without rowid;

-- Every change of anything: the whole item as it became. Rows are never changed or removed.
create table revision(
  n integer primary key,                                    -- order of arrival in this file
  id text not null unique check (length(id) = 36),          -- UUIDv7, made where it was written
  entity text not null check (entity <> ''),                -- kind of thing: answer, finding, ...
  key text not null check (key <> ''),                      -- which one of that kind: a readable path
  parents text not null check (json_type(parents) = 'array'), -- ids of the revisions the writer saw, first one is the main line
  replica text not null,                                    -- the dossier that wrote it; '' = came in with a document
  seq integer check (seq > 0),                              -- gap-free per replica; null = came in with a document
  hlc text not null,                                        -- hybrid clock: orders what is shown, never decides loss
  author text not null,                                     -- profile of the writer, never a person's name
  at text not null,                                         -- when, UTC
  kind text not null check (kind in ('edit', 'undo', 'redo', 'import')),
  payload text check (payload is null or json_valid(payload)), -- the whole item as JSON; null only after erasure
  deleted integer not null default 0 check (deleted in (0, 1)),
  sha256 text not null check (length(sha256) = 64)          -- digest of everything above but n, replica and seq
) strict;
create index revision_item on revision(entity, key);
create index revision_replica on revision(replica, seq);
create index revision_hlc on revision(hlc);

-- Who follows whom; also known before the parent itself has arrived.
create table edge(
  parent text not null,                                     -- revision id
  child text not null,                                      -- revision id
  primary key (parent, child)
) strict, without rowid;

-- What is current. More than one row for an item = two versions that a person has to compare.
create table head(
  entity text not null,
  key text not null,
  rev text not null references revision(id),
  primary key (entity, key, rev)
) strict, without rowid;

-- Revisions whose text was erased on request; wins over the payload in every later merge.
create table erasure(
  rev text primary key,                                     -- revision id
  by text not null,                                         -- profile
  reason text not null,
  at text not null                                          -- when, UTC
) strict, without rowid;

create trigger revision_makes_head after insert on revision
begin
  insert or ignore into edge(parent, child) select value, new.id from json_each(new.parents);
  delete from head where entity = new.entity and key = new.key
    and rev in (select value from json_each(new.parents));
  insert into head(entity, key, rev) select new.entity, new.key, new.id
    where not exists (select 1 from edge join revision as child on child.id = edge.child
      where edge.parent = new.id and child.entity = new.entity and child.key = new.key);
end;

create trigger revision_is_never_changed before update on revision
when not (
  new.payload is null and exists (select 1 from erasure where rev = old.id)
  and new.n = old.n and new.id = old.id and new.entity = old.entity and new.key = old.key
  and new.parents = old.parents and new.replica = old.replica and new.seq is old.seq and new.hlc = old.hlc
  and new.author = old.author and new.at = old.at and new.kind = old.kind and new.deleted = old.deleted
  and new.sha256 = old.sha256)
begin
  select raise(abort, 'a revision is never changed');
end;

create trigger revision_is_never_removed before delete on revision
begin
  select raise(abort, 'a revision is never removed');
end;

create trigger erasure_is_never_changed before update on erasure
begin
  select raise(abort, 'an erasure is never changed');
end;

create trigger erasure_is_never_removed before delete on erasure
begin
  select raise(abort, 'an erasure is never removed');
end;
