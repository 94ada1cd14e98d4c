// What changed in months that were closed: what the month takes up, person by person, with its causes.
import { useState } from 'preact/hooks';
import { Becomes, Id, More, Section } from '../../parts';
import { day, monthName, t, type Word } from '../../words';
import { amountOf } from '../employee/deductions';
import type { PayrollMonth } from './payroll';

interface Sums { percentOfMonth: number; percentOfDay: number; rupiah: number }
export interface Difference extends Sums {
  employeeId: string; month: string; before?: Sums; after?: Sums; days: string[]; causes: string[];
}

const CAUSES: Record<string, Word> = {
  correction: 'causeCorrection', ruling: 'causeRuling', leave: 'causeLeave', policy: 'causePolicy',
  records: 'causeRecords',
};
const UNITS = ['percentOfMonth', 'percentOfDay', 'rupiah'] as const;
const FIRST = 15;

export function Differences({ of, month }: { of: Difference[]; month: PayrollMonth }) {
  const [many, setMany] = useState(FIRST);
  const name = monthName(month.month);
  return <Section title={t('differences')}>
    <p>{t(month.state === 'closed' ? 'differencesTaken' : 'differencesToTake', { month: name })}</p>
    {of.length === 0 ? <p class="empty">{t('differencesNone')}</p> : <>
      <table class="rows">
        <thead><tr><th scope="col">{t('person')}</th><th scope="col">{t('cause')}</th>
          <th scope="col" class="wide">{t('beforeAfter')}</th>
          <th scope="col" class="number">{t('difference')}</th></tr></thead>
        <tbody>{of.slice(0, many).map((one) => <Row key={`${one.employeeId} ${one.month}`} of={one} />)}</tbody>
      </table>
      <More of={of.length} shown={many} step={50} show={setMany} /></>}
  </Section>;
}

function Row({ of }: { of: Difference }) {
  const change = <>{textOf(of.before)}<Becomes />{textOf(of.after)}</>;
  return <tr>
    <th scope="row"><Id of={of.employeeId} /><span class="under">{monthName(of.month)}</span></th>
    <td>{of.causes.map((cause) => t(CAUSES[cause] ?? 'statusOther')).join(', ')}
      <span class="under">{of.days.map((date) => day(date, { day: 'numeric', month: 'short' })).join(', ')}</span>
      <span class="under narrow">{change}</span></td>
    <td class="wide">{change}</td>
    <td class="number">{UNITS.filter((unit) => of[unit] !== 0).map((unit) => <span key={unit} class="line">
      <b>{of[unit] > 0 ? '+' : '−'}{amountOf({ amount: Math.abs(of[unit]), unit })}</b>
      <span class="under">{t(of[unit] > 0 ? 'differenceMore' : 'differenceBack')}</span></span>)}</td>
  </tr>;
}

/** Of a month without a statement there is no figure, which is not zero. */
function textOf(sums?: Sums) {
  const parts = UNITS.filter((unit) => sums?.[unit]).map((unit) => amountOf({ amount: sums![unit], unit }));
  return !sums ? '–' : parts.length > 0 ? parts.join(', ') : amountOf({ amount: 0, unit: 'percentOfMonth' });
}
