// A daily entry as it stands: its state, by how much, with what evidence, and what the rater said.
import { called } from '../../names';
import { day, number, t, timeHere, type Word } from '../../words';

export interface Entry {
  employeeId: string; date: string; id: string; planFrom: string; resultId: string; words: string;
  minutes?: number; quantity?: number; evidence: { url?: string; document?: string; words?: string }[];
  evidenceSha256: string[];
  state: 'draft' | 'submitted' | 'approved' | 'returned'; submittedAt?: string; dueOn?: string; late: boolean;
  decision?: { decidedById: string; approved: boolean; words?: string; decidedAt: string }; version: number;
}

const STATES: Record<Entry['state'], [Word, string]> = {
  draft: ['dailyDraft', ''], submitted: ['dailySubmitted', 'uncertain'], returned: ['dailyReturned', 'uncertain'],
  approved: ['dailyApproved', 'inside'],
};

/** Its state, whether it came late, and until when it is in time while it is not submitted. */
export function StateOf({ of }: { of: Entry }) {
  const [word, kind] = STATES[of.state];
  return <>
    <span class={`tag ${kind}`}>{t(word)}</span>
    {of.late && <> <span class="tag uncertain">{t('dailyLate')}</span></>}
    {!of.submittedAt && of.dueOn && <span class="under">{t('dailyDue', { date: day(of.dueOn) })}</span>}
    {of.late && of.dueOn && <span class="under">{t('dailyWasDue', { date: day(of.dueOn) })}</span>}
  </>;
}

/** Minutes, quantity, links, and the decision. A link is one's own words, so it opens without telling from where. */
export function Evidence({ of, unit }: { of: Entry; unit?: string }) {
  const much = [
    of.minutes === undefined ? '' : t('minutes', { n: number(of.minutes) }),
    of.quantity === undefined ? '' : `${number(of.quantity, 0, 2)} ${unit ?? ''}`,
  ].filter(Boolean).join(', ');
  return <>
    {much && <p class="tiny">{much}</p>}
    {of.evidence.map((one, at) => <p key={at} class="tiny">{t('dailyEvidence')}: {one.url
      ? <a href={one.url} rel="noreferrer noopener" target="_blank">{one.words ?? one.url}
        <span class="vh"> {t('newTab')}</span></a>
      : <>{one.document}{one.words && `, ${one.words}`}</>}</p>)}
    {of.decision && <p class="tiny">{t(of.decision.approved ? 'dailyApprovedBy' : 'dailyReturnedBy', {
      who: called(of.decision.decidedById), time: timeHere(of.decision.decidedAt) })}
    {of.decision.words && <q>{of.decision.words}</q>}</p>}
  </>;
}
