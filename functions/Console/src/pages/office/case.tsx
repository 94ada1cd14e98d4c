// One proposal's next step: what the assessment team considered, the decision, and what came of it. Who may not take
// part is told before anything is typed; the API has the last word on it.
import { call, fault } from '../../api';
import { today } from '../../address';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { session } from '../../session';
import { t, type Word } from '../../words';
import type { Proposal, Terms } from './proposals';

interface Props { of: Proposal; terms: Terms; isFinal: boolean; then: () => void }

/** Each builds on the version that is shown: whoever was faster is not overwritten. */
const post = (of: Proposal, what: string, body: object) => call<Proposal>(
  `/agencies/${session()!.agency}/proposals/${of.id}/${what}`, body, undefined,
  { headers: { 'If-Match': `"${of.version}"` } });

export function Steps({ of, terms, isFinal, then }: Props) {
  const person = session()!.person;
  if (of.state === 'closed' || of.state === 'withdrawn') {
    return null;
  }
  if (of.employeeId === person) {
    return <p class="note">{t('caseOwn')}</p>;
  }
  return of.state === 'decided' ? <Conclude of={of} then={then} /> : <>
    <Consider of={of} terms={terms} then={then} />
    {of.state === 'considered' && (whyNot(of, terms, isFinal)
      ? <p class="note">{whyNot(of, terms, isFinal)}</p> : <Decide of={of} then={then} />)}
  </>;
}

/** Why nobody, or not this person, can decide yet; nothing where the API is asked. */
function whyNot(of: Proposal, terms: Terms, isFinal: boolean) {
  const person = session()!.person;
  return terms.deciderIds.length > 0 && !terms.deciderIds.includes(person)
    ? t('caseOthersDecide', { who: terms.deciderIds.map(called).join(', ') })
    : of.considerations[of.considerations.length - 1]?.memberIds.every((one) => one === person) ? t('caseAlone')
      : of.revision !== undefined && !isFinal ? t('caseNotFinal') : undefined;
}

const Day = ({ id, name, label, hint, min, max }: {
  id: string; name: string; label: string; hint?: string; min?: string; max?: string;
}) => <><label for={id}>{label}</label>
  {hint && <p class="tiny" id={`${id}-hint`}>{hint}</p>}
  <input id={id} name={name} type="date" min={min} max={max} aria-describedby={hint ? `${id}-hint` : undefined} /></>;

function Consider({ of, terms, then }: { of: Proposal; terms: Terms; then: () => void }) {
  const send = async (form: FormData) => {
    const memberIds = textOf(form, 'memberIds').split(/[\s,;]+/).filter(Boolean);
    const [heldOn, advice, words] = ['heldOn', 'advice', 'words'].map((name) => textOf(form, name));
    if (new Set(memberIds).size < Math.max(1, terms.teamMembers)) {
      throw fault(t('caseTeamSmall', { n: terms.teamMembers }));
    }
    if (memberIds.includes(of.employeeId)) {
      throw fault(t('caseTeamSide'));
    }
    if (!heldOn || !advice || !words) {
      throw fault(t('caseFill'));
    }
    await post(of, 'considerations', { memberIds, heldOn, advice, words, recordedById: session()!.person });
    return t('caseConsidered');
  };
  return <details class="case"><summary>{t(of.state === 'considered' ? 'caseConsiderAgain' : 'caseConsider')}
    <span class="vh"> {called(of.employeeId)}</span></summary>
  <Form send={send} button={t('caseConsiderSend')} then={then}>
    <label for={`${of.id}-members`}>{t('caseMembers')}</label>
    <p class="tiny" id={`${of.id}-members-hint`}>{t('caseMembersHint', { n: terms.teamMembers })}</p>
    <textarea id={`${of.id}-members`} name="memberIds" aria-describedby={`${of.id}-members-hint`}
      autocomplete="off" spellcheck={false} />
    <Day id={`${of.id}-held`} name="heldOn" label={t('caseHeldOn')} max={today()} />
    <Choice name="advice" label={t('caseAdvice')} options={[['support', t('caseSupport')], ['amend', t('caseAmend')],
      ['oppose', t('caseOppose')]]} />
    <Text id={`${of.id}-advice`} label={t('caseWords')} most={2000} />
    <p class="tiny">{t('caseRecordedBy', { who: called(session()!.person) })}</p>
  </Form></details>;
}

function Decide({ of, then }: { of: Proposal; then: () => void }) {
  const advice = of.considerations[of.considerations.length - 1]!.advice;
  const send = async (form: FormData) => {
    const [answer, reason, from] = ['accepted', 'words', 'from'].map((name) => textOf(form, name));
    const runs = of.kind === 'improvement' && answer === 'yes';
    if (!answer || !reason) {
      throw fault(t('caseDecideFill'));
    }
    if (runs && !from) {
      throw fault(t('caseFromFill'));
    }
    const decided = await post(of, 'decision', {
      decidedById: session()!.person, accepted: answer === 'yes', reason, ...(runs ? { from } : {}) });
    return t(decided.decision?.againstAdvice ? 'caseDecidedAgainst' : 'caseDecided');
  };
  return <details class="case"><summary>{t('caseDecide')}<span class="vh"> {called(of.employeeId)}</span></summary>
    <Form send={send} button={t('caseDecideSend')} then={then}>
      <p class="note waits">{t(advice === 'support' ? 'caseAdvisedYes' : advice === 'oppose' ? 'caseAdvisedNo'
        : 'caseAdvisedAmend')}</p>
      <Choice name="accepted" label={t('caseAnswer')} options={[['yes', t('caseAccept')], ['no', t('caseDecline')]]} />
      <Text id={`${of.id}-reason`} label={t('reason')} hint={t('caseReasonHint')} most={2000} />
      {of.kind === 'improvement' && <Day id={`${of.id}-from`} name="from" label={t('caseFrom')}
        hint={t('caseFromHint')} min={today()} />}
      <p class="tiny">{t('caseRecordedBy', { who: called(session()!.person) })}</p>
    </Form></details>;
}

function Conclude({ of, then }: { of: Proposal; then: () => void }) {
  const options: [string, Word][] = of.kind !== 'improvement' ? [['carriedOut', 'outcomeCarriedOut']]
    : of.testDue ? [['testPassed', 'outcomeTestPassed'], ['testFailed', 'outcomeTestFailed']]
      : [['improved', 'outcomeImproved'], ['notImproved', 'outcomeNotImproved']];
  const send = async (form: FormData) => {
    const [outcome, on, words] = ['outcome', 'on', 'words'].map((name) => textOf(form, name));
    if (!outcome || !on || !words) {
      throw fault(t('caseOutcomeFill'));
    }
    await post(of, 'outcomes', { outcome, on, words, recordedById: session()!.person });
    return t('caseConcluded');
  };
  return <details class="case"><summary>{t('caseConclude')}<span class="vh"> {called(of.employeeId)}</span></summary>
    <Form send={send} button={t('caseConcludeSend')} then={then}>
      {of.kind === 'improvement' && !of.testDue && <p class="tiny">{t('caseImproveHint')}</p>}
      <Choice name="outcome" label={t('caseOutcome')} options={options.map(([value, word]) => [value, t(word)])} />
      <Day id={`${of.id}-on`} name="on" label={t('caseOn')} max={today()} />
      <Text id={`${of.id}-outcome`} label={t('caseOutcomeWords')} most={2000} />
      <p class="tiny">{t('caseRecordedBy', { who: called(session()!.person) })}</p>
    </Form></details>;
}
