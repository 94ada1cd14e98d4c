// How far my people are by their coaching sessions, a session written down, and my view as a coach's superior.
import { useState } from 'preact/hooks';
import { all, call, fault, Shown, useRead } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Becomes, Id, Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import { SessionOf, Step, type Session } from '../employee/sessions';
import { WriteSession } from './session';

export interface Progress {
  employeeId: string; sessions: number; lastHeldOn?: string; rated: number; viewed: number;
  aims: { id: string; words: string; firstStep: number; lastStep: number }[];
}

export function TeamCoaching() {
  const { agency, person } = session()!;
  const [period, setPeriod] = useQuery('periode', quarterOf(today()));
  const [other, setOther] = useQuery('pegawai', '');
  const [done, setDone] = useState('');
  const read = useRead(() => all<Progress>(
    `/agencies/${agency}/coaching-progress?raterId=${person}&period=${period}`, 'people'), [period]);
  return <>
    <h1>{t('teamCoaching')}</h1>
    <p class="lead">{t('teamCoachingLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Said words={done} />
    <div class="stack">
      <Section title={t('coachingProgress', { period })}>
        <Shown of={read}>{(people) => people.length === 0 ? <p class="empty">{t('coachingNobody')}</p>
          : <ul class="list">{people.map((one) => <li key={one.employeeId}>
            <Coached of={one} period={period} again={(words) => { setDone(words); read.again(); }} /></li>)}</ul>}
        </Shown>
      </Section>
      <Section title={t('viewTitle')}>
        <p>{t('viewLead')}</p>
        <form class="period" onSubmit={(event) => {
          event.preventDefault();
          setOther(textOf(new FormData(event.currentTarget), 'who'));
        }}>
          <label for="who">{t('viewWhose')}</label>
          <input id="who" name="who" key={other} defaultValue={other} autocomplete="off" required />
          <button class="btn alt">{t('open')}</button>
        </form>
        {other && <Others key={`${other} ${period}`} whose={other} period={period} />}
      </Section>
    </div>
  </>;
}

function Coached({ of, period, again }: { of: Progress; period: string; again: (words: string) => void }) {
  const [open, setOpen] = useState(false);
  return <>
    <h3><Id of={of.employeeId} /></h3>
    <p class="tiny">{of.sessions === 0 ? t('coachingNoSession') : [
      t('coachingSessions', { n: of.sessions }), of.lastHeldOn && t('coachingLast', { date: day(of.lastHeldOn) }),
      t('coachingRated', { n: of.rated }), t('coachingViewed', { n: of.viewed })].filter(Boolean).join(', ')}</p>
    {of.aims.length > 0 && <ul class="aims">{of.aims.map((one) => <li key={one.id}><b>{one.words}</b>{' '}
      {one.firstStep !== one.lastStep && <>{t('stepFirst', { n: one.firstStep })}<Becomes /></>}
      <Step of={one.lastStep} /></li>)}</ul>}
    {of.sessions > 0 && <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sessionsRead')}<span class="vh"> {called(of.employeeId)}</span></summary>
      {open && <Held of={of} period={period} again={again} />}</details>}
    <details><summary>{t('sessionWrite')}<span class="vh"> {called(of.employeeId)}</span></summary>
      <WriteSession key={of.sessions} person={of.employeeId} period={period} aims={of.aims} again={again} /></details>
  </>;
}

/** What the person thought of a session goes to the superior and not to the coach. */
function Held({ of, period, again }: { of: Progress; period: string; again: (words: string) => void }) {
  const read = useRead(() =>
    call<{ sessions: Session[] }>(`/employees/${of.employeeId}/coaching?period=${period}`), [of, period]);
  return <Shown of={read}>{({ sessions }) => <ul class="list">{[...sessions].reverse().map((one) =>
    <li key={one.id}><SessionOf of={one}>
      {one.coachId === session()!.person && !one.view && <details>
        <summary>{t('sessionChange')}<span class="vh"> {day(one.heldOn)}</span></summary>
        <WriteSession key={one.version} person={one.employeeId} period={period} of={one} aims={[]}
          again={again} /></details>}
    </SessionOf></li>)}</ul>}</Shown>;
}

/** Somebody's sessions, of whose coach one is the rater. */
function Others({ whose, period }: { whose: string; period: string }) {
  const read = useRead(() =>
    call<{ sessions: Session[] }>(`/employees/${encodeURIComponent(whose)}/coaching?period=${period}`), []);
  return <Shown of={read}>{({ sessions }) => sessions.length === 0
    ? <p class="empty">{t('sessionsNone', { period })}</p>
    : <ul class="list">{[...sessions].reverse().map((one) => <li key={one.id}><SessionOf of={one}>
      {one.rating && !one.view && one.coachId !== session()!.person
        && <details><summary>{t('viewWrite')}<span class="vh"> {day(one.heldOn)}</span></summary>
          <View of={one} again={read.again} /></details>}
    </SessionOf></li>)}</ul>}</Shown>;
}

function View({ of, again }: { of: Session; again: () => void }) {
  const send = async (form: FormData) => {
    const words = textOf(form, 'words');
    if (!words) {
      throw fault(t('mendFields'), { words: t('viewEmpty') });
    }
    await call(`/employees/${of.employeeId}/coaching/${of.id}/view`, { byId: session()!.person, words }, 'PUT');
    return t('viewKept');
  };
  return <Form send={send} button={t('viewSend')} then={again}>
    <Text id={`view-${of.id}`} label={t('viewWords')} hint={t('viewHint')} most={2000} /></Form>;
}
