// What closing a month takes in, or took in: read when it is asked for, since it goes through the whole agency.
import { useEffect, useRef, useState } from 'preact/hooks';
import { all, eachLine, problemOf, Trouble, type Problem } from '../../api';
import { Id, More, Section } from '../../parts';
import { session } from '../../session';
import { monthName, number, t, type Word } from '../../words';
import { Differences, type Difference } from './differences';
import type { PayrollMonth } from './payroll';

/** A line of the export of deductions; without figures the state says why. */
interface Line {
  employeeId: string; unitName: string; state: string; percentOfMonth?: number; percentOfDay?: number; rupiah?: number;
  openDays?: number; openDates?: string;
}
interface Sums { people: number; deducted: number; openDays: number; open: Line[]; without: Record<string, number> }

const WITHOUT: Record<string, Word> = {
  monthNotOver: 'payrollNotOver', noPolicy: 'payrollNoPolicy', notInPayroll: 'payrollNotIn',
};
/** So many people are counted before the page says again how far it is. */
const EVERY = 200;
const PAGES = 1000;

/** Tells whether the month is over for everybody once it has looked; then the outcome has the focus. */
export function Contents({ of, found }: { of: PayrollMonth; found: (over: boolean) => void }) {
  const [state, setState] = useState<{
    read?: number; sums?: Sums; differences?: Difference[]; problem?: Problem;
  }>({});
  const month = monthName(of.month);
  const check = async () => {
    setState({ read: 0 });
    try {
      const { agency } = session()!;
      const sums = await sumsOf(`/agencies/${agency}/exports/deductions/${of.month}?format=jsonl`,
        (read) => setState({ read }));
      const differences = await all<Difference>(
        `/agencies/${agency}/payroll-months/${of.month}/differences`, 'differences', PAGES);
      setState({ sums, differences });
      found(!sums.without.monthNotOver);
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  const { read, sums, differences, problem } = state;
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => outcome.current?.focus(), [sums]);
  return <>
    <Section title={t(of.state === 'closed' ? 'payrollTook' : 'payrollTakes')}>
      {problem && <Trouble problem={problem} />}
      {!sums && <><p>{t('payrollCheckHint')}</p>
        <p><button class="btn" disabled={read !== undefined} onClick={() => void check()}>
          {read === undefined ? t('payrollCheck', { month }) : t('payrollChecking', { n: number(read) })}
        </button></p></>}
      {sums && <>
        <p class="tiny" tabIndex={-1} ref={outcome}>{t('payrollRead', { n: number(sums.people) })}</p>
        <Found of={sums} month={of} /></>}
    </Section>
    {differences && <Differences of={differences} month={of} />}
  </>;
}

async function sumsOf(path: string, tell: (read: number) => void): Promise<Sums> {
  const sums: Sums = { people: 0, deducted: 0, openDays: 0, open: [], without: {} };
  let read = 0;
  await eachLine<Line>(path, (line) => {
    read++;
    if (read % EVERY === 0) {
      tell(read);
    }
    if (line.state === 'notInService') {
      return;
    }
    sums.people++;
    sums.deducted += line.percentOfMonth || line.percentOfDay || line.rupiah ? 1 : 0;
    sums.openDays += line.openDays ?? 0;
    if (line.openDays) {
      sums.open.push(line);
    }
    if (WITHOUT[line.state]) {
      sums.without[line.state] = (sums.without[line.state] ?? 0) + 1;
    }
  });
  sums.open.sort((a, b) => b.openDays! - a.openDays! || a.employeeId.localeCompare(b.employeeId));
  return sums;
}

function Found({ of, month }: { of: Sums; month: PayrollMonth }) {
  const without = Object.values(of.without).reduce((sum, n) => sum + n, 0);
  return <>
    <dl class="facts">
      <div><dt>{t('payrollPeople')}</dt><dd>{number(of.people)}</dd></div>
      <div><dt>{t('payrollDeducted')}</dt><dd>{number(of.deducted)}</dd></div>
      <div><dt>{t('payrollOpenPeople')}</dt><dd>{number(of.open.length)}</dd></div>
      <div><dt>{t('payrollWithout')}</dt><dd>{number(without)}</dd></div>
    </dl>
    {Object.entries(of.without).map(([state, n]) => <p key={state} class="note waits">
      {t(WITHOUT[state]!, { n: number(n) })}</p>)}
    {of.open.length > 0 ? <>
      <p class="note waits">{t(month.state === 'closed' ? 'payrollOpenDaysThen' : 'payrollOpenDays',
        { n: number(of.open.length), days: number(of.openDays) })}</p>
      <OpenPeople of={of.open} month={month.month} /></>
      : without === 0 && <p class="note ok">{t('payrollAllClear')}</p>}
  </>;
}

function OpenPeople({ of, month }: { of: Line[]; month: string }) {
  const [many, setMany] = useState(10);
  return <>
    <table class="rows"><caption class="vh">{t('payrollOpenPeople')}</caption>
      <thead><tr><th scope="col">{t('person')}</th><th scope="col">{t('openDates')}</th></tr></thead>
      <tbody>{of.slice(0, many).map((one) => <tr key={one.employeeId}>
        <th scope="row"><Id of={one.employeeId} /><span class="under">{one.unitName}</span></th>
        <td>{one.openDates?.split(' ').map(Number).join(', ')}
          <span class="under">{t('openN', { n: one.openDays! })}</span></td></tr>)}</tbody></table>
    <More of={of.length} shown={many} step={50} show={setMany} />
    <p><a href={`/console/kantor/bulan?bulan=${month}`}>{t('payrollSeeMonth')}</a></p>
  </>;
}
