// How a period stands, as shapes with words.
import { Shape } from '../../parts';
import { t, type Word } from '../../words';
import { isForged, type PeriodResult } from './received';

const STATES: Record<PeriodResult['state'], [Word, string]> = {
  waiting: ['resultWaiting', 'uncertain'], open: ['resultOpen', ''], final: ['resultFinal', 'inside'],
  reopened: ['resultReopened', 'uncertain'],
};

/** What is neither good nor bad has no shape. */
export const Tag = ({ word, kind }: { word: Word; kind: string }) =>
  <span class={`tag ${kind}`}>{kind !== '' && <Shape kind={kind} />}{t(word)}</span>;

/** How it stands, and whether something of it is missing or not proved. */
export function Standing({ of }: { of: PeriodResult }) {
  const forged = of.lacks.some(isForged);
  const [word, kind] = STATES[of.state];
  return <span class="tags"><Tag word={word} kind={kind} />
    {forged && <Tag word="resultForged" kind="outside" />}
    {of.lacks.some((one) => !isForged(one)) && <Tag word="resultLacks" kind="uncertain" />}</span>;
}
