-- SPDX-License-Identifier: Apache-2.0
-- The usual questions.

-- How it went: discovered is the sum of all rows.
create view verdicts as
  select case when state = 'done' then verdict else state end as verdict,
         case when verdict = 'not-dialled' then reason else '' end as reason,
         count(*) as peers
    from peers group by 1, 2;

-- Who told of whom.
create view edges as select teller as from_peer, peer as to_peer from told;

-- Who told of a peer, when, and how many seconds ago that peer was heard of at the time.
create view sources as
  select peer, teller, heard, case when seen > 0 then heard / 1000 - seen end as claimed_age from told;

-- What the network runs.
create view agents as
  select agent, count(*) as peers from peers where verdict = 'reached' group by agent;
create view versions as
  select version, count(*) as peers from peers where verdict = 'reached' group by version;
create view services as
  select services, count(*) as peers from peers where verdict = 'reached' group by services;

-- Nodes with more than one address.
create view identities as
  select identity, count(*) as addresses, min(peer) as first_address
    from peers where verdict = 'reached' and identity is not null group by identity having count(*) > 1;

-- How far what a peer tells can be trusted: lies is the share of what it told of that is decided and failed, or that
-- nobody may dial.
create view tellers as
  select t.teller, count(*) as told,
         sum(case when p.verdict in ('reached', 'full') then 1 else 0 end) as good,
         sum(case when p.verdict in ('reached', 'full') or p.verdict is null then 0 else 1 end) as failed,
         sum(case when p.verdict in ('reached', 'full') or p.verdict is null then 0.0 else 1.0 end)
           / count(*) as lies
    from told t join peers p on p.peer = t.peer group by t.teller;
