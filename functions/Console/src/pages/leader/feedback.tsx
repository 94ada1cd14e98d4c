// Feedback to the people whom I rate in the quarter that is under way: first to those who had none, then to the others.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { called } from '../../names';
import { Id, Said, Section } from '../../parts';
import { session } from '../../session';
import { t } from '../../words';
import { Give, givenIn, guidesOf, runningQuarter, type Guide, type Receiver } from '../feedback/give';
import { Given } from '../feedback/given';
import type { Reminders } from './team';

export function TeamFeedback() {
  const { agency, person } = session()!;
  const [first] = useQuery('pegawai', '');
  const [done, setDone] = useState('');
  const quarter = runningQuarter();
  const guides = useRead(guidesOf, []);
  const read = useRead(async () => {
    const [receivers, { notHeard }] = await Promise.all([
      all<Receiver>(`/employees/${person}/feedback-receivers`, 'receivers'),
      call<Reminders>(`/agencies/${agency}/reminders/${quarter}?raterId=${person}`)]);
    const led = receivers.filter((one) => one.role === 'leader');
    const isSilent = (one: Receiver) => notHeard.some((silent) => silent.employeeId === one.employeeId);
    return { silent: led.filter(isSilent), heard: led.filter((one) => !isSilent(one)) };
  }, []);
  const given = useRead(() => givenIn(quarter), []);
  const again = (words: string) => { setDone(words); read.again(); given.again(); };
  const list = (of: Receiver[]) => <ul class="list">{of.map((one) => <li key={one.employeeId}>
    <One of={one} guides={guides.value ?? []} isOpen={one.employeeId === first && !done} again={again} /></li>)}</ul>;
  return <>
    <h1>{t('teamFeedback')}</h1>
    <p class="lead">{t('teamFeedbackLead', { period: quarter })}</p>
    <p class="note">{t('teamFeedbackKept')}</p>
    <Said words={done} />
    <div class="two">
      <div class="stack">
        <Section title={t('notHeard')}>
          <Shown of={read}>{({ silent, heard }) => silent.length === 0 ? <p class="empty">
            {heard.length === 0 ? t('coachingNobody') : t('notHeardNone', { period: quarter })}</p>
            : list(silent)}</Shown></Section>
        {read.value && read.value.heard.length > 0 && <Section title={t('heardAlready')}>
          {list(read.value.heard)}</Section>}
      </div>
      <Given of={given} guides={guides.value ?? []} period={quarter} />
    </div>
  </>;
}

/** What the form needs is read when it is opened. */
function One({ of, guides, isOpen, again }: {
  of: Receiver; guides: Guide[]; isOpen: boolean; again: (words: string) => void;
}) {
  const [open, setOpen] = useState(isOpen);
  return <>
    <h3><Id of={of.employeeId} /> <span class="under">{of.unitId}</span></h3>
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('giveFeedback')}<span class="vh"> {called(of.employeeId)}</span></summary>
      {open && <Give to={of} guides={guides} again={again} />}</details>
  </>;
}
