// Questionnaires over all agencies: what is asked and until when, what it came to, and asking a new one.
import { useState } from 'preact/hooks';
import { all, useRead, Shown } from '../../api';
import { quarterOf, today, useQuery } from '../../address';
import { Said, Section } from '../../parts';
import { number, t } from '../../words';
import { isOver, List, One, type Survey as Any } from '../surveys/survey';
import { Ticks } from '../surveys/ticks';
import { WriteSurvey } from '../surveys/write';
import { Results } from './survey';

export interface Survey extends Any { countedAt?: string; agencies: string[] }

const PATH = '/national/surveys';
/** 100 agencies a page. */
const PAGES = 20;

export function Surveys() {
  const [chosen, choose] = useQuery('survei', '');
  const list = useRead(() => all<Survey>(PATH, 'surveys'), []);
  // Each that is kept leaves its sentence above, and the forms fresh.
  const [said, setSaid] = useState<string[]>([]);
  const kept = (done: string) => {
    setSaid([...said, done]);
    list.again();
  };
  return <>
    <h1>{t('surveys')}</h1>
    <p class="lead">{t('surveysLead')}</p>
    <Said words={said.at(-1)} />
    <div class="stack">
      <Section title={t('surveysAll')}>
        <Shown of={list}>{(every) => every.length === 0 ? <p class="empty">{t('surveysNone')}</p>
          : <List of={every} chosen={chosen} choose={choose}
            who={(one) => one.agencies.length === 0 ? t('surveyEverybody')
              : t('surveySome', { n: one.agencies.length })}
            over={(one) => one.countedAt ? <span class="tag inside">{t('surveyCounted')}</span>
              : <span class="tag uncertain">{t('surveyCounting')}</span>} />}</Shown>
      </Section>
      {list.value?.filter((one) => one.id === chosen).map((one) =>
        <One key={one.id} of={one} path={PATH} again={list.again}
          change={<Write key={said.length} of={one} then={kept} />}>
          {one.countedAt ? <Results of={one} />
            : <p class="empty">{t(isOver(one) ? 'surveyBeingCounted' : 'surveyLater')}</p>}
        </One>)}
      <Section title={t('surveyNew')}><Write key={said.length} then={kept} /></Section>
    </div>
  </>;
}

function Write({ of, then }: { of?: Survey; then: (done: string) => void }) {
  const agencies = useRead(() => all<{ agencyId: string; name: string }>(
    `/national/results/${quarterOf(today())}`, 'agencies', PAGES), []);
  return <WriteSurvey path={PATH} of={of} then={then}
    more={(form) => ({ agencies: form.getAll('agencies').map(String) })}>
    <Shown of={agencies}>{(every) => <Ticks id={of?.id ?? 'new'} name="agencies" legend={t('surveyAgencies')}
      given={of?.agencies ?? []} of={[...every].sort((a, b) => a.name.localeCompare(b.name))
        .map((one) => [one.agencyId, one.name])}
      says={(n) => n === 0 ? t('surveyAgenciesAll') : t('surveySome', { n: number(n) })} />}</Shown>
  </WriteSurvey>;
}
