// My dialogues with my leader in a period, and what we agreed; either of us begins one and writes how it stands.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { Id, Period, Said, Section } from '../../parts';
import { may, session } from '../../session';
import { day, t } from '../../words';
import { DialogueOf, WriteDialogue, type Dialogue } from '../dialogues/dialogue';
import type { Receiver } from '../feedback/give';

export function MyDialogues() {
  const { person } = session()!;
  const [period, setPeriod] = useQuery('periode', quarterOf(today()));
  const [done, setDone] = useState('');
  const read = useRead(() =>
    call<{ dialogues: Dialogue[] }>(`/employees/${person}/dialogues?period=${period}`), [period]);
  // Whom I give feedback to as somebody whom that one rates is my rater today.
  const leader = useRead(async () => may('feedback.write')
    ? (await all<Receiver>(`/employees/${person}/feedback-receivers`, 'receivers')).find((one) =>
      one.role === 'subordinate')?.employeeId : undefined, []);
  const again = (words: string) => { setDone(words); read.again(); };
  return <>
    <h1>{t('myDialogues')}</h1>
    <p class="lead">{t('myDialoguesLead')}</p>
    <Period value={period} choose={setPeriod} />
    <Said words={done} />
    <Shown of={read}>{({ dialogues }) => <Section title={t('dialoguesOf', { period })}>
      {dialogues.length === 0 ? <p class="empty">{t('myDialoguesNone', { period })}</p>
        : <ul class="list">{[...dialogues].reverse().map((one) => <li key={one.id}><DialogueOf of={one}>
          <p class="tiny">{t('dialogueWith')} <Id of={one.leaderId} /></p>
          <details><summary>{t('dialogueChange')}<span class="vh"> {day(one.heldOn)}</span></summary>
            <WriteDialogue key={one.version} person={person} leader={one.leaderId} period={one.period} of={one}
              again={again} /></details>
        </DialogueOf></li>)}</ul>}
      {leader.value && <details><summary>{t('dialogueWrite')}</summary>
        <p class="tiny">{t('dialogueWith')} <Id of={leader.value} /></p>
        <WriteDialogue key={dialogues.length} person={person} leader={leader.value} period={period} again={again} />
      </details>}
    </Section>}</Shown>
  </>;
}
