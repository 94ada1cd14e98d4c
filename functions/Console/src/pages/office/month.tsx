// A month of the agency's people: what is still open first, since it may still change what is deducted.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { monthsFrom, thisMonth, useQuery } from '../../address';
import { Id, Months, Section } from '../../parts';
import { session } from '../../session';
import { lang, number, t } from '../../words';
import type { Day } from '../employee/calendar';
import { amountOf, type Statement } from '../employee/deductions';

interface Sums { daysByStatus: Record<string, number>; flexibleDays: number; lateMinutes: number; earlyMinutes: number }

/** Without sums the month of that person has not been closed yet. */
interface Line extends Partial<Sums> { employeeId: string; unitId: string; dirty: boolean }

const openOf = (line: Partial<Sums>) => ['needsReview', 'uncertain', 'noCalendar']
  .reduce((sum, status) => sum + (line.daysByStatus?.[status] ?? 0), 0);

export function Month() {
  const { agency } = session()!;
  const [month, setMonth] = useQuery('bulan', monthsFrom(thisMonth(), -1));
  const [unit, setUnit] = useQuery('unit', '');
  const [many, setMany] = useState(15);
  const units = useRead(() => all<{ id: string; name: string }>(`/agencies/${agency}/units`, 'units'), []);
  const read = useRead(async () => {
    const filter = unit ? `?unit=${unit}` : '';
    const lines = await all<Line>(`/agencies/${agency}/attendance/${month}${filter}`, 'lines');
    return lines.sort((a, b) => openOf(b) - openOf(a) || a.employeeId.localeCompare(b.employeeId));
  }, [month, unit]);
  const open = (read.value ?? []).filter((line) => openOf(line) > 0).length;
  const waiting = (read.value ?? []).filter((line) => !line.daysByStatus).length;
  return <>
    <h1>{t('month')}</h1>
    <p class="lead">{t('monthLead')}</p>
    <Months value={month} choose={setMonth} />
    <form class="period" onSubmit={(event) => event.preventDefault()}>
      <label for="unit">{t('unit')}</label>
      <select id="unit" value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
        <option value="">{t('unitsAll')}</option>
        {units.value?.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </select>
    </form>
    <Shown of={read}>{(lines) => lines.length === 0 ? <p class="empty">{t('monthNone')}</p>
      : <div class="stack">
        <p class={`note ${open > 0 || waiting > 0 ? 'waits' : 'ok'}`}>{open > 0
          ? t('monthOpen', { n: open, all: lines.length })
          : waiting > 0 ? t('monthNotClosed', { n: waiting, all: lines.length })
            : t('monthClosed', { all: lines.length })}</p>
        <Section title={t('monthTable')}>
          <People lines={lines.slice(0, many)} month={month} />
          {lines.length > many && <button class="btn alt" onClick={() => setMany(many + 15)}>
            {t('more', { n: Math.min(15, lines.length - many) })}</button>}
        </Section>
      </div>}</Shown>
  </>;
}

interface Row { statement: Statement; sums: Sums }

/** The API gives statements, and months that are not closed, person by person: asked for whom the table shows. */
async function rowOf(line: Line, month: string): Promise<Row> {
  const path = `/employees/${line.employeeId}/attendance/${month}`;
  const [statement, days] = await Promise.all([
    call<Statement>(`${path}/deductions`), line.daysByStatus ? [] : (await call<{ days: Day[] }>(path)).days,
  ]);
  return { statement, sums: line.daysByStatus ? line as Sums : sumsOf(days) };
}

function sumsOf(days: Day[]): Sums {
  const daysByStatus: Record<string, number> = {};
  days.forEach((one) => { daysByStatus[one.status] = (daysByStatus[one.status] ?? 0) + 1; });
  const sum = (of: (one: Day) => number) => days.reduce((all, one) => all + of(one), 0);
  return {
    daysByStatus, flexibleDays: days.filter((one) => one.workMode === 'flexible').length,
    lateMinutes: sum((one) => one.lateMinutes ?? 0), earlyMinutes: sum((one) => one.earlyMinutes ?? 0),
  };
}

function People({ lines, month }: { lines: Line[]; month: string }) {
  const read = useRead(() => Promise.all(lines.map((line) => rowOf(line, month))),
    [month, lines.length, lines[0]?.employeeId]);
  const why = read.value?.find((one) => one.statement.why)?.statement;
  return <>
    {why && <p class="note">{why.words?.[lang()]}</p>}
    <Shown of={read}>{(rows) => <table class="rows">
      <thead><tr><th scope="col">{t('person')}</th><th scope="col" class="number">{t('deductions')}</th>
        <th scope="col">{t('state')}</th>
        <th scope="col" class="number wide">{t('statusPresent')}</th>
        <th scope="col" class="number wide">{t('flexible')}</th>
        <th scope="col" class="number wide">{t('statusNone')}</th>
        <th scope="col" class="number wide">{t('late')}</th>
        <th scope="col" class="number wide">{t('early')}</th></tr></thead>
      <tbody>{rows.map((row, at) => <Person key={lines[at]?.employeeId} line={lines[at]} row={row} />)}</tbody>
    </table>}</Shown>
  </>;
}

function Person({ line, row: { statement, sums } }: { line?: Line; row: Row }) {
  const open = statement.openDays?.length ?? openOf(sums);
  return line ? <tr>
    <th scope="row"><Id of={line.employeeId} /><span class="under">{line.unitId}<span class="narrow">
      {' '}· {t('shortLine', { n: sums.daysByStatus.present ?? 0, late: sums.lateMinutes })}</span></span></th>
    <td class="number"><b>{statement.why ? '–'
      : amountOf({ amount: statement.percentOfMonth ?? 0, unit: 'percentOfMonth' })}</b></td>
    <td>{open > 0 ? <span class="tag uncertain">{t('openN', { n: open })}</span>
      : t(line.dirty ? 'stale' : 'settled')}</td>
    <td class="number wide">{number(sums.daysByStatus.present ?? 0)}</td>
    <td class="number wide">{number(sums.flexibleDays)}</td>
    <td class="number wide">{number(sums.daysByStatus.noRecord ?? 0)}</td>
    <td class="number wide">{number(sums.lateMinutes)}</td>
    <td class="number wide">{number(sums.earlyMinutes)}</td>
  </tr> : null;
}
