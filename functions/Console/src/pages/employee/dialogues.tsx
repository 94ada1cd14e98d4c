// My dialogues with my leader in a period, and what we agreed; either of us writes how it stands.
import { useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { Id, Period, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import { DialogueOf, WriteDialogue, type Dialogue } from '../dialogues/dialogue';

export function MyDialogues() {
  const { person } = session()!;
  const [period, setPeriod] = useQuery('periode', quarterOf(today()));
  const [done, setDone] = useState('');
  const read = useRead(() =>
    call<{ dialogues: Dialogue[] }>(`/employees/${person}/dialogues?period=${period}`), [period]);
  return <>
    <h1>{t('myDialogues')}</h1>
    <p class="lead">{t('myDialoguesLead')}</p>
    <Period value={period} choose={setPeriod} />
    <div role="status">{done && <p class="note ok">{done}</p>}</div>
    <Shown of={read}>{({ dialogues }) => <Section title={t('dialoguesOf', { period })}>
      {dialogues.length === 0 ? <p class="empty">{t('myDialoguesNone', { period })}</p>
        : <ul class="list">{[...dialogues].reverse().map((one) => <li key={one.id}><DialogueOf of={one}>
          <p class="tiny">{t('dialogueWith')} <Id of={one.leaderId} /></p>
          <details><summary>{t('dialogueChange')}<span class="vh"> {day(one.heldOn)}</span></summary>
            <WriteDialogue key={one.version} person={person} leader={one.leaderId} period={one.period} of={one}
              again={(words) => { setDone(words); read.again(); }} /></details>
        </DialogueOf></li>)}</ul>}
    </Section>}</Shown>
  </>;
}
