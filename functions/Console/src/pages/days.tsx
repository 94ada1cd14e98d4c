// A month of one's own: each day with its verdict, why, the check-ins behind it, and a correction to ask for.
import { useState } from 'preact/hooks';
import { call, problemOf, Shown, Trouble, useRead, type Problem } from '../api';
import { monthsFrom, thisMonth, useQuery } from '../address';
import { Reasons, Section, Verdict, type Reason } from '../parts';
import { session } from '../session';
import { clock, day, lang, number, t, type Word } from '../words';

interface Day {
  date: string; status: string; firstIn?: string; lastOut?: string; lateMinutes?: number; earlyMinutes?: number;
  reasons: Reason[];
}
interface CheckIn {
  id: string; kind: string; placement: string; timeThatCounts: string; workDate?: string; signedDistanceMetres?: number;
  reasons: Reason[];
}

const STATUS: Record<string, [Word, string]> = {
  present: ['statusPresent', 'plain'], dayOff: ['statusOff', 'off'], needsReview: ['statusReview', 'waits'],
  uncertain: ['statusUncertain', 'waits'], noRecord: ['statusNone', 'none'], notYet: ['statusNotYet', 'off'],
  halfDay: ['statusHalf', 'plain'], leave: ['statusExcused', 'off'], sick: ['statusExcused', 'off'],
  dutyTravel: ['statusExcused', 'plain'], training: ['statusExcused', 'plain'], permission: ['statusExcused', 'off'],
  absent: ['statusAbsent', 'none'],
};
const statusOf = (status: string) => STATUS[status] ?? ['statusOther', 'off'] as [Word, string];

export function Days() {
  const person = session()!.person;
  const [month, setMonth] = useQuery('bulan', thisMonth());
  const [chosen, choose] = useQuery('hari', '');
  const read = useRead(async () => {
    const [days, ins] = await Promise.all([
      call<{ days: Day[] }>(`/employees/${person}/attendance/${month}`),
      call<{ checkIns: CheckIn[] }>(`/employees/${person}/check-ins?month=${month}`),
    ]);
    return { month, days: days.days, checkIns: ins.checkIns };
  }, [month]);
  return <>
    <h1>{t('days')}</h1>
    <p class="lead">{t('daysLead')}</p>
    <div class="months">
      <button class="btn alt" onClick={() => setMonth(monthsFrom(month, -1))}>← {t('before')}</button>
      <h2 aria-live="polite">{day(`${month}-01`, { month: 'long', year: 'numeric' })}</h2>
      <button class="btn alt" onClick={() => setMonth(monthsFrom(month, 1))}>{t('after')} →</button>
    </div>
    <Shown of={read}>{({ days, checkIns }) => days.length === 0
      ? <p class="empty">{t('noRecordDay')}</p>
      : <div class="two">
        <Calendar days={days} chosen={chosen} choose={choose} />
        {days.some((one) => one.date === chosen) && <Detail key={chosen}
          of={days.find((one) => one.date === chosen)!}
          checkIns={checkIns.filter((one) => (one.workDate ?? one.timeThatCounts.slice(0, 10)) === chosen)} />}
      </div>}</Shown>
  </>;
}

