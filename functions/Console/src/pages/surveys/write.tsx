// A questionnaire written, or changed before it opens: its days and its questions, each with how it is answered.
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { call, fault } from '../../api';
import { Form, Line, Pick, Text, textOf } from '../../form';
import { t } from '../../words';
import type { Asked, Survey } from './survey';

const KINDS: [string, string][] = [['scale', 'surveyScale'], ['choice', 'surveyChoice'], ['text', 'surveyText']];
const MOST = 50;

/** Such as q3: no other question has it. */
const fresh = (rows: Asked[]): Asked => ({
  id: Array.from({ length: MOST + 1 }, (_, n) => `q${n + 1}`).find((id) => rows.every((row) => row.id !== id))!,
  kind: '', words: '' });

const linesOf = (form: FormData, name: string) =>
  textOf(form, name).split('\n').map((one) => one.trim()).filter(Boolean);

interface Props {
  path: string; of?: Survey; then: (done: string) => void;
  /** The members that only this kind of questionnaire has, and their fields. */
  more: (form: FormData) => object; children: ComponentChildren;
}

export function WriteSurvey({ path, of, then, more, children }: Props) {
  const [rows, setRows] = useState<Asked[]>(() => of?.questions ?? [fresh([])]);
  const at = of?.id ?? 'new';
  const send = async (form: FormData) => {
    const [id, title, opensOn, lastDay] = [of?.id ?? textOf(form, 'id'),
      ...['title', 'opensOn', 'lastDay'].map((name) => textOf(form, name))];
    const questions = rows.map((row, i) => ({ id: row.id, kind: row.kind, words: textOf(form, `questions/${i}/words`),
      ...(row.kind === 'choice' ? { choices: linesOf(form, `questions/${i}/choices`) } : {}) }));
    const missing = Object.fromEntries([
      ...(title ? [] : [['title', t('surveySayTitle')]]), ...(id ? [] : [['id', t('surveySayId')]]),
      ...(opensOn ? [] : [['opensOn', t('dailyPickDate')]]), ...(lastDay ? [] : [['lastDay', t('dailyPickDate')]]),
      ...questions.flatMap(({ kind, words, choices }, i) => [
        ...(words ? [] : [[`questions/${i}/words`, t('surveySayQuestion', { n: i + 1 })]]),
        ...(kind ? [] : [[`questions/${i}/kind`, t('surveySayKind', { n: i + 1 })]]),
        ...(choices && choices.length < 2 ? [[`questions/${i}/choices`, t('surveySayChoices', { n: i + 1 })]] : [])]),
    ] as [string, string][]);
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    await call(`${path}/${encodeURIComponent(id!)}`, { title, opensOn, lastDay, questions, ...more(form) }, 'PUT');
    return t('surveyKept', { title: title! });
  };
  const kindOf = (i: number, kind: string) => setRows(rows.map((row, n) => n === i ? { ...row, kind } : row));
  return <Form send={send} button={t('surveySend')} then={then}>
    <Line id={`${at}-title`} name="title" label={t('surveyTitle')} most={200} given={of?.title} />
    {!of && <Line id={`${at}-id`} name="id" label={t('surveyId')} hint={t('surveyIdHint')} most={48} />}
    <div class="facts-form">
      <Line id={`${at}-opens`} name="opensOn" type="date" label={t('surveyOpens')} given={of?.opensOn} />
      <Line id={`${at}-closes`} name="lastDay" type="date" label={t('surveyLast')} given={of?.lastDay} />
    </div>
    <p class="tiny">{t('surveyThenFixed')}</p>
    {rows.map((row, i) => <fieldset class="aim" key={row.id}><legend>{t('surveyQuestion', { n: i + 1 })}</legend>
      <Line id={`${at}-words-${i}`} name={`questions/${i}/words`} label={t('surveyWords')} most={500}
        given={row.words} />
      <Pick id={`${at}-kind-${i}`} name={`questions/${i}/kind`} label={t('surveyKind')} given={row.kind}
        options={KINDS.map(([kind, word]) => [kind, t(word as 'surveyScale')])} choose={(kind) => kindOf(i, kind)} />
      {row.kind === 'choice' && <Text id={`${at}-choices-${i}`} name={`questions/${i}/choices`}
        label={t('surveyChoices')} most={2100} given={row.choices?.join('\n')} />}
    </fieldset>)}
    <p class="pair"><button type="button" class="btn alt" aria-disabled={rows.length >= MOST}
      onClick={() => rows.length < MOST && setRows([...rows, fresh(rows)])}>{t('surveyAdd')}</button>
    {rows.length > 1 && <button type="button" class="btn alt" onClick={() => setRows(rows.slice(0, -1))}>
      {t('surveyRemove', { n: rows.length })}</button>}</p>
    {children}
  </Form>;
}
