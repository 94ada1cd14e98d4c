// Saving an outline as the next version, and what to do when somebody else saved one meanwhile.
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, problemOf, Refused, Trouble, type Problem } from '../../api';
import { Arrival } from '../../outcome';
import { session } from '../../session';
import { number, t } from '../../words';
import { cornersOf, opened, type Outline } from './draft';
import type { Area } from './shapes';

interface Props {
  id: string; feature: object; outline: Outline;
  /** The version that this one builds on; 0 when there is none yet. */
  base: number;
  /** Why it cannot be saved now; nothing when it can. */
  why?: string;
  theirs?: Area; clash: (theirs: Area | undefined) => void; build: (on: Area) => void; takeTheirs: () => void;
  saved: (area: Area) => void;
}

export function Keep({ id, feature, outline, base, why, theirs, clash, build, takeTheirs, saved }: Props) {
  const [state, setState] = useState<{ busy?: boolean; problem?: Problem }>({});
  const trouble = useRef<HTMLDivElement>(null);
  useEffect(() => trouble.current?.focus(), [state.problem]);
  const path = `/agencies/${session()!.agency}/geofences/${encodeURIComponent(id)}`;
  const isShut = state.busy || why !== undefined || theirs !== undefined;
  const save = async () => {
    if (isShut) {
      return;
    }
    setState({ busy: true });
    try {
      const headers: Record<string, string> = base > 0 ? { 'If-Match': `"${base}"` } : { 'If-None-Match': '*' };
      saved(await call<Area>(path, feature, 'PUT', { headers }));
      setState({});
    } catch (fault) {
      if (fault instanceof Refused && fault.problem.status === 412) {
        setState({});
        clash(await call<Area>(path).catch(() => undefined));
      } else {
        setState({ problem: problemOf(fault) });
      }
    }
  };
  return <>
    {state.problem && <Trouble problem={state.problem} box={trouble} />}
    {theirs && <Theirs of={theirs} mine={outline} build={() => build(theirs)} take={takeTheirs} />}
    <p><button type="button" class="btn" aria-disabled={isShut}
      aria-describedby="why" onClick={() => void save()}>
      {state.busy ? t('sending') : t('keepVersion', { n: base + 1 })}</button></p>
    <p class="tiny" id="why">{why ?? t(base > 0 ? 'keepNote' : 'keepFirst')}</p>
  </>;
}

interface TheirsProps { of: Area; mine: Outline; build: () => void; take: () => void }

function Theirs({ of, mine, build, take }: TheirsProps) {
  const sides: [string, string, Outline][] = [
    [t('clashTheirs', { n: of.version }), of.properties.name, opened(of)], [t('clashMine'), '', mine]];
  return <Arrival kind="waits" words={<b>{t('clash')}</b>} more={<p>{t('clashLead')}</p>}>
    <dl class="facts">{sides.map(([title, name, outline]) => <div key={title}><dt>{title}</dt>
      <dd class="line-of">{name && `${name}, `}{t('cornersOf', { n: number(cornersOf(outline).length) })}</dd>
    </div>)}</dl>
    <p class="pair"><button type="button" class="btn alt" onClick={take}>{t('clashTake')}</button>
      <button type="button" class="btn" onClick={build}>{t('clashBuild')}</button></p>
  </Arrival>;
}
