// The table for people, at most 80 columns wide; what is longer than its column is cut.

const left = (text, width) => (text.length > width ? `${text.slice(0, width - 3)}...` : text).padEnd(width);
const right = (text, width) => String(text ?? '').padStart(width);
const line = (...cells) => cells.join('  ').trimEnd();

export function printTable(lines, rows) {
  const periods = lines.filter((one) => one.employeeId === undefined);
  console.log(line(
    left('AGENCY', 24), left('PERIOD', 8), right('REV', 3), left('STATE', 8), right('ASSESSED', 8), right('NOT', 5),
    right('TOP', 5)));
  for (const { agency, period, revision, state, assessed, notAssessed, inTopShare, waits } of periods) {
    console.log(line(
      left(agency, 24), left(period, 8), right(revision, 3), left(state, 8), right(assessed, 8), right(notAssessed, 5),
      right(inTopShare, 5)));
    waits.forEach((lack) => console.log(left(`  waits for ${lack}`, 80).trimEnd()));
  }
  for (const of of periods) {
    const people = lines.filter((one) => one.employeeId !== undefined && one.agency === of.agency
      && one.period === of.period);
    if (people.length > 0 && rows > 0) {
      printPeople(of, people, rows);
    }
  }
}

function printPeople({ agency, period, revision, state }, people, rows) {
  console.log();
  console.log(left(`${agency} ${period}, revision ${revision}, ${state}`, 80).trimEnd());
  console.log(line(
    right('PLACE', 6), left('PERSON', 30), left('PREDICATE', 16), right('SCORE', 6), left('TOP SHARE', 14)));
  for (const { place, employeeId, predicate, score, topShare, notAssessed } of people.slice(0, rows)) {
    console.log(line(
      right(place, 6), left(employeeId, 30), left(predicate ?? notAssessed, 16), right(score?.toFixed(2), 6),
      left(topShare === 'out' ? '' : topShare ?? '', 14)));
  }
  if (people.length > rows) {
    console.log(`       ${people.length - rows} more: --rows ${people.length}`);
  }
}
