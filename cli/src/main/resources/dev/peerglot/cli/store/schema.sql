-- SPDX-License-Identifier: Apache-2.0
-- A crawl in SQL, for SQLite and for everything that speaks PostgreSQL. Times are milliseconds since 1970, UTC;
-- `seen` is in seconds, as the wires tell it. A peer is named by host:port.

-- The crawl itself: one row. `dialled` counts the peers that were ever taken to be dialled; `sealed` is when it was
-- finished, with its counts as JSON.
create table if not exists crawl (
  one integer primary key check (one = 1),
  format integer not null,
  network text not null,
  network_id text not null,
  seeds text not null,
  begun bigint not null,
  dialled bigint not null,
  sealed bigint,
  counts text
);

-- The processes that crawl. A worker's leases hold until `until`; `batch` numbers what it wrote.
create table if not exists workers (
  worker bigint primary key,
  name text not null,
  begun bigint not null,
  until bigint not null,
  batch bigint not null
);

-- Everybody who was told of. state: queued (leased if its lease_owner lives), held (its prefix or its source has
-- failed too often), done. worker and batch: who changed the row last.
create table if not exists peers (
  peer text primary key,
  url text not null,
  host text not null,
  prefix text not null,
  depth integer not null,
  teller text,
  heard bigint not null,
  state text not null,
  due bigint not null,
  attempts integer not null,
  lease_owner bigint,
  verdict text,
  reason text not null,
  identity text,
  agent text,
  version text,
  services text,
  height bigint,
  facts text,
  connect_ms double precision,
  crypto_ms double precision,
  handshake_ms double precision,
  addresses_ms double precision,
  visited bigint,
  worker bigint not null,
  batch bigint not null
);
create index if not exists peers_queue on peers (due, peer) where state = 'queued';
create index if not exists peers_lease on peers (host) where state = 'queued' and lease_owner is not null;
create index if not exists peers_change on peers (worker, batch);

-- Who told of whom: the number in its answer, when we heard it, when the teller claims to have heard of it last.
create table if not exists told (
  teller text not null,
  peer text not null,
  number integer not null,
  heard bigint not null,
  seen bigint not null,
  primary key (teller, peer)
);
