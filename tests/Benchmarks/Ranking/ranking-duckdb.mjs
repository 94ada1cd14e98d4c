// Evaluates and ranks everybody by DuckDB's window functions; each line on stdin asks for one run.
// Arguments: node_modules folder, CSV file of people, threads. Loading the file is not measured.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [modules, file, threads] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(modules, 'index.js'))('@duckdb/node-api');

const database = await DuckDBInstance.create(':memory:', { threads });
const connection = await database.connect();
await connection.run(`
  create table people (
    agency usmallint, unit usmallint, person integer, rated boolean, result utinyint, behaviour utinyint,
    skp smallint, behaviour_score smallint);
  copy people from '${file.replaceAll("'", "''")}' (format csv, header);`);

// The matrix of PermenPANRB 6/2022 (1 = Sangat Kurang … 5 = Sangat Baik), result by behaviour.
const rank = `
  with evaluated as materialized (
    select agency, unit, [1, 3, 3, 2, 4, 4, 2, 4, 5][result * 3 + behaviour + 1]::utinyint as predicate,
      ((skp::integer * 70 + behaviour_score::integer * 30 + 50) // 100)::smallint as score, behaviour_score
    from people where rated),
  ranked as (
    select predicate, rank() over best_first as place, percent_rank() over best_first as percent,
      count(*) over (partition by agency) * 20 // 100 as cap,
      count(*) over (partition by agency, predicate, score, behaviour_score) as equals
    from evaluated
    window best_first as (partition by agency order by predicate desc, score desc, behaviour_score desc)),
  units as (
    select count(*) as assessed, count(*) filter (predicate = 4) as good,
      count(*) filter (predicate in (2, 3)) as below,
      greatest(count(*) filter (predicate = 1), count(*) filter (predicate = 2), count(*) filter (predicate = 3),
        count(*) filter (predicate = 5)) as others
    from evaluated group by agency, unit)
  select count(*) as assessed, sum(place) as places, sum(floor(percent * 1e6)::bigint) as millionths,
    count(*) filter (predicate >= 4 and place - 1 + equals <= cap) as "inTopShare",
    count(*) filter (predicate >= 4 and place <= cap and place - 1 + equals > cap) as "tiedAtCap",
    (select count(*) from units
      where assessed >= 3 and (good * 10 > assessed * 7 or below = 0 or others > good)) as breaches
  from ranked`;

for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const [row] = (await connection.runAndReadAll(rank)).getRowObjects();
  const seconds = (performance.now() - start) / 1000;
  const text = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
  process.stdout.write(JSON.stringify({ seconds, ...text }) + '\n');
}
