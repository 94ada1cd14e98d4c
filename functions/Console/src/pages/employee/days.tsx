// A month of one's own: each day with its verdict, why, what it costs, and what one can do about it.
import { useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { thisMonth, useQuery } from '../../address';
import { Months, PrintLink } from '../../parts';
import { session } from '../../session';
import { t } from '../../words';
import { Calendar, type Day } from './calendar';
import { Deductions, type Statement } from './deductions';
import { Detail, type CheckIn, type RuledDay, type Wanted } from './day';

export function Days() {
  const me = `/employees/${session()!.person}`;
  const [month, setMonth] = useQuery('bulan', thisMonth());
  const [chosen, choose] = useQuery('hari', '');
  const [picked, pick] = useState('');
  const read = useRead(async () => {
    const [days, ins, rulings, corrections, statement] = await Promise.all([
      call<{ days: Day[] }>(`${me}/attendance/${month}`),
      call<{ checkIns: CheckIn[] }>(`${me}/check-ins?month=${month}`),
      call<{ days: RuledDay[] }>(`${me}/rulings?month=${month}`),
      call<{ corrections: Wanted[] }>(`${me}/corrections?month=${month}`),
      call<Statement>(`${me}/attendance/${month}/deductions`),
    ]);
    return {
      days: days.days, checkIns: ins.checkIns, rulings: rulings.days, corrections: corrections.corrections, statement,
    };
  }, [month]);
  return <>
    <h1>{t('days')}</h1>
    <p class="lead">{t('daysLead')}</p>
    <Months value={month} choose={setMonth} />
    <p><PrintLink paper="attendance" of={month} key={month} /></p>
    <Shown of={read}>{({ days, checkIns, rulings, corrections, statement }) => days.length === 0
      ? <p class="empty">{t('noRecordDay')}</p>
      : <div class="two month">
        <Calendar days={days} chosen={chosen} choose={(date) => { pick(date); choose(date); }}
          waiting={new Set(rulings.filter((one) => !one.ruling.outcome).map((one) => one.date))} />
        {days.some((one) => one.date === chosen)
          ? <Detail key={chosen} of={days.find((one) => one.date === chosen)!} isPicked={chosen === picked}
            again={read.again}
            checkIns={checkIns.filter((one) => (one.workDate ?? one.timeThatCounts.slice(0, 10)) === chosen)}
            ruled={rulings.find((one) => one.date === chosen)}
            corrections={corrections.filter((one) => one.date === chosen)}
            cost={statement.lines?.filter((one) => one.date === chosen) ?? []} />
          : <p class="empty">{t('pickDay')}</p>}
        <Deductions of={statement} />
      </div>}</Shown>
  </>;
}
