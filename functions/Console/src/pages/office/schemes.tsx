// Which document the figures of a month lack, since when, and what to do: deductions and allowances have no default.
import { call, useRead } from '../../api';
import { dayFrom, quarterOf } from '../../address';
import { may, session } from '../../session';
import { day, monthName, t, type Word } from '../../words';

interface Document { from: string }
interface Lacking { kind: 'deduction' | 'allowance'; on: string; of: string; since: string; first?: string }

const LONG = { dateStyle: 'long' } as const;
const SAID: Record<Lacking['kind'], Word> = { deduction: 'schemeDeduction', allowance: 'schemeAllowance' };

/** The last day of a quarter such as 2026-Q1. */
const lastOf = (quarter: string) => {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return dayFrom(number === 4 ? `${year + 1}-01-01` : `${year}-${String(3 * number + 1).padStart(2, '0')}-01`, -1);
};

/** The month's deductions hold by its first day, the allowance of its quarter by that one's last. */
async function read(month: string): Promise<Lacking[]> {
  const root = `/agencies/${session()!.agency}`;
  const { beganOn } = await call<{ beganOn: string }>(root);
  const asked: [Lacking['kind'], string, string][] = [['deduction', `${month}-01`, monthName(month)],
    ['allowance', lastOf(quarterOf(`${month}-01`)), quarterOf(`${month}-01`)]];
  const found = await Promise.all(asked.map(async ([kind, on, of]): Promise<Lacking | null> => {
    const { documents } = await call<{ documents: Document[] }>(`${root}/policies/${kind}`);
    const days = documents.map((one) => one.from).sort();
    return days.some((from) => from <= on) ? null : { kind, on, of, since: beganOn, first: days[0] };
  }));
  return found.filter((one) => one !== null);
}

/** Nothing where both are there, or where the token may not read documents. */
export function Schemes({ month }: { month: string }) {
  const found = useRead(async () => may('policies.read') ? read(month) : [], [month]);
  return <>{found.value?.map((one) => <div key={one.kind} class="note waits">
    <p><b>{t(SAID[one.kind], { date: day(one.on, LONG), of: one.of })}</b></p>
    <p>{one.first ? t('schemeLater', { since: day(one.since, LONG), first: day(one.first, LONG) })
      : t('schemeNever', { since: day(one.since, LONG) })}</p>
    <p>{t('schemeDo', { date: day(one.on, LONG) })} <code>PUT /agencies/{session()!.agency}/policies/{one.kind}/{one.on}
    </code></p></div>)}</>;
}
