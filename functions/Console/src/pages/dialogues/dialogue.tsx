// A performance dialogue as one of the two wrote it down: what was reached, what stood in the way, what was agreed.
import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { atRows, call, fault, find } from '../../api';
import { today } from '../../address';
import { Form, Line, Pick, Text, textOf } from '../../form';
import { called } from '../../names';
import { session } from '../../session';
import { day, t, timeHere, type Word } from '../../words';

export interface Action { id: string; words: string; byId: string; dueOn: string; state: string; outcome?: string }
export interface Dialogue {
  id: string; employeeId: string; leaderId: string; period: string; heldOn: string; purpose: string;
  achievement: string; obstacles?: string; actions: Action[]; writtenById: string; writtenAt: string; version: number;
}

const PURPOSES: [string, Word][] = [['plan', 'dialogueToPlan'], ['clarify', 'dialogueToClarify'],
  ['agree', 'dialogueToAgree']];
const STATES: [string, Word, string][] = [['open', 'actionOpen', 'uncertain'], ['done', 'actionDone', 'inside'],
  ['dropped', 'actionDropped', 'unknown']];

export function DialogueOf({ of, children }: { of: Dialogue; children?: ComponentChildren }) {
  const purpose = PURPOSES.find(([name]) => name === of.purpose)?.[1] ?? 'statusOther';
  return <>
    <h3>{day(of.heldOn)}: {t(purpose)}</h3>
    <p>{of.achievement}</p>
    {of.obstacles && <p><b>{t('dialogueObstacles')}:</b> {of.obstacles}</p>}
    {of.actions.length > 0 && <ul class="aims">{of.actions.map((one) => {
      const [, word, tint] = STATES.find(([name]) => name === one.state) ?? STATES[0]!;
      return <li key={one.id}><span class="pair"><b>{one.words}</b> <span class={`tag ${tint}`}>{t(word)}</span></span>
        <span class={one.state === 'open' && one.dueOn < today() ? 'late' : 'under'}>
          {t('actionBy', { who: called(one.byId), date: day(one.dueOn) })}</span>
        {one.outcome && <span class="under">{one.outcome}</span>}</li>;
    })}</ul>}
    <p class="tiny">{t('dialogueWritten', {
      who: called(of.writtenById), time: timeHere(of.writtenAt), n: of.version })}</p>
    {children}
  </>;
}

type Row = { id: string } & Partial<Action>;

const MOST = 20;
const fresh = (): Row => ({ id: `aksi-${crypto.randomUUID()}` });

/** A new one, or the next version of one; both may write, and what was agreed stays. */
export function WriteDialogue({ person, leader, period, of, again }: {
  person: string; leader: string; period: string; of?: Dialogue; again: (words: string) => void;
}) {
  const [id] = useState(() => of?.id ?? `dialog-${crypto.randomUUID()}`);
  const [rows, setRows] = useState<Row[]>(() => of ? of.actions : [fresh()]);
  const base = useRef(of?.version);
  const path = `/employees/${person}/dialogues/${id}`;
  const send = async (form: FormData) => {
    const [heldOn, purpose, achievement, obstacles] = ['heldOn', 'purpose', 'achievement', 'obstacles'].map((name) =>
      textOf(form, name));
    // A row that nobody filled in is no action.
    const actions = rows.flatMap((row, at) => {
      const of = (name: string) => textOf(form, `actions/${at}/${name}`);
      const one = { id: row.id, words: of('words'), byId: of('byId'), dueOn: of('dueOn'),
        state: of('state') || row.state || 'open', ...(of('outcome') ? { outcome: of('outcome') } : {}), at };
      return row.words || one.words || one.byId || one.dueOn ? [one] : [];
    });
    const missing = Object.fromEntries([
      ...(heldOn ? [] : [['heldOn', t('dailyPickDate')]]),
      ...(purpose ? [] : [['purpose', t('dialoguePickPurpose')]]),
      ...(achievement ? [] : [['achievement', t('dialogueSayReached')]]),
      ...actions.flatMap(({ at, words, byId, dueOn, state, outcome }) => [
        ...(words ? [] : [[`actions/${at}/words`, t('actionSayWhat', { n: at + 1 })]]),
        ...(byId ? [] : [[`actions/${at}/byId`, t('actionPickWho', { n: at + 1 })]]),
        ...(dueOn ? [] : [[`actions/${at}/dueOn`, t('dailyPickDate')]]),
        ...(state === 'dropped' && !outcome ? [[`actions/${at}/outcome`, t('actionSayWhy', { n: at + 1 })]] : [])]),
    ] as [string, string][]);
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    try {
      await call(path, {
        leaderId: leader, writtenById: session()!.person, period, heldOn, purpose, achievement,
        ...(obstacles ? { obstacles } : {}), actions: actions.map(({ at: _, ...one }) => one),
      }, 'PUT', { headers: base.current ? { 'If-Match': `"${base.current}"` } : { 'If-None-Match': '*' } });
    } catch (thrown) {
      throw atRows(thrown, 'actions', actions.map((one) => one.at));
    }
    return t('dialogueKept', { who: called(session()!.person === person ? leader : person), date: day(heldOn!) });
  };
  const theirs = async () => {
    const stands = await find<Dialogue>(path);
    base.current = stands?.version;
    // What was agreed meanwhile stays, so that it becomes a row too.
    setRows((mine) => [...mine, ...(stands?.actions ?? []).filter((one) => mine.every((row) => row.id !== one.id))]);
    return stands && <DialogueOf of={stands} />;
  };
  return <Form send={send} button={t('dialogueSend')} then={again} theirs={theirs}>
    <div class="facts-form">
      <Line id={`${id}-on`} name="heldOn" type="date" label={t('dialogueDate')} given={of?.heldOn ?? today()} />
      <Pick id={`${id}-purpose`} name="purpose" label={t('dialoguePurpose')} given={of?.purpose}
        options={PURPOSES.map(([name, word]) => [name, t(word)])} />
    </div>
    <Text id={`${id}-reached`} name="achievement" label={t('dialogueReached')} most={2000} given={of?.achievement} />
    <Text id={`${id}-obstacles`} name="obstacles" label={t('dialogueObstacles')} hint={t('dialogueObstaclesHint')}
      most={2000} given={of?.obstacles} />
    {rows.map((row, at) => <fieldset class="aim" key={row.id}><legend>{t('actionNumber', { n: at + 1 })}</legend>
      <Line id={`${id}-${at}-words`} name={`actions/${at}/words`} label={t('actionWhat')} most={500}
        given={row.words} />
      <div class="facts-form">
        <Pick id={`${id}-${at}-by`} name={`actions/${at}/byId`} label={t('actionWho')} given={row.byId}
          options={[[person, called(person)], [leader, called(leader)]]} />
        <Line id={`${id}-${at}-due`} name={`actions/${at}/dueOn`} type="date" label={t('actionDue')}
          given={row.dueOn} />
        {row.words && <Pick id={`${id}-${at}-state`} name={`actions/${at}/state`} label={t('actionState')}
          given={row.state} options={STATES.map(([name, word]) => [name, t(word)])} />}
      </div>
      {row.words && <Line id={`${id}-${at}-outcome`} name={`actions/${at}/outcome`} label={t('actionOutcome')}
        hint={t('actionOutcomeHint')} most={500} given={row.outcome} />}
    </fieldset>)}
    {rows.length < MOST && <button type="button" class="btn quiet" onClick={() => setRows([...rows, fresh()])}>
      {t('actionMore')}</button>}
  </Form>;
}
