// An objection to a result: filed, heard on both sides, decided by the rater's superior, or withdrawn.
import { useState } from 'preact/hooks';
import { call, find, Shown, useRead } from '../../api';
import { Form, Text, textOf } from '../../form';
import { called } from '../../names';
import { Id, PrintLink, Section } from '../../parts';
import { session } from '../../session';
import { day, t, type Word } from '../../words';

interface Heard { byId: string; words: string }
export interface Objected {
  id: string; reason: string; evidence: string[]; raterId: string; superiorId: string;
  filedAt: string; decideBy: string;
  state: 'filed' | 'kept' | 'changed' | 'withdrawn'; ofPerson?: Heard; ofRater?: Heard;
  ruling?: { decidedById: string; reason: string; at: string }; appliedInRevision?: number;
}

const STATES: Record<Objected['state'], Word> = {
  filed: 'objectionFiled', kept: 'objectionKept', changed: 'objectionChanged', withdrawn: 'objectionWithdrawn',
};

/** A link to evidence must be an https address, as the API has it; nothing is a good answer too. */
const linksOf = (text: string) => text.split(/\s+/).filter(Boolean);

export function Objection({ period, until }: { period: string; until?: string }) {
  const path = `/employees/${session()!.person}/objections/${period}`;
  const read = useRead(() => find<Objected>(path), [period]);
  return <Section title={t('objection')}>
    <Shown of={read}>{(value) => value === null || value.state === 'withdrawn'
      ? <>{value && <p class="note">{t('objectionWithdrawn')}</p>}
        <File path={path} until={until} again={read.again} /></>
      : <Followed of={value} path={path} period={period} again={read.again} />}</Shown>
  </Section>;
}

function File({ path, until, again }: { path: string; until?: string; again: () => void }) {
  const [id] = useState(() => `keberatan-${crypto.randomUUID()}`);
  const send = async (form: FormData) => {
    await call(path, { id, reason: textOf(form, 'words'), evidence: linksOf(textOf(form, 'links')) });
    return t('objectionSent');
  };
  return <>
    <p>{t('objectionLead')}</p>
    {until && <p class="tiny">{t('objectUntil', { date: day(until) })}</p>}
    <Form send={send} button={t('objectSend')} then={again}>
      <Text id="objection" label={t('objectReason')} hint={t('objectionHint')} most={2000} />
      <label for="links">{t('objectionLinks')}</label>
      <p class="tiny" id="links-hint">{t('objectionLinksHint')}</p>
      <input id="links" name="links" type="text" inputMode="url" aria-describedby="links-hint" />
    </Form>
  </>;
}

interface FollowedProps { of: Objected; path: string; period: string; again: () => void }

function Followed({ of, path, period, again }: FollowedProps) {
  const say = async (form: FormData) => {
    await call(`${path}/statements`, { byId: session()!.person, words: textOf(form, 'words') });
    return t('saidTo');
  };
  const withdraw = async () => {
    await call(`${path}/withdrawal`, {});
    return t('objectionWithdrawn');
  };
  return <>
    <p class={`note ${of.state === 'filed' ? 'waits' : 'ok'}`}>
      {t(STATES[of.state], { n: of.appliedInRevision ?? '' })}</p>
    <ol class="trail">
      <li><b>{t('stepObjected')}</b>, {day(of.filedAt.slice(0, 10), { dateStyle: 'long' })}<q>{of.reason}</q></li>
      {of.ofPerson && <li><b>{t('heardPerson')}</b><q>{of.ofPerson.words}</q></li>}
      {of.ofRater && <li><b>{t('heardRater')}</b>, <Id of={of.raterId} /><q>{of.ofRater.words}</q></li>}
      {of.ruling
        ? <li><b>{t('stepDecided')}</b>, <Id of={of.ruling.decidedById} /><q>{of.ruling.reason}</q></li>
        : <li class="to-come">{t('decidesUntil', {
          who: called(of.superiorId), date: day(of.decideBy, { dateStyle: 'long' }) })}</li>}
    </ol>
    {of.ruling && <p><PrintLink paper="objectionDecision" of={period} /></p>}
    {of.state === 'filed' && <>
      {!of.ofPerson && <Form send={say} button={t('answerSend')} then={again}>
        <Text id="statement" label={t('sayMore')} hint={t('sayMoreHint')} most={2000} /></Form>}
      <details><summary>{t('withdraw')}</summary>
        <Form send={withdraw} button={t('withdrawNow')} then={again}><p>{t('withdrawHint')}</p></Form></details>
    </>}
  </>;
}
