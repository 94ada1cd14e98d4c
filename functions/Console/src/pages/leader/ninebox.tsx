// Nine boxes: result by behaviour, a dot a person while there are few, without names.
import { number, t, type Word } from '../../words';

export interface Box { result: Level; behaviour: Level; predicate?: string; people: number }
type Level = 'above' | 'meets' | 'below';

const RESULTS: Level[] = ['above', 'meets', 'below'];
const BEHAVIOURS: Level[] = ['below', 'meets', 'above'];
const SHORT: Record<Level, Word> = { above: 'levelAbove', meets: 'levelMeets', below: 'levelBelow' };
const MOST_DOTS = 40;

export function NineBox({ of, unit }: { of: Box[]; unit: string }) {
  const find = (result: Level, behaviour: Level) =>
    of.find((box) => box.result === result && box.behaviour === behaviour)!;
  return <table class="nine">
    <caption class="vh">{t('nineBox')}, {unit}</caption>
    <thead>
      <tr><td /><th scope="colgroup" colSpan={3}>{t('behaviourAxis')}</th></tr>
      <tr><th scope="col">{t('resultLevel')}</th>
        {BEHAVIOURS.map((level) => <th key={level} scope="col">{t(SHORT[level])}</th>)}</tr>
    </thead>
    <tbody>{RESULTS.map((result) => <tr key={result}>
      <th scope="row">{t(SHORT[result])}</th>
      {BEHAVIOURS.map((behaviour) => <Cell key={behaviour} of={find(result, behaviour)} />)}</tr>)}</tbody>
  </table>;
}

function Cell({ of: { people, predicate } }: { of: Box }) {
  return <td class={`box ${predicate ?? ''} ${people > 0 ? 'some' : ''}`}>
    <b>{number(people)}</b>
    {predicate && <span class="under">{t(predicate as Word)}</span>}
    {people > 0 && people <= MOST_DOTS && <Dots of={people} />}
  </td>;
}

function Dots({ of }: { of: number }) {
  return <svg class="dots" viewBox={`0 0 80 ${10 * Math.ceil(of / 8)}`} aria-hidden="true">
    {Array.from({ length: of }, (_, at) =>
      <circle key={at} cx={5 + 10 * (at % 8)} cy={5 + 10 * Math.floor(at / 8)} r="3.5" />)}</svg>;
}
