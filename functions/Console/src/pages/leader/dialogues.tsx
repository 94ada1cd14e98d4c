// My dialogues with the people whom I rate: what is overdue of what was agreed, each person's, and a new one.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { called } from '../../names';
import { Id, Period, Said, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import { DialogueOf, WriteDialogue, type Action, type Dialogue } from '../dialogues/dialogue';
import type { Progress } from './coaching';

interface Overdue { employeeId: string; dialogueId: string; heldOn: string; action: Action }

export function TeamDialogues() {
  const { agency, person } = session()!;
  const root = `/agencies/${agency}`;
  const [period, setPeriod] = useQuery('periode', quarterOf(today()));
  const [done, setDone] = useState('');
  const read = useRead(async () => {
    const [people, dialogues] = await Promise.all([
      all<Progress>(`${root}/coaching-progress?raterId=${person}&period=${period}`, 'people'),
      all<Dialogue>(`${root}/dialogues?raterId=${person}&period=${period}`, 'dialogues')]);
    return { dialogues, people: [...new Set([...people, ...dialogues].map((one) => one.employeeId))] };
  }, [period]);
  const late = useRead(() => call<{ overdue: Overdue[] }>(`${root}/dialogues/overdue?raterId=${person}`), []);
  const again = (words: string) => { setDone(words); read.again(); late.again(); };
  return <>
    <h1>{t('teamDialogues')}</h1>
    <p class="lead">{t('teamDialoguesLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Said words={done} />
    <div class="stack">
      <Section title={t('actionsOverdue')}>
        <Shown of={late}>{({ overdue }) => overdue.length === 0 ? <p class="empty">{t('actionsOverdueNone')}</p>
          : <ul class="list">{overdue.map((one) => <li key={`${one.dialogueId} ${one.action.id}`}>
            <b>{one.action.words}</b>
            <span class="under">{t('actionBy', { who: called(one.action.byId), date: day(one.action.dueOn) })}</span>
            <span class="under">{t('dialogueOf', { who: called(one.employeeId), date: day(one.heldOn) })}</span>
          </li>)}</ul>}</Shown>
      </Section>
      <Section title={t('dialoguesOf', { period })}>
        <Shown of={read}>{({ people, dialogues }) => people.length === 0 ? <p class="empty">{t('coachingNobody')}</p>
          : <ul class="list">{people.map((one) => <li key={one}><Of person={one} period={period} again={again}
            of={dialogues.filter((of) => of.employeeId === one)} /></li>)}</ul>}</Shown>
      </Section>
    </div>
  </>;
}

function Of({ person, period, of, again }: {
  person: string; period: string; of: Dialogue[]; again: (words: string) => void;
}) {
  const leader = session()!.person;
  return <>
    <h3><Id of={person} /></h3>
    {of.length === 0 ? <p class="tiny">{t('dialogueNone')}</p>
      : <details><summary>{t('dialoguesRead', { n: of.length })}<span class="vh"> {called(person)}</span></summary>
        <ul class="list">{[...of].reverse().map((one) => <li key={one.id}><DialogueOf of={one}>
          <details><summary>{t('dialogueChange')}<span class="vh"> {day(one.heldOn)}</span></summary>
            <WriteDialogue key={one.version} person={person} leader={leader} period={one.period} of={one}
              again={again} /></details>
        </DialogueOf></li>)}</ul></details>}
    <details><summary>{t('dialogueWrite')}<span class="vh"> {called(person)}</span></summary>
      <WriteDialogue key={of.length} person={person} leader={leader} period={period} again={again} /></details>
  </>;
}
