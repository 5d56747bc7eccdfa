-- What finding whose matter it is remembers: per word, how many handled cases have it in their subject.
alter table finding_words add column subjects jsonb not null default '{}';
