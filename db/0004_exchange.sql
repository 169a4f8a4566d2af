-- Two laptops that exchange bundles: the number of a revision may become known after its text, and what came
-- in together is made findable afterwards.

-- Current items that came in with others and are not in the search tables yet.
create table unsearched(
  entity text not null,
  key text not null,
  primary key (entity, key)
) strict, without rowid;

drop trigger revision_is_never_changed;

-- A revision that came in with a document has no number; the bundle of the dossier that wrote it has.
create trigger revision_is_never_changed before update on revision
when not (
  new.n = old.n and new.id = old.id and new.entity = old.entity and new.key = old.key
  and new.parents = old.parents and new.hlc = old.hlc and new.author = old.author and new.at = old.at
  and new.kind = old.kind and new.deleted = old.deleted and new.sha256 = old.sha256
  and ((new.payload is null and exists (select 1 from erasure where rev = old.id)
        and new.replica = old.replica and new.seq is old.seq)
    or (old.replica = '' and old.seq is null and new.replica <> '' and new.seq is not null
        and new.payload is old.payload)))
begin
  select raise(abort, 'a revision is never changed');
end;
