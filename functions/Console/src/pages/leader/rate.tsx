// Whom a leader rates in a period, who has no rating yet, and the rating itself.
import { useRef, useState } from 'preact/hooks';
import { all, call, fault, find, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, number, t, timeHere } from '../../words';
import { Levels, levelsOf, missingOf, type Given } from './levels';
import { Suggested } from './suggestion';

interface Rating extends Given { raterId: string; reason?: string; ratedAt: string; version: number; late?: boolean }
interface Rated { employeeId: string; unitId: string; rating?: Rating }
interface Run { state: string; revision: number; objectionsUntil?: string }

/** Whether a rating is taken now: as it comes, with a reason since it makes a revision, or not at all. */
type Door = 'open' | 'late' | 'underWay' | 'final';

function doorOf(run: Run | null): Door {
  switch (run?.state) {
    case undefined: case 'held': return 'open';
    case 'published': return 'late';
    case 'final': return 'final';
    default: return run!.revision > 1 ? 'late' : 'underWay';
  }
}

export function Rate() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const [done, setDone] = useState('');
  const read = useRead(async () => {
    const [people, run] = await Promise.all([
      all<Rated>(`/agencies/${agency}/ratings/${period}?raterId=${person}`, 'people'),
      find<Run>(`/agencies/${agency}/runs/${period}`)]);
    return { people, run };
  }, [period]);
  return <>
    <h1>{t('rate')}</h1>
    <p class="lead">{t('rateLead')}</p>
    <Period value={period} choose={(next) => { setDone(''); setPeriod(next); }} />
    <Said words={done} />
    <Shown of={read}>{({ people, run }) => {
      const door = doorOf(run);
      return <>
        {door === 'late' && <p class="note waits">{t('rateLate', { period, n: run!.revision, next: run!.revision + 1 })}
          {run!.objectionsUntil && ` ${t('rateLateUntil', { date: day(run!.objectionsUntil) })}`}</p>}
        {(door === 'final' || door === 'underWay') && <p class="note">
          {t(door === 'final' ? 'rateFinal' : 'rateUnderWay', { period })}</p>}
        <Section title={t('rateOf', { n: people.filter((one) => one.rating).length, all: people.length })}>
          {people.length === 0 ? <p class="empty">{t('rateNobody')}</p>
            : <ul class="list">{[...people].sort((a, b) => Number(!!a.rating) - Number(!!b.rating)).map((one) =>
              <One key={one.employeeId} of={one} door={door} period={period}
                again={(words) => { setDone(words); read.again(); }} />)}</ul>}
        </Section>
      </>;
    }}</Shown>
  </>;
}

interface Props { of: Rated; door: Door; period: string; again: (words: string) => void }

function One({ of, door, period, again }: Props) {
  const path = `/agencies/${session()!.agency}/ratings/${period}/${of.employeeId}`;
  return <li>
    <h3><Id of={of.employeeId} />: {of.unitId}</h3>
    {of.rating ? <Stands of={of.rating} /> : <p class="late">{t('notRatedYet')}</p>}
    {(door === 'open' || door === 'late') && <details>
      <summary>{t(of.rating ? 'rateAgain' : 'rateNow')}<span class="vh"> {called(of.employeeId)}</span></summary>
      {of.employeeId !== session()!.person && <Suggested path={path} whose={of.employeeId} />}
      <Give key={of.rating?.version} of={of} door={door} period={period} again={again} /></details>}
  </li>;
}

function Stands({ of }: { of: Rating }) {
  return <p>{t('resultLevel')}: <b>{t(of.result)}</b>, {t('behaviourLevel')}: <b>{t(of.behaviour)}</b>
    <span class="under">{t('skpScore')} {number(of.skpScore, 2)}, {t('behaviourScore')}{' '}
      {number(of.behaviourScore, 2)}</span>
    <span class="under">{t('rateVersion', { n: of.version, who: called(of.raterId), time: timeHere(of.ratedAt) })}
      {of.late && `, ${t('rateCameLate')}`}</span>
    {of.reason && <q>{of.reason}</q>}</p>;
}

function Give({ of, door, period, again }: Props) {
  const base = useRef(of.rating?.version);
  const path = `/agencies/${session()!.agency}/ratings/${period}/${of.employeeId}`;
  const send = async (form: FormData) => {
    const [levels, reason] = [levelsOf(form), textOf(form, 'words')];
    const missing = { ...missingOf(levels), ...(door === 'late' && !reason ? { words: t('reasonEmpty') } : {}) };
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    const kept = await call<Rating>(path, {
      raterId: session()!.person, ...levels, ...(reason ? { reason } : {}),
    }, 'PUT', { headers: base.current ? { 'If-Match': `"${base.current}"` } : { 'If-None-Match': '*' } });
    return t(kept.late ? 'ratingKeptLate' : 'ratingKept', { who: called(of.employeeId), n: kept.version,
      result: t(kept.result), behaviour: t(kept.behaviour) });
  };
  const theirs = async () => {
    const stands = await find<Rating>(path);
    base.current = stands?.version;
    return stands ? <Stands of={stands} /> : undefined;
  };
  return <Form send={send} button={t('rateSend')} then={again} theirs={theirs}>
    <Levels id={`rate-${of.employeeId}`} given={of.rating} />
    <Text id={`rate-reason-${of.employeeId}`} label={t(door === 'late' ? 'rateReasonNeeded' : 'rateReason')}
      hint={t(door === 'late' ? 'rateReasonLate' : 'rateReasonHint')} />
  </Form>;
}
