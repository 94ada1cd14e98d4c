// A month of the agency's people: what is still open first, since it may still change what is deducted.
import { useState } from 'preact/hooks';
import { all, Shown, useRead } from '../../api';
import { monthsFrom, thisMonth, useQuery } from '../../address';
import { Id, Months, More, Section } from '../../parts';
import { session } from '../../session';
import { number, t, type Word } from '../../words';
import { amountOf } from '../employee/deductions';

/** Without figures the state says why; without sums the month has not begun. */
interface Line {
  employeeId: string; unitId: string; state: string; percentOfMonth?: number; percentOfDay?: number; rupiah?: number;
  openDays: string[]; presentDays?: number; flexibleDays?: number; noRecordDays?: number; lateMinutes?: number;
  earlyMinutes?: number;
}

const WITHOUT: Record<string, Word> = {
  monthNotOver: 'monthNotOver', noPolicy: 'monthNoPolicy', notInPayroll: 'monthNotIn', notInService: 'notActive',
};
/** About 500 people a page. */
const PAGES = 100;

export function Month() {
  const { agency } = session()!;
  const [month, setMonth] = useQuery('bulan', monthsFrom(thisMonth(), -1));
  const [unit, setUnit] = useQuery('unit', '');
  const [many, setMany] = useState(15);
  const units = useRead(() => all<{ id: string; name: string }>(`/agencies/${agency}/units`, 'units'), []);
  const read = useRead(async () => {
    const filter = unit ? `?unit=${unit}` : '';
    const lines = await all<Line>(`/agencies/${agency}/deductions/${month}${filter}`, 'lines', PAGES);
    return lines.filter((one) => one.state !== 'notInService').sort((a, b) =>
      b.openDays.length - a.openDays.length || a.employeeId.localeCompare(b.employeeId));
  }, [month, unit]);
  const open = (read.value ?? []).filter((line) => line.openDays.length > 0).length;
  const without = read.value?.find((line) => WITHOUT[line.state])?.state;
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
        <p class={`note ${open > 0 ? 'waits' : 'ok'}`}>{open > 0
          ? t('monthOpen', { n: open, all: lines.length }) : t('monthClosed', { all: lines.length })}</p>
        {without && <p class="note">{t(WITHOUT[without]!)}</p>}
        <Section title={t('monthTable')}>
          <People lines={lines.slice(0, many)} />
          <More of={lines.length} shown={many} step={15} show={setMany} />
        </Section>
      </div>}</Shown>
  </>;
}

function People({ lines }: { lines: Line[] }) {
  return <table class="rows">
    <thead><tr><th scope="col">{t('person')}</th><th scope="col" class="number">{t('deductions')}</th>
      <th scope="col" class="wide">{t('state')}</th>
      <th scope="col" class="number wide">{t('statusPresent')}</th>
      <th scope="col" class="number wide">{t('flexible')}</th>
      <th scope="col" class="number wide">{t('statusNone')}</th>
      <th scope="col" class="number wide">{t('late')}</th>
      <th scope="col" class="number wide">{t('early')}</th></tr></thead>
    <tbody>{lines.map((one) => <Person key={one.employeeId} of={one} />)}</tbody>
  </table>;
}

function Person({ of }: { of: Line }) {
  return <tr>
    <th scope="row"><Id of={of.employeeId} /><span class="under">{of.unitId}<span class="narrow">
      , {t('shortLine', { n: of.presentDays ?? 0, late: of.lateMinutes ?? 0 })}</span></span>
      {of.openDays.length > 0 && <span class="narrow"><State of={of} /></span>}</th>
    <td class="number"><b>{costs(of).map((one) => <span class="line" key={one}>{one}</span>)}</b></td>
    <td class="wide"><State of={of} /></td>
    <td class="number wide">{figure(of.presentDays)}</td>
    <td class="number wide">{figure(of.flexibleDays)}</td>
    <td class="number wide">{figure(of.noRecordDays)}</td>
    <td class="number wide">{figure(of.lateMinutes)}</td>
    <td class="number wide">{figure(of.earlyMinutes)}</td>
  </tr>;
}

const State = ({ of }: { of: Line }) => of.openDays.length > 0
  ? <span class="tag uncertain">{t('openN', { n: of.openDays.length })}</span>
  : <>{t(WITHOUT[of.state] ? 'monthNoFigure' : 'settled')}</>;

const figure = (value?: number) => value === undefined ? '–' : number(value);

/** Every unit in which the scheme deducts something; nothing deducted is said as percent of the month. */
function costs(of: Line): string[] {
  if (of.percentOfMonth === undefined) {
    return ['–'];
  }
  const all = (['percentOfMonth', 'percentOfDay', 'rupiah'] as const)
    .filter((unit) => (of[unit] ?? 0) > 0).map((unit) => amountOf({ amount: of[unit]!, unit }));
  return all.length > 0 ? all : [amountOf({ amount: 0, unit: 'percentOfMonth' })];
}
