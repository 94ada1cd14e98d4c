// How many people have each predicate, and what the pattern asks of it, in whole people as the policy rounds them.
import { number, t, type Word } from '../../words';

export type Counts = Record<'veryGood' | 'good' | 'needsImprovement' | 'poor' | 'veryPoor', number>;
export interface Limit {
  kind: 'atMost' | 'atLeast' | 'some' | 'most'; predicates: string[]; percent?: number; exactPeople: number;
  rounded: 'whole' | 'down' | 'up'; wantedPeople: number; foundPeople: number; kept: boolean;
}

const PREDICATES = ['veryGood', 'good', 'needsImprovement', 'poor', 'veryPoor'] as const;
const ROUNDED: Record<'down' | 'up', Word> = { down: 'roundedDown', up: 'roundedUp' };

export function Pattern({ found, limits, assessed }: { found: Counts; limits: Limit[]; assessed: number }) {
  return <>
    <table class="rows spread"><caption class="vh">{t('distribution')}</caption>
      <thead class="vh"><tr><th scope="col">{t('predicate')}</th><th scope="col">{t('peopleCount')}</th></tr></thead>
      <tbody>{PREDICATES.map((one) => <tr key={one}>
        <th scope="row">{t(one)}<Bar of={found[one]} all={assessed} kind={one}
          limit={limits.find((limit) => limit.predicates.length === 1 && limit.predicates[0] === one
            && limit.percent !== undefined)} /></th>
        <td class="number">{number(found[one])}</td></tr>)}</tbody></table>
    {limits.length > 0 && <ul class="list">{limits.map((limit, at) => <li key={at}>
      <p><span class={`tag ${limit.kept ? 'inside' : 'uncertain'}`}>{t(limit.kept ? 'limitKept' : 'limitBroken')}</span>
        {' '}<b>{limit.predicates.map((one) => t(one as Word)).join(' + ')}</b>: {wanted(limit)}
        {' '}{t('limitFound', { n: number(limit.foundPeople) })}</p></li>)}</ul>}
  </>;
}

/** The sentence of a limit; percentages always with the people that they come to. */
function wanted(limit: Limit) {
  const people = number(limit.wantedPeople);
  switch (limit.kind) {
    case 'some': return t('limitSome');
    case 'most': return t('limitMost', { n: people });
    default: return t(limit.kind === 'atMost' ? 'limitAtMost' : 'limitAtLeast', {
      percent: limit.percent ?? '', n: people, how: limit.rounded === 'whole' ? ''
        : ` (${t(ROUNDED[limit.rounded], { exact: number(limit.exactPeople, 1, 2) })})`,
    });
  }
}

/** The length is people of all who are assessed; a mark stands at the limit, and the side beyond it is tinted. */
function Bar({ of, all, kind, limit }: { of: number; all: number; kind: string; limit?: Limit }) {
  const share = (people: number) => Math.min(100, 100 * people / all);
  const at = limit && share(limit.wantedPeople);
  return <svg class="length" aria-hidden="true">
    {limit && at !== undefined && (limit.kind === 'atMost'
      ? <rect class="beyond" x={`${at}%`} y="0" width={`${100 - at}%`} height="16" />
      : <rect class="beyond" x="0" y="0" width={`${at}%`} height="16" />)}
    <rect class={`fill ${kind}`} x="0" y="3" width={`${share(of)}%`} height="10" />
    {at !== undefined && <><line class="halo" x1={`${at}%`} x2={`${at}%`} y1="0" y2="16" />
      <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="16" /></>}
  </svg>;
}
