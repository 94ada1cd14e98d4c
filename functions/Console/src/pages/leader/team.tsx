// What waits for a leader, the oldest first: days to rule on, corrections and objections to decide, feedback, proofs.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { dayFrom, lastQuarter, monthsFrom, quarterOf, thisMonth, today, useQuery } from '../../address';
import { called } from '../../names';
import { Id, Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, lang, monthName, t } from '../../words';
import type { Me } from '../employee/acts';
import type { Wanted } from '../employee/correction';
import type { Objected } from '../employee/objection';
import { Ask } from './ask';
import { Corrections } from './corrections';
import { Hearings } from './hearing';
import { Objections } from './objections';
import { Queue, type Queued } from './queue';

/** So many months of days are looked through at once: the API takes 93 days. */
const MONTHS = 3;

export interface Reminders { rated: number; notHeard: { employeeId: string; unitId: string }[] }
export type Case = Objected & { employeeId: string };

export function Team() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const [ruled, setRuled] = useState<string[]>([]);
  const [heard, setHeard] = useState('');
  const [until, setUntil] = useQuery('hingga', '');
  const last = until || thisMonth();
  const first = monthsFrom(last, 1 - MONTHS);
  const queue = useRead(() => all<Queued>(`/agencies/${agency}/rulings?${new URLSearchParams({
    superiorId: person, state: 'open', from: `${first}-01`,
    ...(until ? { to: dayFrom(`${monthsFrom(until, 1)}-01`, -1) } : {}) })}`, 'days'), [until]);
  const wanted = useRead(() => all<Wanted>(`/agencies/${agency}/corrections?raterId=${person}`, 'corrections'), []);
  const cases = useRead(() =>
    all<Case>(`/agencies/${agency}/objections/${period}?superiorId=${person}`, 'objections'), [period]);
  // Of the quarter that is under way: what is given now counts for it, and not for one that has ended.
  const running = quarterOf(today());
  const reminders = useRead(() =>
    call<Reminders>(`/agencies/${agency}/reminders/${running}?raterId=${person}`), []);
  const me = useRead(() => call<Me>('/me'), []);
  const entries = useRead(() => all(`/agencies/${agency}/daily-entries?raterId=${person}`, 'entries', 1), []);
  const people = [...new Set([
    ...queue.value?.map((one) => one.employeeId) ?? [],
    ...wanted.value?.map((one) => one.employeeId) ?? [],
    ...reminders.value?.notHeard.map((one) => one.employeeId) ?? [],
  ])].sort();
  const kept = (words: string) => { setRuled([words, ...ruled].slice(0, 3)); queue.again(); };
  const page = (name: string) => `/console/tim/${name}${lang() === 'en' ? '?lang=en' : ''}`;
  return <>
    <h1>{t('team')}</h1>
    <p class="lead">{t('teamLead')}</p>
    <ul class="counts">
      <Count of={queue.value?.length} word={t('queue')} oldest={queue.value?.[0]?.date} href="#hari" />
      <Count of={wanted.value?.length} word={t('wanted')} oldest={wanted.value?.[0]?.date} href="#koreksi" />
      <Count of={cases.value?.length} word={t('cases')} oldest={cases.value?.[0]?.filedAt.slice(0, 10)}
        href="#keberatan" />
      <Count of={me.value?.acts.filter((one) => one.act === 'beHeard' && one.employeeId).length} word={t('hearings')}
        href="#didengar" />
      <Count of={me.value?.waiting.reviews} word={t('reviews')} href={page('isyarat')} />
      <Count of={entries.value?.length} word={t('dailyWaiting')} href={page('harian')} />
      <Count of={reminders.value?.notHeard.length} word={t('notHeard')} href="#umpan" />
    </ul>
    <p class="pair"><a class="btn alt" href={page('bimbingan')}>{t('teamCoaching')}</a>
      <a class="btn alt" href={page('dialog')}>{t('teamDialogues')}</a></p>
    <div class="stack">
      <div id="hari"><Section title={t('queue')}>
        <p class="tiny">{t('queueLead')}</p>
        <p>{t('queueSpan', { from: monthName(first), to: monthName(last) })}</p>
        <p class="pair">
          <button class="btn alt" onClick={() => setUntil(monthsFrom(first, -1))}>{t('queueOlder')}</button>
          <button class="btn alt" aria-disabled={!until} onClick={() => until && setUntil('')}>
            {t('queueNewest')}</button></p>
        <div role="status">{ruled.map((words, at) => <p class="note ok" key={at}>{words}</p>)}</div>
        <Shown of={queue}>{(days) => days.length === 0 ? <p class="empty">{t('queueEmpty')}</p>
          : <Queue days={days} again={kept} />}</Shown>
      </Section></div>
      <div id="koreksi"><Section title={t('wanted')}>
        <Shown of={wanted}>{(list) => list.length === 0 ? <p class="empty">{t('wantedNone')}</p>
          : <Corrections of={list} again={wanted.again} />}</Shown>
      </Section></div>
      <div id="didengar">
        <Said words={heard} />
        <Hearings again={(words) => { setHeard(words); me.again(); }} /></div>
      <Period value={period} choose={setPeriod} />
      <div id="keberatan"><Section title={t('cases')}>
        <Shown of={cases}>{(list) => list.length === 0 ? <p class="empty">{t('casesNone', { period })}</p>
          : <Objections of={list} period={period} again={cases.again} />}</Shown>
      </Section></div>
      <div class="two even">
        <div id="umpan"><Section title={t('notHeard')}>
          <Shown of={reminders}>{({ notHeard }) => notHeard.length === 0
            ? <p class="empty">{t('notHeardNone', { period: running })}</p>
            : <><p class="tiny">{t('notHeardIn', { period: running })}</p>
              <ul class="people">{notHeard.map((one) => <li key={one.employeeId}>
                <Id of={one.employeeId} /> {one.unitId} <a href={`/console/tim/umpan-balik?${new URLSearchParams({
                  pegawai: one.employeeId, lang: lang() })}`}>{t('giveFeedback')}
                  <span class="vh"> {called(one.employeeId)}</span></a></li>)}</ul></>}</Shown>
          <p><a class="btn alt" href={page('umpan-balik')}>{t('teamFeedback')}</a></p>
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
