create table events (
  id text primary key,
  record jsonb not null
);
create table sales (
  id text primary key references events,
  at date not null,
  amount numeric(38, 0) not null,
  refunded numeric(38, 0) not null check (refunded between 0 and amount),
  attributes jsonb not null
);
create table counters (
  key text collate "C" primary key,
  value numeric(38, 0) not null default 0
);
create table lines (
  n bigint generated always as identity primary key,
  event text not null references events,
  at date not null,
  party text not null,
  path text not null,
  kind text not null,
  period text not null,
  restates text,
  of text,
  amount numeric(38, 0) not null
);
create index on lines (event);
