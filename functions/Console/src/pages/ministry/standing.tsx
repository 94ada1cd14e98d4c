// How a period stands, as shapes with words.
import { Shape } from '../../parts';
import { t, type Word } from '../../words';
import { isForged, type PeriodResult } from './received';

const STATES: Record<PeriodResult['state'], [Word, string]> = {
  waiting: ['resultWaiting', 'uncertain'], open: ['resultOpen', ''], final: ['resultFinal', 'inside'],
  reopened: ['resultReopened', 'uncertain'],
};

const FORGED: [Word, string] = ['resultForged', 'outside'];
const LACKS: [Word, string] = ['resultLacks', 'uncertain'];

/** What is neither good nor bad has no shape. */
export const Tag = ({ of: [word, kind] }: { of: [Word, string] }) =>
  <span class={`tag ${kind}`}>{kind !== '' && <Shape kind={kind} />}{t(word)}</span>;

/** How it stands, and whether something of it is missing or not proved. */
export function Standing({ of }: { of: PeriodResult }) {
  return <span class="tags"><Tag of={STATES[of.state]} />
    {of.lacks.some(isForged) && <Tag of={FORGED} />}
    {of.lacks.some((one) => !isForged(one)) && <Tag of={LACKS} />}</span>;
}
