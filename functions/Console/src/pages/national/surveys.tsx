// Questionnaires over all agencies: what is asked and until when, what it came to, and asking a new one.
import { useState } from 'preact/hooks';
import { all, call, fault, Shown, useRead } from '../../api';
import { today, useQuery } from '../../address';
import { Form, Text, textOf } from '../../form';
import { Section } from '../../parts';
import { day, t } from '../../words';
import { Results } from './survey';

export interface Survey {
  id: string; title: string; opensOn: string; lastDay: string; countedAt?: string; agencies: string[];
  questions: { id: string; kind: string; words: string; choices?: string[] }[];
  extensions: { from: string; to: string; reason: string }[];
}

const SHORT = { dateStyle: 'medium' } as const;
const isOver = (one: Survey) => one.lastDay < today();

export function Surveys() {
  const [chosen, choose] = useQuery('survei', '');
  const list = useRead(() => all<Survey>('/national/surveys', 'surveys'), []);
  return <>
    <h1>{t('surveys')}</h1>
    <p class="lead">{t('surveysLead')}</p>
    <div class="stack">
      <Section title={t('surveysAll')}>
        <Shown of={list}>{(every) => every.length === 0 ? <p class="empty">{t('surveysNone')}</p>
          : <ul class="list">{[...every].sort((a, b) => b.opensOn.localeCompare(a.opensOn)).map((one) =>
            <li key={one.id}><span class="pair"><b>{one.title}</b> <State of={one} /></span>
              <span class="under">
                {t('surveyDays', { from: day(one.opensOn, SHORT), to: day(one.lastDay, SHORT) })} ·{' '}
                {one.agencies.length === 0 ? t('surveyEverybody') : t('surveySome', { n: one.agencies.length })}</span>
              <button class="btn quiet" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>
                {t('show')}<span class="vh"> {one.title}</span></button></li>)}</ul>}</Shown>
      </Section>
      {list.value?.filter((one) => one.id === chosen).map((one) =>
        <One key={one.id} of={one} again={list.again} />)}
      <Section title={t('surveyNew')}><Write then={list.again} /></Section>
    </div>
  </>;
}

const State = ({ of }: { of: Survey }) => of.opensOn > today() ? <span class="tag">{t('surveyToCome')}</span>
  : !isOver(of) ? <span class="tag uncertain">{t('surveyOpen')}</span>
    : of.countedAt ? <span class="tag inside">{t('surveyCounted')}</span>
      : <span class="tag uncertain">{t('surveyCounting')}</span>;

function One({ of, again }: { of: Survey; again: () => void }) {
  const extend = async (form: FormData) => {
    const [lastDay, reason] = [textOf(form, 'lastDay'), textOf(form, 'words')];
    if (!lastDay || !reason) {
      throw fault(t('surveyExtendFill'));
    }
    await call(`/national/surveys/${of.id}/extensions`, { lastDay, reason });
    return t('surveyExtended', { date: day(lastDay) });
  };
  return <Section title={of.title}>
    <ol class="steps">{of.questions.map((one) => <li key={one.id}>{one.words}
      {one.choices && <span class="under">{one.choices.join(' · ')}</span>}</li>)}</ol>
    {of.extensions.map((one) => <p class="tiny" key={one.to}>
      {t('surveyWasExtended', { from: day(one.from, SHORT), to: day(one.to, SHORT) })} <q>{one.reason}</q></p>)}
    {of.countedAt ? <Results of={of} /> : <p class="empty">{t(isOver(of) ? 'surveyBeingCounted' : 'surveyLater')}</p>}
    {of.opensOn <= today() && <details><summary>{t('surveyExtend')}</summary>
      <Form send={extend} button={t('surveyExtendSend')} then={again}>
        <label for="last">{t('surveyNewLast')}</label>
        <input id="last" name="lastDay" type="date" min={of.lastDay} />
        <Text id="extend-reason" label={t('reason')} most={500} />
      </Form></details>}
  </Section>;
}

const KINDS = ['scale', 'choice', 'text'] as const;
const EMPTY = { kind: '' };

/** A row a question; choices one a line. */
function Write({ then }: { then: () => void }) {
  const [rows, setRows] = useState([EMPTY]);
  const send = async (form: FormData) => {
    const [id, title, opensOn, lastDay] = ['id', 'title', 'opensOn', 'lastDay'].map((name) => textOf(form, name));
    const lines = (name: string) => textOf(form, name).split('\n').map((one) => one.trim()).filter(Boolean);
    const questions = rows.map(({ kind }, i) => ({ id: `q${i + 1}`, kind, words: textOf(form, `words-${i}`),
      ...(kind === 'choice' ? { choices: lines(`choices-${i}`) } : {}) }));
    if (!id || !title || !opensOn || !lastDay || questions.some((one) => !one.kind || !one.words)) {
      throw fault(t('surveyFill'));
    }
    await call(`/national/surveys/${encodeURIComponent(id)}`, { title, opensOn, lastDay, questions,
      agencies: lines('agencies') }, 'PUT');
    return t('surveyKept', { title });
  };
  const kindOf = (i: number, kind: string) => setRows(rows.map((row, at) => at === i ? { kind } : row));
  return <Form send={send} button={t('surveySend')} then={then}>
    <label for="survey-title">{t('surveyTitle')}</label>
    <input id="survey-title" name="title" maxLength={200} autocomplete="off" />
    <label for="survey-id">{t('surveyId')}</label>
    <p class="tiny" id="survey-id-hint">{t('surveyIdHint')}</p>
    <input id="survey-id" name="id" maxLength={40} autocomplete="off" aria-describedby="survey-id-hint" />
    <div class="facts-form">
      <div><label for="opens">{t('surveyOpens')}</label>
        <input id="opens" name="opensOn" type="date" min={today()} /></div>
      <div><label for="closes">{t('surveyLast')}</label>
        <input id="closes" name="lastDay" type="date" min={today()} /></div>
    </div>
    {rows.map((row, i) => <fieldset key={i}><legend>{t('surveyQuestion', { n: i + 1 })}</legend>
      <label for={`words-${i}`}>{t('surveyWords')}</label>
      <input id={`words-${i}`} name={`words-${i}`} maxLength={500} autocomplete="off" />
      <label for={`kind-${i}`}>{t('surveyKind')}</label>
      <select id={`kind-${i}`} value={row.kind} onChange={(event) => kindOf(i, event.currentTarget.value)}>
        <option value="">{t('surveyPick')}</option>
        {KINDS.map((kind) => <option key={kind} value={kind}>{t(kind === 'scale' ? 'surveyScale'
          : kind === 'choice' ? 'surveyChoice' : 'surveyText')}</option>)}</select>
      {row.kind === 'choice' && <><label for={`choices-${i}`}>{t('surveyChoices')}</label>
        <textarea id={`choices-${i}`} name={`choices-${i}`} /></>}
    </fieldset>)}
    <p class="pair"><button type="button" class="btn alt" disabled={rows.length >= 50}
      onClick={() => setRows([...rows, EMPTY])}>{t('surveyAdd')}</button>
    {rows.length > 1 && <button type="button" class="btn alt" onClick={() => setRows(rows.slice(0, -1))}>
      {t('surveyRemove', { n: rows.length })}</button>}</p>
    <label for="survey-agencies">{t('surveyAgencies')}</label>
    <p class="tiny" id="survey-agencies-hint">{t('surveyAgenciesHint')}</p>
    <textarea id="survey-agencies" name="agencies" aria-describedby="survey-agencies-hint" spellcheck={false} />
  </Form>;
}
