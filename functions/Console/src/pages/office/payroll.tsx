// A month's payroll: whether it is closed, what closing takes in, the closing itself, and what changed afterwards.
import { useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { monthsFrom, thisMonth, useQuery } from '../../address';
import { Downloads } from '../../downloads';
import { called } from '../../names';
import { Months, Section } from '../../parts';
import { session } from '../../session';
import { monthName, t, timeHere, type Word } from '../../words';
import { Close } from './close';
import { Contents } from './contents';
import { Schemes } from './schemes';

export interface PayrollMonth {
  month: string; state: 'open' | 'closing' | 'closed'; closedById?: string; closedAt?: string;
}

const STATES: Record<PayrollMonth['state'], [Word, Word]> = {
  open: ['payrollOpen', 'payrollIsOpen'], closing: ['payrollClosing', 'payrollIsClosing'],
  closed: ['payrollClosed', 'payrollIsClosed'],
};
const LAST = 6;

export function Payroll() {
  const { agency } = session()!;
  const path = (month: string) => `/agencies/${agency}/payroll-months/${month}`;
  const [month, setMonth] = useQuery('bulan', monthsFrom(thisMonth(), -1));
  const read = useRead(() => call<PayrollMonth>(path(month)), [month]);
  const last = useRead(async () => {
    const { beganOn } = await call<{ beganOn: string }>(`/agencies/${agency}`);
    const months = Array.from({ length: LAST }, (_, back) => monthsFrom(thisMonth(), -1 - back));
    return Promise.all(months.filter((one) => one >= beganOn.slice(0, 7)).map((one) => call<PayrollMonth>(path(one))));
  }, []);
  const known = last.value;
  const again = () => { read.again(); last.again(); };
  return <>
    <h1>{t('payroll')}</h1>
    <p class="lead">{t('payrollLead')}</p>
    <Months value={month} choose={setMonth} {...(known && known.length < LAST ? { first: known.at(-1)?.month } : {})} />
    <Schemes month={month} />
    <Shown of={read}>{(value) => <div class="two">
      <Act key={value.month} of={value} again={again} />
      <div class="stack">
        <Section title={t('payrollLast')}><Shown of={last}>{() =>
          <Last months={known!} shown={month} choose={setMonth} />}</Shown></Section>
        <Section title={t('download')}>
          <p class="tiny">{t('downloadHint')}</p>
          <Downloads files={[
            [t('fileDeductions'), `/agencies/${agency}/exports/deductions/${value.month}`],
            [t('fileAttendance'), `/agencies/${agency}/exports/attendance/${value.month}`],
          ]} />
        </Section>
      </div>
    </div>}</Shown>
  </>;
}

/** First looked at, then closed; what was done here stays to be read. */
function Act({ of, again }: { of: PayrollMonth; again: () => void }) {
  const [checked, setChecked] = useState(false);
  const [closing, setClosing] = useState(false);
  const month = monthName(of.month);
  return <div class="stack">
    <div role="status"><p class={`note ${of.state === 'closed' ? 'ok' : of.state === 'closing' ? 'waits' : ''}`}>
      {t(STATES[of.state][0], {
        month, who: called(of.closedById ?? ''), time: of.closedAt ? timeHere(of.closedAt) : '' })}</p></div>
    <Contents of={of} found={(over) => setChecked(over)} />
    {(closing || (checked && of.state !== 'closed')) && <Close of={of} again={() => { setClosing(true); again(); }} />}
  </div>;
}

function Last({ months, shown, choose }: {
  months: PayrollMonth[]; shown: string; choose: (month: string) => void;
}) {
  return <table class="rows"><thead><tr><th scope="col">{t('month')}</th><th scope="col">{t('state')}</th>
    <th scope="col"><span class="vh">{t('show')}</span></th></tr></thead>
  <tbody>{months.map((one) => <tr key={one.month}>
    <th scope="row">{monthName(one.month)}</th>
    <td>{t(STATES[one.state][1])}</td>
    <td><button class="btn quiet" aria-pressed={one.month === shown} onClick={() => choose(one.month)}>
      {t('show')}<span class="vh"> {monthName(one.month)}</span></button></td></tr>)}</tbody></table>;
}
