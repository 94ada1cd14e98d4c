// A person's leave of a year: what stands, one more from day to day with its letter, and taking one back.
import { useState } from 'preact/hooks';
import { call, fault, Shown, useRead } from '../../api';
import { dayFrom } from '../../address';
import { Line, Pick, textOf } from '../../form';
import { day, t, type Word } from '../../words';
import { Change, type Cells } from './change';
import type { Known } from './choose';
import { dayOf } from './move';

interface Entry {
  kind: string; from: string; to: string; half?: string; fromTime?: string; toTime?: string; reference: string;
  cancelled: boolean;
}

const LONG = { dateStyle: 'long' } as const;
const KINDS: [string, Word][] = [['leave', 'leaveLeave'], ['sick', 'leaveSick'], ['dutyTravel', 'leaveTravel'],
  ['training', 'leaveTraining'], ['permission', 'leavePermission'], ['reward', 'leaveReward']];
const HALVES: [string, Word][] = [['first', 'halfFirst'], ['second', 'halfSecond']];

interface Props { who: string; known: Known; said: (done: string) => void }

/** The API says the day after the last; people say the last. */
const lastOf = (one: { to: string }) => dayFrom(one.to, -1);
const wordOf = (kind: string) => t(KINDS.find(([name]) => name === kind)?.[1] ?? 'statusOther');
const partOf = (one: Entry) => one.half ? t(one.half === 'first' ? 'halfFirst' : 'halfSecond')
  : one.fromTime ? `${one.fromTime}–${one.toTime}` : '';
const spanOf = (one: { from: string; to: string }) => one.from === lastOf(one) ? day(one.from, LONG)
  : t('leaveSpan', { from: day(one.from, LONG), to: day(lastOf(one), LONG) });

export function Leave({ who, known, said }: Props) {
  const [year, setYear] = useState(known.on.slice(0, 4));
  const [done, setDone] = useState(0);
  const path = `/employees/${encodeURIComponent(who)}/leave?year=${year}`;
  const read = useRead(async () => (await call<{ leave: Entry[] }>(path)).leave, [path, done]);
  const kept = (sentence: string) => {
    said(sentence);
    setDone(done + 1);
  };
  return <details class="leave"><summary>{t('leaveTitle')}</summary>
    <Pick id="leave-year" name="year" label={t('leaveYear')} given={year} choose={(next) => next && setYear(next)}
      options={[-1, 0, 1].map((step) => String(Number(known.on.slice(0, 4)) + step)).map((one) => [one, one])} />
    <Shown of={read}>{(entries) => entries.length === 0 ? <p class="empty">{t('leaveNone', { year })}</p>
      : <ul class="list">{entries.map((one) => <li key={one.reference + one.from}>
        <span class="pair"><b>{wordOf(one.kind)}</b> {one.cancelled
          && <span class="tag unknown">{t('leaveCalledOff')}</span>}</span>
        <span class="under">{[spanOf(one), partOf(one), one.reference].filter(Boolean).join(', ')}</span>
        {!one.cancelled && <details><summary>{t('leaveBack')}<span class="vh"> {one.reference}</span></summary>
          <Change kind="leave" cells={() => cellsOf(who, one)} then={kept} button={t('changeLook')}
            means={() => <Means of={one} />} done={() => t('leaveBackDone', { span: spanOf(one) })}>
            <p>{t('leaveBackHint')}</p></Change></details>}
      </li>)}</ul>}</Shown>
    <h3>{t('leaveNew')}</h3>
    <Write key={done} who={who} known={known} said={kept} />
  </details>;
}

const cellsOf = (who: string, one: Entry): Cells => ({ employeeId: who, kind: one.kind, from: one.from, to: one.to,
  reference: one.reference, half: one.half ?? '', fromTime: one.fromTime ?? '', toTime: one.toTime ?? '',
  cancelled: 'ya' });

const Means = ({ of }: { of: { from: string; to: string } }) => <p>{t('leaveMeans', { span: spanOf(of) })}</p>;

function Write({ who, known, said: then }: Props) {
  const cells = (form: FormData): Cells => {
    const from = dayOf(form, 'from', known.began);
    const last = dayOf(form, 'last', known.began);
    const [kind, reference] = [textOf(form, 'kind'), textOf(form, 'reference')];
    const missing = { ...(kind ? {} : { kind: t('leavePickKind') }),
      ...(reference ? {} : { reference: t('leaveSayLetter') }), ...(last < from ? { last: t('leaveLastFirst') } : {}) };
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    return { employeeId: who, kind, from, to: dayFrom(last, 1), reference, half: textOf(form, 'half') };
  };
  return <Change kind="leave" cells={cells} fields={{ to: 'last' }} then={then}
    means={(said) => <Means of={said as unknown as Entry} />}
    done={(said) => t('leaveDone', { span: spanOf(said as unknown as Entry) })}>
    <Pick id="leave-kind" name="kind" label={t('leaveKind')} options={KINDS.map(([name, word]) => [name, t(word)])} />
    <div class="facts-form">
      <Line id="leave-from" name="from" type="date" label={t('leaveFirst')} />
      <Line id="leave-last" name="last" type="date" label={t('leaveLast')} />
    </div>
    <Line id="leave-letter" name="reference" label={t('leaveLetter')} hint={t('leaveLetterHint')} most={64} />
    <Pick id="leave-half" name="half" label={t('leaveHalf')} hint={t('leaveHalfHint')}
      options={HALVES.map(([name, word]) => [name, t(word)])} />
  </Change>;
}
