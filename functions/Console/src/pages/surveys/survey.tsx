// A questionnaire wherever it is drawn: its days and state, what it asks, how its last day was moved.
import type { ComponentChildren } from 'preact';
import { call, fault } from '../../api';
import { dayFrom, today } from '../../address';
import { Form, Line, Text, textOf } from '../../form';
import { Section } from '../../parts';
import { day, t } from '../../words';

export interface Asked { id: string; kind: string; words: string; choices?: string[] }
export interface Survey {
  id: string; title: string; opensOn: string; lastDay: string; questions: Asked[];
  extensions: { from: string; to: string; reason: string }[];
}

export const SHORT = { dateStyle: 'medium' } as const;
export const isOver = (one: Survey) => one.lastDay < today();
export const isToCome = (one: Survey) => one.opensOn > today();

/** The newest first; each with its days, its state, and who is asked. */
export function List<T extends Survey>({ of, chosen, choose, who, over }: {
  of: T[]; chosen: string; choose: (id: string) => void; who?: (one: T) => string;
  /** What one is that has closed. */
  over: (one: T) => ComponentChildren;
}) {
  return <ul class="list">{[...of].sort((a, b) => b.opensOn.localeCompare(a.opensOn)).map((one) =>
    <li key={one.id}><span class="pair"><b>{one.title}</b> {isToCome(one)
      ? <span class="tag">{t('surveyToCome')}</span>
      : isOver(one) ? over(one) : <span class="tag uncertain">{t('surveyOpen')}</span>}</span>
    <span class="under">{t('surveyDays', { from: day(one.opensOn, SHORT), to: day(one.lastDay, SHORT) })}
      {who && `, ${who(one)}`}</span>
    <button class="btn quiet" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>
      {t('show')}<span class="vh"> {one.title}</span></button></li>)}</ul>;
}

/** One of them, and what may be done with it: until it opens everything, afterwards a later last day. */
export function One({ of, path, again, children, change }: {
  of: Survey; path: string; again: () => void; children: ComponentChildren; change?: ComponentChildren;
}) {
  const extend = async (form: FormData) => {
    const [lastDay, reason] = [textOf(form, 'lastDay'), textOf(form, 'reason')];
    if (!lastDay || !reason) {
      throw fault(t('surveyExtendFill'), { ...(lastDay ? {} : { lastDay: t('dailyPickDate') }),
        ...(reason ? {} : { reason: t('surveyExtendWhy') }) });
    }
    await call(`${path}/${of.id}/extensions`, { lastDay, reason });
    return t('surveyExtended', { date: day(lastDay) });
  };
  return <Section title={of.title}>
    <ol class="steps">{of.questions.map((one) => <li key={one.id}>{one.words}
      {one.choices && <span class="under">{one.choices.join(', ')}</span>}</li>)}</ol>
    {of.extensions.map((one) => <p class="tiny" key={one.to}>
      {t('surveyWasExtended', { from: day(one.from, SHORT), to: day(one.to, SHORT) })} <q>{one.reason}</q></p>)}
    {children}
    {isToCome(of) && change && <details><summary>{t('surveyChange')}</summary>{change}</details>}
    {!isToCome(of) && <details><summary>{t('surveyExtend')}</summary>
      <Form key={of.lastDay} send={extend} button={t('surveyExtendSend')} then={again}>
        <Line id="extend-last" name="lastDay" type="date" label={t('surveyNewLast')} hint={t('surveyNewLastHint', {
          date: day(dayFrom(of.lastDay, 1) > today() ? dayFrom(of.lastDay, 1) : today(), SHORT) })} />
        <Text id="extend-reason" name="reason" label={t('reason')} most={500} />
      </Form></details>}
  </Section>;
}
