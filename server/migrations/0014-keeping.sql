-- What is kept how long, and registers of duty.
create index notices_at on notices (institution_id, at);
create index outbox_ended on outbox (institution_id, ended_at) where ended_at is not null;

-- Who may apply for a matter, and when: printed on the one-time notice.
alter table matters add column conditions text;

-- Closed with a key that lies outside the database. What former releases stored as it is stands in the old columns until the
-- next start of the server, which closes it and empties them.
alter table mail_settings
  add column password_box text,
  add constraint mail_password_once check (num_nonnulls(password, password_box) <= 1);
alter table webhook_endpoints
  alter column secret drop not null,
  add column secret_box text,
  add column former_secret_box text,
  add constraint webhook_secret_once check (num_nonnulls(secret, secret_box) = 1),
  add constraint webhook_former_secret_once check (num_nonnulls(former_secret, former_secret_box) <= 1);
