// Proposals from low predicates and absences: what waits for whom, what was decided, by whom, and what is due.
import { call } from '../../api';
import { Form } from '../../form';
import { called } from '../../names';
import { Id } from '../../parts';
import { session } from '../../session';
import { day, t, type Word } from '../../words';
import { Steps } from './case';

/** What the policy of today asks of whoever considers and decides. */
export interface Terms { teamMembers: number; deciderIds: string[] }

export interface Proposal {
  id: string; kind: string; employeeId: string; period: string; revision?: number; predicate?: string; state: string;
  version: number; outcomes: { outcome: string; on: string; words: string; recordedById: string }[];
  considerations: { memberIds: string[]; heldOn: string; advice: string; words: string; recordedById: string }[];
  decision?: { decidedById: string; accepted: boolean; reason: string; againstAdvice: boolean };
  until?: string; dueOn?: string; testDue: boolean;
}

const KINDS: Record<string, Word> = {
  improvement: 'proposalImprovement', sanction: 'proposalSanction', discipline: 'proposalDiscipline',
};
const STATES: Record<string, [Word, string]> = {
  proposed: ['proposalProposed', 'uncertain'], considered: ['proposalConsidered', 'uncertain'],
  decided: ['proposalDecided', 'inside'], closed: ['proposalClosed', 'unknown'],
  withdrawn: ['proposalWithdrawn', 'unknown'],
};
const OUTCOMES: Record<string, Word> = {
  improved: 'outcomeImproved', notImproved: 'outcomeNotImproved', testPassed: 'outcomeTestPassed',
  testFailed: 'outcomeTestFailed', carriedOut: 'outcomeCarriedOut',
};
const ADVICE: Record<string, Word> = {
  support: 'adviceSupport', amend: 'adviceAmend', oppose: 'adviceOppose',
};

/** By id, which orders by nobody's misfortune. */
export function Proposals({ of, elsewhere, terms, isFinal, then }: {
  of: Proposal[]; elsewhere: number; terms: Terms; isFinal: boolean; then: () => void;
}) {
  return <>
    {of.length === 0 ? <p class="empty">{t('proposalsNone')}</p>
      : <ul class="list">{of.map((one) => {
        const [word, tint] = STATES[one.state] ?? ['statusOther', 'unknown'];
        const advice = one.considerations[one.considerations.length - 1];
        return <li key={one.id}>
          <span class="pair"><b><Id of={one.employeeId} /></b> {t(KINDS[one.kind] ?? 'statusOther')}
            <span class={`tag ${tint}`}>{t(word)}</span></span>
          {one.predicate && <span class="under">{t('predicate')}: {t(one.predicate as Word)}</span>}
          {advice && <p class="under">{t('adviceOf', { date: day(advice.heldOn), n: advice.memberIds.length })}{' '}
            {t(ADVICE[advice.advice] ?? 'statusOther')} <q>{advice.words}</q></p>}
          {one.decision && <p class="under">{t(one.decision.accepted ? 'proposalAccepted' : 'proposalDeclined',
            { who: called(one.decision.decidedById) })}{one.decision.againstAdvice && ` ${t('againstAdvice')}`}
          {' '}<q>{one.decision.reason}</q></p>}
          {one.outcomes.map((came) => <p class="under" key={came.on + came.outcome}>{t('outcomeOf', {
            date: day(came.on), who: called(came.recordedById) })} {t(OUTCOMES[came.outcome] ?? 'statusOther')}
          {' '}<q>{came.words}</q></p>)}
          {one.dueOn && <span class="under">{t('proposalDue', { date: day(one.dueOn) })}</span>}
          <Steps of={one} terms={terms} isFinal={isFinal} then={then} />
        </li>;
      })}</ul>}
    {elsewhere > 0 && <p class="tiny">{t('proposalsElsewhere', { n: elsewhere })}</p>}
  </>;
}

export function Raise({ period, then }: { period: string; then: () => void }) {
  const send = async () => {
    const made = await call<{ written: number; standing: number; withdrawn: number }>(
      `/agencies/${session()!.agency}/proposals`, { period });
    return t('proposalsRaised', { n: made.written, standing: made.standing });
  };
  return <Form send={send} button={t('proposalsRaise')} then={then}>
    <p class="tiny">{t('proposalsRaiseHint')}</p>
  </Form>;
}
