// Whether a printed paper came from here: its mark, which stands behind the address, held against the published keys.
// For anybody, without signing in; nothing of the mark is sent anywhere.
import { useEffect, useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { PAPERS } from '../../parts';
import { opened, type Paper } from '../../seal';
import { t, timeHere, type Word } from '../../words';

const NAMES: Record<string, Word> = {
  revision: 'revision', state: 'paperState', result: 'resultLevel', behaviour: 'behaviourLevel',
  predicate: 'predicate', score: 'score', notAssessed: 'paperNotAssessed', place: 'place', version: 'paperVersion',
  results: 'paperResults', through: 'paperThrough', workingDays: 'paperWorkingDays', presentDays: 'paperPresent',
  excusedDays: 'paperExcused', noRecordDays: 'paperNoRecord', reviewDays: 'paperReview', lateMinutes: 'paperLate',
  earlyMinutes: 'paperEarly', decision: 'paperDecision', decidedOn: 'paperDecidedOn', decidedById: 'paperDecidedBy',
  skpScore: 'paperSkp', behaviourScore: 'behaviourScore', from: 'paperFrom', to: 'paperTo',
  daysPerWeek: 'paperDaysPerWeek', start: 'paperStart', daysOff: 'paperDaysOff',
};
const VALUES: Record<string, Word> = {
  above: 'above', meets: 'meets', below: 'below', veryGood: 'veryGood', good: 'good', poor: 'poor',
  needsImprovement: 'needsImprovement', veryPoor: 'veryPoor', published: 'runOpen', final: 'runFinalState',
  noRating: 'notRated', noUnitPerformance: 'noUnitPerformance', drafted: 'planDrafted', agreed: 'planAgreed',
  kept: 'paperKept', changed: 'paperChanged',
};
const named = (words: Record<string, Word>, of: string) => Object.hasOwn(words, of) ? t(words[of]!) : of;

export function Verify() {
  const [mark, setMark] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const again = () => setMark(location.hash.slice(1));
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  return <>
    <h1>{t('verify')}</h1>
    <p class="lead">{t('verifyLead')}</p>
    {!mark ? <p class="empty">{t('verifyNone')}</p>
      : !crypto.subtle ? <p class="note bad">{t('noCrypto')}</p>
        : <Verdict mark={mark} />}
  </>;
}

function Verdict({ mark }: { mark: string }) {
  const read = useRead(async () => {
    const { keys } = await call<{ keys: (JsonWebKey & { kid: string })[] }>('/receipt-keys');
    return { paper: await opened(mark, keys) };
  }, [mark]);
  return <Shown of={read}>{({ paper }) => paper === null
    ? <div role="status"><p class="note bad">{t('verifyFalse')}</p></div>
    : <><div role="status"><p class="note ok">{t('verifyTrue')}</p></div><Said of={paper} /></>}</Shown>;
}

function Said({ of }: { of: Paper }) {
  return <section class="card" aria-label={t('verifySaid')}>
    <h2>{named(PAPERS, of.print)}</h2>
    <dl class="plain-list">
      <dt>{t('paperAgency')}</dt><dd><code>{of.agency}</code></dd>
      <dt>{t('paperPerson')}</dt><dd><code>{of.sub}</code></dd>
      <dt>{t('paperOf')}</dt><dd>{of.of}</dd>
      {Object.entries(of.figures).map(([name, value]) => <>
        <dt>{named(NAMES, name)}</dt><dd>{named(VALUES, value)}</dd></>)}
      <dt>{t('paperAt')}</dt><dd>{timeHere(new Date(of.iat * 1000).toISOString())}</dd>
    </dl>
    <p class="tiny">{t('verifyThen')}</p>
  </section>;
}
