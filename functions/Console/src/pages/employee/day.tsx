// One day: what it came to and why, the check-ins behind it, what it costs, its ruling, and a correction to ask for.
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, problemOf } from '../../api';
import { goTo } from '../../focus';
import { Reasons, Section, Verdict, type Reason } from '../../parts';
import { session } from '../../session';
import { clock, day, distanceOf, number, t, type Word } from '../../words';
import { statusOf, type Day } from './calendar';
import { Correction, type Wanted } from './correction';
import { amountOf, eventOf, type Cost } from './deductions';
import { DayMap } from './evidence';
import { Ruled, type RuledDay } from './ruling';

export type { RuledDay, Wanted };
export interface CheckIn {
  id: string; kind: string; placement: string; timeThatCounts: string; workDate?: string; signedDistanceMetres?: number;
  reasons: Reason[];
}

interface Props {
  of: Day; checkIns: CheckIn[]; ruled?: RuledDay; corrections: Wanted[]; cost: Cost[]; again: () => void;
  /** Whether it was picked just now, and not by the address: then one goes on here. */
  isPicked: boolean;
}

export function Detail({ of, checkIns, ruled, corrections, cost, again, isPicked }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (isPicked) { goTo(box.current); } }, []);
  return <div class="stack" ref={box}>
    <Section title={day(of.date)}>
      <p><b>{statusOf(of.status)}</b></p>
      <dl class="facts">
        {of.firstIn && <div><dt>{t('arrived')}</dt><dd>{clock(of.firstIn)}</dd></div>}
        {of.lastOut && <div><dt>{t('left')}</dt><dd>{clock(of.lastOut)}</dd></div>}
        {of.lateMinutes ? <div><dt>{t('late')}</dt><dd>{number(of.lateMinutes)}</dd></div> : null}
        {of.earlyMinutes ? <div><dt>{t('early')}</dt><dd>{number(of.earlyMinutes)}</dd></div> : null}
      </dl>
      <h3>{t('why')}</h3>
      <Reasons of={of.reasons} />
      {cost.map((one, at) => <p class="note waits" key={at}>{eventOf(one)}: <b>{amountOf(one)}</b></p>)}
    </Section>
    {ruled && <Ruled of={ruled} again={again} />}
    <Section title={t('checkIns')}>
      {checkIns.length === 0 ? <p class="empty">{t('noCheckIns')}</p>
        : <ul class="list">{checkIns.map((one) => <li key={one.id}>
          <p><b>{t(one.kind as Word)} {clock(one.timeThatCounts)}</b> <Verdict placement={one.placement} /></p>
          {one.signedDistanceMetres !== undefined
            && <p>{distanceOf(one.signedDistanceMetres)}</p>}
          <Reasons of={one.reasons} />
          <Receipt id={one.id} />
        </li>)}</ul>}
      {checkIns.length > 0 && <DayMap key={of.date} person={session()!.person} date={of.date} own />}
    </Section>
    <Correction date={of.date} asked={corrections} again={again} />
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
