// How a question was answered: a bar for each step or choice with its count beside it, or why there is none.
import { number, t } from '../../words';

export interface Answers { answered: number; counts?: number[]; meanStep?: number }
export interface Question { id: string; kind: string; question: string; choices?: string[]; all: Answers }

export function Bars({ of, least }: { of: Question; least: number }) {
  const { answered, counts } = of.all;
  if (!counts) {
    return <p class="tiny">{of.kind === 'text' ? t('surveyWrote', { n: number(answered) })
      : t('surveyTooFew', { n: number(answered), least })}</p>;
  }
  const most = Math.max(1, ...counts);
  return <table class="rows"><thead><tr><th scope="col">{t('surveyAnswer')}</th>
    <th scope="col" class="number">{t('surveyPeople')}</th></tr></thead>
  <tbody>{counts.map((n, i) => <tr key={i}><th scope="row">{of.choices?.[i] ?? t('surveyStep', { n: i + 1 })}
    <svg class="length" aria-hidden="true"><rect class="fill" width={`${100 * n / most}%`} height="16" /></svg></th>
  <td class="number">{number(n)}</td></tr>)}</tbody></table>;
}

/** A line of figures: the mean of a scale, each count of a choice. */
export const said = (of: Question, one: Answers) => of.kind === 'scale' && one.meanStep !== undefined
  ? t('surveyMean', { n: number(one.meanStep, 2) })
  : (one.counts ?? []).map((n, i) => `${of.choices?.[i] ?? i + 1}: ${number(n)}`).join(', ');
