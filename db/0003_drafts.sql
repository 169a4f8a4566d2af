-- What is being typed and is not a revision yet: the durable half of the draft log in the folder "drafts".
create table draft(
  number integer primary key,                               -- the draft's number in the draft log
  field text not null,                                      -- entity:key:attribute
  base_rev text not null,                                   -- revision the text started from; '' = none
  base_text text not null,                                  -- text it started from
  text text not null,                                       -- text as typed
  edit integer not null,                                    -- number of the last edit in it
  at text not null                                          -- when that edit was made, UTC
) strict;
