-- Evaluates and ranks everybody by PostgreSQL's window functions; the same statement as ranking-duckdb.mjs.
-- The matrix of PermenPANRB 6/2022 (1 = Sangat Kurang … 5 = Sangat Baik), result by behaviour.
with evaluated as materialized (
  select agency, unit, (array[1, 3, 3, 2, 4, 4, 2, 4, 5])[result * 3 + behaviour + 1]::smallint as predicate,
    ((skp::integer * 70 + behaviour_score::integer * 30 + 50) / 100)::smallint as score, behaviour_score
  from people where rated),
ranked as (
  select predicate, rank() over best_first as place, percent_rank() over best_first as percent,
    count(*) over (partition by agency) * 20 / 100 as cap,
    count(*) over (partition by agency, predicate, score, behaviour_score) as equals
  from evaluated
  window best_first as (partition by agency order by predicate desc, score desc, behaviour_score desc)),
units as (
  select count(*) as assessed, count(*) filter (where predicate = 4) as good, count(*) filter (where predicate in (2, 3)) as below,
    greatest(count(*) filter (where predicate = 1), count(*) filter (where predicate = 2), count(*) filter (where predicate = 3),
      count(*) filter (where predicate = 5)) as others
  from evaluated group by agency, unit)
select count(*) as assessed, sum(place) as places, sum(floor(percent * 1e6)::bigint) as millionths,
  count(*) filter (where predicate >= 4 and place - 1 + equals <= cap) as in_top_share,
  count(*) filter (where predicate >= 4 and place <= cap and place - 1 + equals > cap) as tied_at_cap,
  (select count(*) from units where assessed >= 3 and (good * 10 > assessed * 7 or below = 0 or others > good)) as breaches
from ranked;
