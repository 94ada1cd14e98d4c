// One note of feedback: on the work result or a row of the plan, on a value or one of its guides. It never changes.
import { useRef, useState } from 'preact/hooks';
import { call, fault, find, Refused, useRead } from '../../api';
import { quarterOf, today } from '../../address';
import { Choice, Form, Line, Pick, Text, textOf } from '../../form';
import { called } from '../../names';
import { session } from '../../session';
import { t, type Word } from '../../words';
import type { Plan, Summary } from '../employee/results';

/** Somebody to whom I may give feedback, and my role in it. */
export interface Receiver { employeeId: string; unitId: string; role: string }
export interface Guide { value: string; guide: number; words: string }
export interface Note {
  id: string; giverId: string; receiverId: string; role: string; subject: string; level?: string; words: string;
  period: string; receivedAt: string; guide?: number; planFrom?: string; resultId?: string;
}
interface Row { from: string; id: string; words: string }

const LEVELS: Word[] = ['above', 'meets', 'below'];

export const guidesOf = async () => (await call<{ guides: Guide[] }>(
  `/agencies/${session()!.agency}/behaviour-guides`)).guides;

/** What I gave in a quarter; nobody else is told. */
export const givenIn = async (quarter: string) => (await call<{ feedback: Note[] }>(
  `/employees/${session()!.person}/given-feedback/${quarter}`)).feedback;

/** The rows of the plans that somebody below me has today; none where no plan is kept here. */
async function rowsOf(person: string): Promise<Row[]> {
  const [path, on] = [`/employees/${person}/work-plans`, today()];
  const { plans } = await find<{ plans: Summary[] }>(`${path}?year=${on.slice(0, 4)}`) ?? { plans: [] };
  return (await Promise.all(plans.filter((one) => one.from <= on && on < one.to).map(async (one) =>
    (await call<Plan>(`${path}/${one.from}?version=${one.agreedVersion ?? one.version}`)).plan.results.map((row) =>
      ({ from: one.from, id: row.id, words: row.words }))))).flat();
}

/** The receiver is chosen out of a list, or stands. Sent again it is the same note, by its id. */
export function Give({ to, guides, again }: {
  to: Receiver | Receiver[]; guides: Guide[]; again: (words: string) => void;
}) {
  const id = useRef(`umpan-${crypto.randomUUID()}`);
  const [about, setAbout] = useState('');
  const [only, listed] = Array.isArray(to) ? [undefined, to] : [to, []];
  const rows = useRead(async () => only?.role === 'leader' ? await rowsOf(only.employeeId) : [], []);
  const send = async (form: FormData) => {
    const receiver = only ?? listed.find((one) => keyOf(one) === textOf(form, 'receiverId'));
    const [subject, planFrom, resultId] = textOf(form, 'subject').split('/');
    const [words, link] = [textOf(form, 'words'), textOf(form, 'evidence/0/url')];
    const [guide, level] = [Number(textOf(form, 'guide')), textOf(form, 'level')];
    if (!receiver || !subject || !words) {
      throw fault(t('mendFields'), {
        ...(receiver ? {} : { receiverId: t('givePickWhom') }), ...(subject ? {} : { subject: t('givePickAbout') }),
        ...(words ? {} : { words: t('giveSay') }) });
    }
    try {
      const kept = await call<Note>('/feedback', {
        id: id.current, agencyId: session()!.agency, giverId: session()!.person, receiverId: receiver.employeeId,
        role: receiver.role, subject, words, ...(level ? { level } : {}), ...(guide ? { guide } : {}),
        ...(resultId ? { planFrom, resultId } : {}), ...(link ? { evidence: [{ url: link }] } : {}),
      });
      return t('giveKept', { who: called(receiver.employeeId), period: kept.period });
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.problem.type?.endsWith(':reused-id')) {
        // The first one arrived, though its answer did not; what was written since is another note.
        id.current = `umpan-${crypto.randomUUID()}`;
        throw fault(t('giveFirstKept'));
      }
      throw thrown;
    }
  };
  const name = id.current;
  const some = guides.filter((one) => one.value === about);
  return <Form send={send} button={t('feedbackSend')} then={again}>
    {!only && <Pick id={`${name}-to`} name="receiverId" label={t('askWhom')}
      options={listed.map((one) => [keyOf(one), t(one.role === 'subordinate' ? 'giveToLeader' : 'giveToPeer', {
        who: called(one.employeeId) })])} />}
    <Pick id={`${name}-about`} name="subject" label={t('giveAbout')} choose={setAbout} options={[
      ['result', t('giveResult')],
      ...(rows.value ?? []).map((one): [string, string] =>
        [`result/${one.from}/${one.id}`, t('giveRow', { words: one.words })]),
      ...[...new Set(guides.map((one) => one.value))].map((one): [string, string] => [one, t(one as Word)])]} />
    {some.length > 0 && <Choice key={about} name="guide" label={t('giveGuide')} spoken="id"
      options={some.map((one) => [String(one.guide), one.words])} none={t('giveGuideWhole')} />}
    <Choice name="level" label={t('giveLevel')} options={LEVELS.map((one) => [one, t(one)])}
      none={t('giveLevelNone')} />
    <Text id={`${name}-words`} label={t('giveWords')} hint={t('giveWordsHint')} most={2000} />
    <Line id={`${name}-link`} name="evidence/0/url" label={t('dailyLink')} mode="url" most={500} />
  </Form>;
}

const keyOf = (one: Receiver) => `${one.employeeId}/${one.role}`;

/** The quarter in which a note counts that is given now. */
export const runningQuarter = () => quarterOf(today());
