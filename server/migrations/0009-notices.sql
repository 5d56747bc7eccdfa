-- What somebody was told inside the product. One act of a case makes at most one for a person: all of its notices share the id.
-- No words in it: what it is about is read from the case when it is shown, so erasing a case's words erases them here too.
create table notices (
  institution_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  kind text not null,
  case_id uuid,
  -- The entry of the case's stream that it tells of.
  seq integer,
  actor text not null,
  -- Ids, codes and times.
  detail jsonb not null default '{}',
  at timestamptz(3) not null,
  read_at timestamptz(3),
  -- The transaction that wrote it: whoever listens asks for those from a moment below which none is still open.
  xid xid8 not null default pg_current_xact_id(),
  primary key (institution_id, person_id, id),
  foreign key (institution_id, person_id) references people
);
create index notices_unread on notices (institution_id, person_id, id) where read_at is null;
create index notices_case on notices (institution_id, case_id) where case_id is not null;
create index notices_xid on notices (xid);

create table notice_preferences (
  institution_id uuid not null,
  person_id uuid not null,
  email text,
  -- Kind of notice → `now` or `digest`; what is not named is not mailed.
  mail jsonb not null default '{}',
  quiet_from time,
  quiet_to time,
  digest_at time,
  -- The institution's day of the last digest, and up to when it reached.
  digest_day date,
  digest_upto timestamptz(3),
  changed_at timestamptz(3) not null,
  primary key (institution_id, person_id),
  foreign key (institution_id, person_id) references people,
  check ((quiet_from is null) = (quiet_to is null))
);
create index notice_preferences_digest on notice_preferences (institution_id, digest_at) where digest_at is not null and email is not null;

-- How mail leaves; an institution without a row uses what the operator set for the whole installation.
create table mail_settings (
  institution_id uuid primary key references institutions,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  login text,
  password text,
  sender text not null,
  sender_name text,
  changed_at timestamptz(3) not null
);

create table webhook_endpoints (
  institution_id uuid not null references institutions,
  id uuid not null,
  name text not null,
  url text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  secret text not null,
  -- Still signed with, besides the new one, until the receiver has changed over.
  former_secret text,
  former_until timestamptz(3),
  -- Failures in a row; at `most_failures` the endpoint is switched off.
  failures integer not null default 0,
  most_failures integer not null check (most_failures between 1 and 1000),
  state text not null default 'on' check (state in ('on', 'off', 'failed')),
  created_at timestamptz(3) not null,
  primary key (institution_id, id)
);

-- Everything that leaves: whom it is for, what it is about, what became of it. Addresses and words are looked up when it is sent.
create table outbox (
  institution_id uuid not null references institutions,
  id uuid not null,
  channel text not null check (channel in ('mail', 'webhook')),
  purpose text not null check (purpose in ('notice', 'digest', 'requester', 'event', 'test')),
  person_id uuid,
  requester_id uuid,
  endpoint_id uuid,
  case_id uuid,
  kind text not null,
  detail jsonb not null default '{}',
  state text not null check (state in ('waiting', 'sent', 'failed', 'given-up')),
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  -- When it may be tried next; while it is being tried, until when nobody else does. Null once it is over.
  next_at timestamptz(3),
  ended_at timestamptz(3),
  -- Of the last try: what answered, or a code for why nothing did.
  answer text,
  primary key (institution_id, id),
  check ((state in ('sent', 'given-up')) = (ended_at is not null)),
  check ((next_at is null) = (ended_at is not null))
);
create index outbox_next on outbox (next_at) where next_at is not null;
create index outbox_state on outbox (institution_id, state, id);
create index outbox_endpoint on outbox (institution_id, endpoint_id, id) where endpoint_id is not null;
create index outbox_case on outbox (institution_id, case_id) where case_id is not null;
create index outbox_requester on outbox (institution_id, requester_id) where requester_id is not null;

alter table requesters add column email text;

-- Whatever is written into the outbox to leave at once has its job queued in the same transaction, whoever writes it.
-- One delivery at a time to an endpoint: one that answers slowly holds up its own events only.
create function queue_outbox() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job(case new.channel when 'mail' then 'send-mail' else 'deliver-webhook' end,
    payload => json_build_object('institutionId', new.institution_id, 'outboxId', new.id), queue_name => 'webhook:' || new.endpoint_id, max_attempts => 12);
  return null;
end $$;
create trigger outbox_queue after insert on outbox for each row when (new.next_at <= new.created_at) execute function queue_outbox();