function Calendar({ days, chosen, choose }: { days: Day[]; chosen: string; choose: (date: string) => void }) {
  const weekdays: Word[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const weeks: (Day | null)[][] = [];
  for (const one of days) {
    const at = (new Date(`${one.date}T12:00:00Z`).getUTCDay() + 6) % 7;
    if (weeks.length === 0 || at === 0) {
      weeks.push(Array<Day | null>(7).fill(null));
    }
    weeks[weeks.length - 1]![at] = one;
  }
  return <table class="calendar">
    <caption class="vh">{day(days[0]!.date, { month: 'long', year: 'numeric' })}</caption>
    <thead><tr>{weekdays.map((word) => <th key={word} scope="col">{t(word)}</th>)}</tr></thead>
    <tbody>{weeks.map((week, row) => <tr key={row}>{week.map((one, at) => <td key={at}>{one && <button
      class={`day ${statusOf(one.status)[1]}`} aria-pressed={one.date === chosen}
      onClick={() => choose(one.date)}>
      <b>{Number(one.date.slice(8))}</b>
      <span class="vh">{day(one.date)}: </span>
      <span class="word">{t(statusOf(one.status)[0])}</span>
      {one.firstIn && <span class="hour">{clock(one.firstIn)}</span>}
    </button>}</td>)}</tr>)}</tbody>
  </table>;
}

function Detail({ of, checkIns }: { of: Day; checkIns: CheckIn[] }) {
  return <div class="stack" aria-live="polite">
    <Section title={day(of.date)}>
      <p><b>{t(statusOf(of.status)[0])}</b></p>
      <h3>{t('why')}</h3>
      <Reasons of={of.reasons} />
      <dl class="facts">
        {of.firstIn && <div><dt>{t('arrived')}</dt><dd>{clock(of.firstIn)}</dd></div>}
        {of.lastOut && <div><dt>{t('left')}</dt><dd>{clock(of.lastOut)}</dd></div>}
        {of.lateMinutes ? <div><dt>{t('late')}</dt><dd>{number(of.lateMinutes)}</dd></div> : null}
        {of.earlyMinutes ? <div><dt>{t('early')}</dt><dd>{number(of.earlyMinutes)}</dd></div> : null}
      </dl>
    </Section>
    <Section title={t('checkIns')}>
      {checkIns.length === 0 ? <p class="empty">{t('noCheckIns')}</p>
        : <ul class="list">{checkIns.map((one) => <li key={one.id}>
          <p><b>{t(one.kind as Word)} {clock(one.timeThatCounts)}</b> <Verdict placement={one.placement} /></p>
          {one.signedDistanceMetres !== undefined
            && <p>{t('distance', { n: number(Math.abs(one.signedDistanceMetres)) })}</p>}
          <Reasons of={one.reasons} />
          <Receipt id={one.id} />
        </li>)}</ul>}
    </Section>
    <Correction date={of.date} />
  </div>;
}

/** The stored check-in as the server gives it, read when it is opened. */
function Receipt({ id }: { id: string }) {
  const [text, setText] = useState('');
  return <details onToggle={(event) => {
    if (event.currentTarget.open && text === '') {
      call<unknown>(`/employees/${session()!.person}/check-ins/${id}`).then(
        (value) => setText(JSON.stringify(value, null, 2)), (fault: unknown) => setText(problemOf(fault).title));
    }
  }}>
    <summary>{t('receipt')} <code>{id}</code></summary>
    <p>{t('receiptLead')}</p>
    <pre tabIndex={0} role="region" aria-label={`${t('receipt')} ${id}`}>{text || t('loading')}</pre>
  </details>;
}

function Correction({ date }: { date: string }) {
  const [state, setState] = useState<{ problem?: Problem; sent?: boolean }>({});
  const [id] = useState(() => `koreksi-${crypto.randomUUID()}`);
  const submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    call(`/employees/${session()!.person}/corrections`, {
      id, date, kind: form.get('kind'), time: form.get('time'), evidence: form.get('evidence'),
      requestedById: session()!.person,
    }).then(() => setState({ sent: true }), (fault: unknown) => setState({ problem: problemOf(fault) }));
  };
  return <Section title={t('correct')}>
    <p>{t('correctLead')}</p>
    {state.sent ? <p class="note ok" role="status">{t('sent')}</p>
      : <form onSubmit={submit} lang={lang()}>
        {state.problem && <Trouble problem={state.problem} />}
        <label for="kind">{t('kind')}</label>
        <select id="kind" name="kind"><option value="arrival">{t('arrival')}</option>
          <option value="leaving">{t('leaving')}</option></select>
        <label for="time">{t('time')}</label>
        <input id="time" name="time" required pattern="[0-2]\d:[0-5]\d" inputMode="numeric" />
        <label for="evidence">{t('evidence')}</label>
        <textarea id="evidence" name="evidence" required maxLength={1000} />
        <button class="btn">{t('send')}</button>
      </form>}
  </Section>;
}
