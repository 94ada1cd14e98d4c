// A list of grants: whose line waits, who decided which, and why others have no place in it.
import { useState } from 'preact/hooks';
import { call, fault } from '../../api';
import { today } from '../../address';
import { Choice, Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, More, PrintLink, Reasons, type Reason } from '../../parts';
import { session } from '../../session';
import { day, number, t, timeHere, type Word } from '../../words';

export interface GrantLine {
  employeeId: string; place: number; state: string; reasons: Reason[];
  decision?: { decidedById: string; approved: boolean; reason: string; at: string };
}
export interface GrantList {
  period: string; revision: number; from: string; to: string; daysPerWeek?: number; start?: string;
  proposedById: string; proposedAt: string; provisional: boolean; lines: GrantLine[]; next?: string; moreWait?: boolean;
}

const STATES: Record<string, [Word, string]> = {
  proposed: ['grantProposed', 'uncertain'], notEligible: ['grantNotEligible', 'unknown'],
  tiedAtCap: ['topTied', 'uncertain'], excludedFromReward: ['topExcluded', 'unknown'],
  approved: ['approved', 'inside'], declined: ['declined', 'unknown'],
};

export function Grants({ of, again }: { of: GrantList; again: () => void }) {
  const waiting = of.lines.filter((line) => line.state === 'proposed');
  const decided = of.lines.filter((line) => line.decision);
  return <>
    <p>{t('grantsFrom', { from: day(of.from), to: day(of.to) })}
      {of.daysPerWeek !== undefined && ` ${t('grantsDays', { n: of.daysPerWeek })}`}</p>
    <dl class="facts">
      <div><dt>{t('grantsWait')}</dt><dd>{number(waiting.length)}</dd></div>
      <div><dt>{t('grantsDecided')}</dt><dd>{number(decided.length)}</dd></div>
      <div><dt>{t('grantsWithout')}</dt><dd>{number(of.lines.length - waiting.length - decided.length)}</dd></div>
    </dl>
    <p class="tiny">{t('grantsBy', { who: called(of.proposedById), time: timeHere(of.proposedAt), n: of.revision })}</p>
    {of.lines.length === 0 ? <p class="empty">{t('grantsNobody')}</p> : <Lines of={of.lines} period={of.period} />}
    {waiting.length > 0 && !of.provisional && <Decide period={of.period} waiting={waiting} then={again} />}
  </>;
}

function Lines({ of, period }: { of: GrantLine[]; period: string }) {
  const [many, setMany] = useState(15);
  return <>
    <ul class="list">{of.slice(0, many).map((line) => {
      const [word, tint] = STATES[line.state] ?? ['statusOther', 'unknown'];
      return <li key={line.employeeId}>
        <span class="pair"><b><Id of={line.employeeId} /></b> {t('grantPlace', { n: line.place })}
          <span class={`tag ${tint}`}>{t(word)}</span></span>
        {line.reasons.length > 0 && <Reasons of={line.reasons} />}
        {line.decision && <p class="under">{t('grantDecidedBy', {
          who: called(line.decision.decidedById), time: timeHere(line.decision.at) })}
          {' '}<q>{line.decision.reason}</q></p>}
        {line.state === 'approved' && <PrintLink paper="grant" of={period} who={line.employeeId} />}
      </li>;
    })}</ul>
    <More of={of.length} shown={many} step={50} show={setMany} />
  </>;
}

interface DecideProps { period: string; waiting: GrantLine[]; then: () => void }

/** On the lines that are ticked. Whether this official may decide on them is the API's to say. */
function Decide({ period, waiting, then }: DecideProps) {
  const { agency, person } = session()!;
  const send = async (form: FormData) => {
    const [answer, reason] = [textOf(form, 'answer'), textOf(form, 'words')];
    const employeeIds = form.getAll('line').map(String);
    if (!answer || !reason || employeeIds.length === 0) {
      throw fault(t('grantPick'));
    }
    await call(`/agencies/${agency}/grant-lists/${period}/decisions`,
      { decidedById: person, approved: answer === 'yes', reason, employeeIds });
    return t('grantKept', { n: employeeIds.length });
  };
  return <details><summary>{t('grantDecide')}</summary>
    <Form send={send} button={t('grantSend')} then={then}>
      <fieldset><legend>{t('grantWhose')}</legend><div class="options">{waiting.slice(0, 200).map((line) =>
        <label class="option" key={line.employeeId}><input type="checkbox" name="line" value={line.employeeId} />
          {' '}<Id of={line.employeeId} /></label>)}</div></fieldset>
      <Choice name="answer" label={t('grantAnswer')} options={[['yes', t('approve')], ['no', t('decline')]]} />
      <Text id="grant-reason" label={t('reason')} hint={t('grantReasonHint')} most={500} />
    </Form></details>;
}

interface ProposeProps { period: string; isFinal: boolean; isAgain: boolean; then: () => void }

export function Propose({ period, isFinal, isAgain, then }: ProposeProps) {
  const { agency, person } = session()!;
  const send = async (form: FormData) => {
    const list = await call<GrantList>(
      `/agencies/${agency}/grant-lists`, { period, from: textOf(form, 'from'), proposedById: person });
    return t('grantsMade', { from: day(list.from) });
  };
  return <details class="propose"><summary>{t(isAgain ? 'grantsAgain' : isFinal ? 'grantsPropose' : 'grantsPreview')}
  </summary>
    <Form send={send} button={t(isFinal ? 'grantsSend' : 'grantsSendPreview')} then={then}>
      <p class="tiny">{t('grantsProposeHint', { who: called(person) })}</p>
      <label for="from">{t('grantsFirstDay')}</label>
      <input id="from" name="from" type="date" min={today()} />
    </Form></details>;
}
