// The agency's own questionnaires, asked and counted; and those of the national operator that ask its people.
import { useState } from 'preact/hooks';
import { all, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { Pick, textOf } from '../../form';
import { Said, Section } from '../../parts';
import { session } from '../../session';
import { day, t, type Word } from '../../words';
import { isOver, List, One, SHORT, type Survey as Any } from '../surveys/survey';
import { WriteSurvey } from '../surveys/write';
import { Asked, askedOf } from './asked';
import { Results } from './survey';

interface Survey extends Any { breakdown: string; units: string[]; posts: string[] }

/** By what an agency's own may be counted, by the API's names. */
const BREAKDOWNS: [string, Word][] = [['none', 'breakdownNone'], ['unit', 'breakdownUnit'],
  ['employmentKind', 'breakdownKind'], ['level', 'breakdownLevel']];

const closed = () => <span class="tag inside">{t('surveyClosed')}</span>;

export function OfficeSurveys() {
  const root = `/agencies/${session()!.agency}`;
  const [chosen, choose] = useQuery('survei', '');
  const [theirs, chooseTheirs] = useQuery('nasional', '');
  const own = useRead(() => all<Survey>(`${root}/surveys`, 'surveys'), []);
  const national = useRead(() => all<Survey>(`${root}/national-surveys`, 'surveys'), []);
  // Each that is kept leaves its sentence above, and the forms fresh.
  const [said, setSaid] = useState<string[]>([]);
  const kept = (done: string) => {
    setSaid([...said, done]);
    own.again();
  };
  return <>
    <h1>{t('officeSurveys')}</h1>
    <p class="lead">{t('officeSurveysLead')}</p>
    <Said words={said.at(-1)} />
    <div class="stack">
      <Section title={t('officeSurveysOwn')}>
        <Shown of={own}>{(every) => every.length === 0 ? <p class="empty">{t('surveysNone')}</p>
          : <List of={every} chosen={chosen} choose={choose} over={closed} who={whoOf} />}</Shown>
      </Section>
      {own.value?.filter((one) => one.id === chosen).map((one) =>
        <One key={one.id} of={one} path={`${root}/surveys`} again={own.again}
          change={<Write key={said.length} of={one} root={root} then={kept} />}>
          {isOver(one) ? <Results path={`${root}/surveys/${one.id}/results`} />
            : <p class="empty">{t('surveyLater')}</p>}
        </One>)}
      <Section title={t('officeSurveysNational')}>
        <Shown of={national}>{(every) => every.length === 0 ? <p class="empty">{t('officeSurveysNoNational')}</p>
          : <List of={every} chosen={theirs} choose={chooseTheirs} over={closed} />}</Shown>
      </Section>
      {national.value?.filter((one) => one.id === theirs).map((one) => <Section key={one.id} title={one.title}>
        {isOver(one) ? <Results path={`${root}/national-surveys/${one.id}/results`} isNational />
          : <p class="empty">{t('surveyLater')}</p>}
        <p class="tiny">{t('surveyDays', { from: day(one.opensOn, SHORT), to: day(one.lastDay, SHORT) })}</p>
      </Section>)}
      <Section title={t('surveyNew')}><Write key={said.length} root={root} then={kept} /></Section>
    </div>
  </>;
}

const whoOf = (one: Survey) => one.units.length + one.posts.length === 0 ? t('surveyWholeAgency')
  : t('surveyPart', { units: one.units.length, posts: one.posts.length });

function Write({ of, root, then }: { of?: Survey; root: string; then: (done: string) => void }) {
  const at = of?.id ?? 'new';
  const more = (form: FormData) => ({ ...askedOf(form),
    ...(textOf(form, 'breakdown') ? { breakdown: textOf(form, 'breakdown') } : {}) });
  return <WriteSurvey path={`${root}/surveys`} of={of} then={then} more={more}>
    <Pick id={`${at}-breakdown`} name="breakdown" label={t('surveyBreakdown')} hint={t('surveyBreakdownHint')}
      options={BREAKDOWNS.map(([name, word]) => [name, t(word)])} given={of?.breakdown ?? 'none'} />
    <Asked id={at} units={of?.units ?? []} posts={of?.posts ?? []} />
  </WriteSurvey>;
}
