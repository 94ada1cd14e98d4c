// What I gave in a quarter, which nobody else is shown.
import { Shown, type Problem } from '../../api';
import { Id, Section } from '../../parts';
import { t, timeHere, type Word } from '../../words';
import type { Guide, Note } from './give';

export function Given({ of, guides, period }: {
  of: { value?: Note[]; problem?: Problem; loading: boolean; again: () => void };
  guides: Guide[]; period: string;
}) {
  return <Section title={t('given', { period })}>
    <p class="tiny">{t('givenOnly')}</p>
    <Shown of={of}>{(notes) => notes.length === 0 ? <p class="empty">{t('givenNone')}</p>
      : <ul class="list">{[...notes].reverse().map((one) => {
        const guide = guides.find((each) => each.value === one.subject && each.guide === one.guide);
        return <li key={one.id}><Id of={one.receiverId} />
          <span class="under"><b>{t(one.resultId ? 'givenRow'
            : one.subject === 'result' ? 'giveResult' : one.subject as Word)}</b>
            {one.level && `: ${t(one.level as Word)}`}</span>
          {guide && <span class="under" lang="id">{guide.words}</span>}
          <q>{one.words}</q>
          <span class="under">{timeHere(one.receivedAt)}</span></li>;
      })}</ul>}</Shown>
  </Section>;
}
