// What waits for a leader, the oldest first: days to rule on, corrections and objections to decide, feedback, proofs.
import { all, call, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Id, Period, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import type { Wanted } from '../employee/correction';
import type { Objected } from '../employee/objection';
import { Ask } from './ask';
import { Corrections } from './corrections';
import { Objections } from './objections';
import { Queue, type Queued } from './queue';

interface Reminders { rated: number; notHeard: { employeeId: string; unitId: string }[] }
export type Case = Objected & { employeeId: string };

export function Team() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const queue = useRead(() =>
    all<Queued>(`/agencies/${agency}/rulings?superiorId=${person}&state=open`, 'days'), []);
  const wanted = useRead(() => all<Wanted>(`/agencies/${agency}/corrections?raterId=${person}`, 'corrections'), []);
  const cases = useRead(() =>
    all<Case>(`/agencies/${agency}/objections/${period}?superiorId=${person}`, 'objections'), [period]);
  const reminders = useRead(() =>
    call<Reminders>(`/agencies/${agency}/reminders/${period}?raterId=${person}`), [period]);
  const people = [...new Set([
    ...queue.value?.map((one) => one.employeeId) ?? [],
    ...wanted.value?.map((one) => one.employeeId) ?? [],
    ...reminders.value?.notHeard.map((one) => one.employeeId) ?? [],
  ])].sort();
  return <>
    <h1>{t('team')}</h1>
    <p class="lead">{t('teamLead')}</p>
    <ul class="counts">
      <Count of={queue.value?.length} word={t('queue')} oldest={queue.value?.[0]?.date} href="#hari" />
      <Count of={wanted.value?.length} word={t('wanted')} oldest={wanted.value?.[0]?.date} href="#koreksi" />
      <Count of={cases.value?.length} word={t('cases')} oldest={cases.value?.[0]?.filedAt.slice(0, 10)}
        href="#keberatan" />
      <Count of={reminders.value?.notHeard.length} word={t('notHeard')} href="#umpan" />
    </ul>
    <div class="stack">
      <div id="hari"><Section title={t('queue')}>
        <p class="tiny">{t('queueLead')}</p>
        <Shown of={queue}>{(days) => days.length === 0 ? <p class="empty">{t('queueEmpty')}</p>
          : <Queue days={days} again={queue.again} />}</Shown>
      </Section></div>
      <div id="koreksi"><Section title={t('wanted')}>
        <Shown of={wanted}>{(list) => list.length === 0 ? <p class="empty">{t('wantedNone')}</p>
          : <Corrections of={list} again={wanted.again} />}</Shown>
      </Section></div>
      <Period value={period} choose={setPeriod} />
      <div id="keberatan"><Section title={t('cases')}>
        <Shown of={cases}>{(list) => list.length === 0 ? <p class="empty">{t('casesNone', { period })}</p>
          : <Objections of={list} period={period} again={cases.again} />}</Shown>
      </Section></div>
      <div class="two even">
        <div id="umpan"><Section title={t('notHeard')}>
          <Shown of={reminders}>{({ notHeard }) => notHeard.length === 0
            ? <p class="empty">{t('notHeardNone', { period })}</p>
            : <ul class="people">{notHeard.map((one) => <li key={one.employeeId}>
              <Id of={one.employeeId} /> {one.unitId}</li>)}</ul>}</Shown>
        </Section></div>
        <Ask known={people} />
      </div>
    </div>
  </>;
}

/** A zero stays and says why it is zero, by its edge and its words. */
function Count({ of, word, oldest, href }: { of?: number; word: string; oldest?: string; href: string }) {
  return <li><a class={`card count ${of === 0 ? 'in' : 'waits'}`} href={href}>
    <b class="figure">{of ?? '…'}</b>
    <span>{word}<span class="under">{of === 0 ? t('nothingWaits')
      : oldest ? t('oldest', { date: day(oldest, { dateStyle: 'long' }) }) : ''}</span></span>
  </a></li>;
}
