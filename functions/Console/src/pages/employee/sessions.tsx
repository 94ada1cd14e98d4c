// Coaching sessions as they were written down: what about, how far each aim is, the rating, the superior's view.
import type { ComponentChildren } from 'preact';
import { called } from '../../names';
import { Id } from '../../parts';
import { day, number, t, timeHere } from '../../words';

export interface Aim { id: string; words: string; step: number; reason: string }
export interface Session {
  id: string; employeeId: string; coachId: string; period: string; heldOn: string; topic: string; aims: Aim[];
  rating?: { criteria: { criterion: string; step: number }[]; mean: number; remark?: string; at: string };
  view?: { byId: string; words: string; at: string }; writtenAt: string; version: number;
}

/** 1 to 5, 5 the furthest or the best. */
export const STEPS: [string, string][] = ['1', '2', '3', '4', '5'].map((one) => [one, one]);

/** Steps as filled blocks beside their number. */
export const Step = ({ of }: { of: number }) => <span class="whole"><svg class="grade" viewBox="0 0 58 10"
  aria-hidden="true">{[1, 2, 3, 4, 5].map((one) => <rect key={one} class={one <= of ? 'filled' : undefined}
    x={(one - 1) * 12 + .5} y=".5" width="9" height="9" />)}</svg> {t('stepOfFive', { n: of })}</span>;

export function SessionOf({ of, children }: { of: Session; children?: ComponentChildren }) {
  return <>
    <h3>{day(of.heldOn)}</h3>
    <p>{of.topic}</p>
    <p class="tiny">{t('coachedBy')} <Id of={of.coachId} /></p>
    <ul class="aims">{of.aims.map((one) => <li key={one.id}><b>{one.words}</b> <Step of={one.step} />
      <span class="under">{one.reason}</span></li>)}</ul>
    {of.rating && <><p><b>{t('sessionRated', { n: number(of.rating.mean, 1) })}</b></p>
      <ul class="aims">{of.rating.criteria.map((one) => <li key={one.criterion}>{one.criterion}{' '}
        <Step of={one.step} /></li>)}</ul>
      {of.rating.remark && <q>{of.rating.remark}</q>}</>}
    {of.view && <p>{t('sessionViewed', { who: called(of.view.byId), time: timeHere(of.view.at) })}
      <q>{of.view.words}</q></p>}
    {children}
  </>;
}
