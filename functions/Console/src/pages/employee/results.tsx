// The planned results of a work plan, each indicator with its target and what was reported of it.
import { Id } from '../../parts';
import { number, t } from '../../words';

export interface Summary {
  from: string; to: string; dueOn: string; version: number; state: string; agreedVersion?: number;
}
interface Indicator { id: string; words: string; target?: { value: number; unit: string } }
interface Planned {
  id: string; kind: string; words: string; expectation?: string; weightPercent?: number; indicators: Indicator[];
}
export interface Plan { version: number; raterId?: string; plan: { results: Planned[] } }
export interface Realisation {
  period: string;
  results: { resultId: string; words?: string; figures?: { indicatorId: string; value: number }[] }[];
}

export function PlanOf({ plan, realisations }: { plan: Plan; realisations: Realisation[] }) {
  return <>
    <ol class="steps">{plan.plan.results.map((one) => <li key={one.id}><b>{one.words}</b>
      {one.kind === 'additional' && ` (${t('planAdditional')})`}
      {one.weightPercent !== undefined && <span class="under">{t('planWeight', {
        n: number(one.weightPercent, 0, 2) })}</span>}
      {one.expectation && <span class="under">{t('planExpected')} {one.expectation}</span>}
      <ul class="reasons">{one.indicators.map((each) => <li key={each.id}>{each.words}
        {each.target && <>: <b>{number(each.target.value, 0, 2)} {each.target.unit}</b></>}
        {reported(realisations, one.id, each.id).map(([period, value]) => <span class="under" key={period}>
          {t('planReported', { period, n: number(value, 0, 2) })}</span>)}</li>)}</ul></li>)}</ol>
    {realisations.length === 0 && <p class="tiny">{t('planNothingReported')}</p>}
    <p class="tiny">{t('planVersion', { n: plan.version })}{plan.raterId && <>, {t('planWith')}{' '}
      <Id of={plan.raterId} /></>}</p>
  </>;
}

/** The figures of an indicator by quarter. */
const reported = (all: Realisation[], result: string, indicator: string) => all.flatMap((one) => one.results
  .filter((each) => each.resultId === result)
  .flatMap((each) => each.figures ?? [])
  .filter((figure) => figure.indicatorId === indicator)
  .map((figure) => [one.period, figure.value] as const));
