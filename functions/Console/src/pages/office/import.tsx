// One file that came in: what its rows would do, the choice to write them, how far that is, and what came of it.
import { useEffect } from 'preact/hooks';
import { call, fault, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { Choice, Form, textOf } from '../../form';
import { Section } from '../../parts';
import { session } from '../../session';
import { day, number, t, timeHere, type Word } from '../../words';
import { KINDS, type Kind } from './kinds';
import { Rows } from './rows';

interface Imported {
  id: string; state: 'previewed' | 'applying' | 'applied'; version: number; previewedAt: string; keptUntil: string;
  keptColumns: string[]; endedAt?: string; applies?: 'all' | 'good';
  rows: { all: number; new: number; changed: number; unchanged: number; faulty: number };
  progress?: { finished: number; done: number; moved: number; refused: number; leftOut: number };
}

const EVERY = 2_000;
const EFFECTS: ['new' | 'changed' | 'unchanged' | 'faulty', Word, string][] = [
  ['new', 'effectNew', 'in'], ['changed', 'effectChanged', 'in'], ['unchanged', 'effectUnchanged', ''],
  ['faulty', 'effectFaulty', 'late'],
];
const OUTCOMES: ['done' | 'moved' | 'refused' | 'leftOut', Word, string][] = [
  ['done', 'outcomeDone', 'in'], ['moved', 'outcomeMoved', 'waits'], ['refused', 'outcomeRefused', 'waits'],
  ['leftOut', 'outcomeLeftOut', 'waits'],
];

export function Import({ kind, id, leave }: { kind: Kind; id: string; leave: () => void }) {
  const path = `/agencies/${session()!.agency}/imports/${kind}/${id}`;
  const [asked, show] = useQuery('tampil', '');
  const read = useRead(() => call<Imported>(path), [path]);
  const of = read.value;
  /** Of a preview by effect, of what is written by outcome: what the other one was narrowed to means nothing here. */
  const shown = asked.startsWith(of?.state === 'applied' ? 'outcome=' : 'effect=') ? asked : '';
  useEffect(() => {
    if (of?.state !== 'applying') {
      return undefined;
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && read.again(), EVERY);
    return () => clearInterval(timer);
  }, [of]);
  return <>
    <p class="back"><button class="btn alt" onClick={() => { show(''); leave(); }}>
      <span aria-hidden="true">←</span> {t('importOther')}</button></p>
    <Shown of={read}>{(value) => <div class="stack">
      <h2>{t('importOf', { kind: t(KINDS[kind].word) })}</h2>
      <State of={value} />
      <ul class="counts">{value.state === 'previewed'
        ? EFFECTS.map(([name, word, edge]) => <Count key={name} of={value.rows[name]} word={word} edge={edge} />)
        : OUTCOMES.map(([name, word, edge]) =>
          <Count key={name} of={value.progress?.[name] ?? 0} word={word} edge={edge} />)}</ul>
      {value.state === 'previewed' && <Apply of={value} path={path} again={read.again} />}
      {value.state !== 'applying' && <Section title={t('importRows')}>
        {value.keptColumns.length > 0 && <p class="tiny">
          {t('importKept', { columns: value.keptColumns.join(', ') })}</p>}
        <label for="show">{t('importShow')}</label>
        <select id="show" value={shown} onChange={(event) => show(event.currentTarget.value)}>
          <option value="">{t('importAll', { n: number(value.rows.all) })}</option>
          {value.state === 'previewed'
            ? EFFECTS.map(([name, word]) => <option key={name} value={`effect=${name}`}>
              {t(word)} ({number(value.rows[name])})</option>)
            : OUTCOMES.map(([name, word]) => <option key={name} value={`outcome=${name}`}>
              {t(word)} ({number(value.progress?.[name] ?? 0)})</option>)}
        </select>
        <Rows key={value.state + value.version + shown} path={`${path}/rows${shown ? `?${shown}` : ''}`}
          ofPeople={KINDS[kind].ofPeople} />
      </Section>}
    </div>}</Shown>
  </>;
}

/** Where it stands, said in one sentence; while it is written a bar tells how far. */
function State({ of }: { of: Imported }) {
  const finished = of.progress?.finished ?? 0;
  const isClean = of.progress?.done === of.rows.all;
  switch (of.state) {
    case 'previewed': return <div role="status"><p class="note">
      {t('importPreviewed', { date: day(of.keptUntil.slice(0, 10), { dateStyle: 'long' }) })}</p></div>;
    case 'applying': return <div class="note waits">
      <label for="progress">{t('importApplying', { n: number(finished), all: number(of.rows.all) })}</label>
      <progress id="progress" max={of.rows.all} value={finished} />
      <p class="tiny">{t('importGoesOn')}</p></div>;
    case 'applied': return <div role="status"><p class={`note ${isClean ? 'ok' : 'waits'}`}>
      {t(isClean ? 'importDone' : 'importDonePart', { n: number(of.progress?.done ?? 0), all: number(of.rows.all),
        time: of.endedAt ? timeHere(of.endedAt) : '' })}</p></div>;
  }
}

const Count = ({ of, word, edge }: { of: number; word: Word; edge: string }) =>
  <li class={`card count ${of > 0 ? edge : ''}`}><b class="figure">{number(of)}</b><span>{t(word)}</span></li>;

/** Nothing is chosen beforehand. Whoever looked at another preview than the one that stands is told so by the API. */
function Apply({ of, path, again }: { of: Imported; path: string; again: () => void }) {
  const { faulty } = of.rows;
  const writes = of.rows.new + of.rows.changed;
  const send = async (form: FormData) => {
    const rows = textOf(form, 'rows');
    if (rows === '') {
      throw fault(t('applyPick'));
    }
    try {
      await call(`${path}/apply`, { rows }, undefined, { headers: { 'If-Match': `"${of.version}"` } });
    } finally {
      // Also after a refusal: another preview stands by now, and is shown.
      again();
    }
    return t('applyBegun');
  };
  if (writes === 0) {
    return <p class="note">{t(faulty > 0 ? 'applyNoGood' : 'applyNothing')}</p>;
  }
  return <Section title={t('apply')}>
    <Form send={send} button={t('applyNow')}>
      <Choice name="rows" label={t('applyWhich')} options={[
        ...(faulty === 0 ? [['all', t('applyAll', { n: number(writes) })] as [string, string]] : []),
        ['good', t('applyGood', { n: number(writes), faulty: number(faulty) })],
      ]} />
      {faulty > 0 && <p class="tiny">{t('applyAllShut', { n: number(faulty) })}</p>}
    </Form>
  </Section>;
}
