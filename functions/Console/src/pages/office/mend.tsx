// Where an outline crosses itself, and the repair that the API suggests, with what it does to the area's size.
import { useState } from 'preact/hooks';
import { call, problemOf, Trouble, type Problem } from '../../api';
import { Arrival } from '../../outcome';
import { session } from '../../session';
import { number, t } from '../../words';
import { geometryOf, opened, type Outline } from './draft';
import type { Area, Point } from './shapes';

export interface Suggestion { outline: Outline; squareMetres: number; drawnSquareMetres: number }
type Answer = Pick<Area, 'geometry'> & { squareMetres: number; drawnSquareMetres: number };

interface Props {
  outline: Outline; place?: Point; suggestion?: Suggestion;
  suggest: (found: Suggestion | undefined) => void; take: (outline: Outline) => void; show: (place: Point) => void;
}

export function Mend({ outline, place, suggestion, suggest, take, show }: Props) {
  const [state, setState] = useState<{ busy?: boolean; problem?: Problem }>({});
  const ask = async () => {
    if (state.busy) {
      return;
    }
    setState({ busy: true });
    try {
      const found = await call<Answer>(
        `/agencies/${session()!.agency}/geofences/repair`, { geometry: geometryOf(outline) });
      suggest({ ...found, outline: opened(found) });
      setState({});
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  return <>
    {place && <div class="note bad" role="alert"><p><b>{t('mendCrosses')}</b>
      <span class="line">{t('mendWhere', { x: degrees(place[0]), y: degrees(place[1]) })}</span></p></div>}
    {state.problem && <Trouble problem={state.problem} />}
    {suggestion ? <Suggested of={suggestion} take={() => take(suggestion.outline)} drop={() => suggest(undefined)} />
      : <p class="pair">
        <button type="button" class="btn" aria-disabled={state.busy} onClick={() => void ask()}>
          {t(state.busy ? 'sending' : 'mendAsk')}</button>
        {place && <button type="button" class="btn alt" onClick={() => show(place)}>{t('mendShow')}</button>}</p>}
  </>;
}

const degrees = (value: number) => number(value, 6).replace('-', '−');
const squares = (value: number) => t('squareMetres', { n: number(value) });

function Suggested({ of, take, drop }: { of: Suggestion; take: () => void; drop: () => void }) {
  const more = of.squareMetres - of.drawnSquareMetres;
  const holes = of.outline.reduce((sum, rings) => sum + rings.length - 1, 0);
  return <Arrival kind="" words={<b>{t('mendOffer')}</b>} more={<>
    <p>{t('mendSize', { from: squares(of.drawnSquareMetres), to: squares(of.squareMetres),
      more: `${more < 0 ? '−' : '+'}${squares(Math.abs(more))}` })}</p>
    <p>{t('mendParts', { parts: of.outline.length, holes })}</p>
    <p class="tiny">{t('mendNote')}</p></>}>
    <p class="pair"><button type="button" class="btn" onClick={take}>{t('mendTake')}</button>
      <button type="button" class="btn alt" onClick={drop}>{t('mendDrop')}</button></p>
  </Arrival>;
}
