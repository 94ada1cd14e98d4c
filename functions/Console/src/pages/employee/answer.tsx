// A questionnaire answered by the person who is asked, and what becomes of the answers.
import { atRows, call, fault } from '../../api';
import { Choice, Form, Text, textOf } from '../../form';
import { session } from '../../session';
import { day, t, type Word } from '../../words';
import type { OpenSurvey } from './asked';

/** In which groups answers are counted too; of what the nation asks, by agency. */
const COUNTED: Record<string, Word> = {
  unit: 'countedUnit', employmentKind: 'countedKind', level: 'countedLevel',
  agency: 'countedAgency',
};

/** What is kept and who will see what: the same before it is sent and afterwards. */
export const Keeps = ({ of }: { of: OpenSurvey }) => <ul class="reasons aims">
  <li>{t('surveyKeeps', { date: day(of.lastDay) })}</li>
  <li>{t(of.national ? 'surveySeesNation' : 'surveySeesOffice', {
    how: COUNTED[of.breakdown] ? t(COUNTED[of.breakdown]!) : '', n: of.leastGroupSize })}</li>
  {of.questions.some((one) => one.kind === 'text') && <li>{t('surveySeesWords', { n: of.leastGroupSize })}</li>}
  <li>{t('surveySeesNobody')}</li>
</ul>;

const STEPS: [string, Word | null][] = [['1', 'stepLeast'], ['2', null], ['3', null], ['4', null], ['5', 'stepMost']];

const MEMBER: Record<string, string> = { scale: 'step', choice: 'choice', text: 'words' };

export function Answer({ of, then }: { of: OpenSurvey; then: () => void }) {
  const { agency, person } = session()!;
  const send = async (form: FormData) => {
    const level = textOf(form, 'level');
    const given = of.questions.flatMap(({ id, kind }, at) => {
      const value = textOf(form, `answers/${at}`);
      return value === '' ? [] : [{ at, answer: {
        question: id, [MEMBER[kind]!]: kind === 'scale' ? Number(value) : value } }];
    });
    if (!level || given.length === 0) {
      throw fault(t('mendFields'), { ...(level ? {} : { level: t('surveyPickLevel') }),
        ...(given.length > 0 ? {} : { 'answers/0': t('surveyOneAnswer') }) });
    }
    try {
      await call(`/agencies/${agency}/${of.national ? 'national-surveys' : 'surveys'}/${of.id}/responses/${person}`,
        { level, answers: given.map((one) => one.answer) }, 'PUT');
    } catch (thrown) {
      throw atRows(thrown, 'answers', given.map((one) => one.at));
    }
    return t('surveySent');
  };
  return <Form send={send} button={t(of.answeredAt ? 'surveyReplace' : 'surveySendAnswer')} then={then}>
    <p class="tiny">{t(of.answeredAt ? 'surveyReplaceHint' : 'surveyLeaveOut')}</p>
    <Choice name="level" label={t('surveyLevel')} options={[
      ['local', t('levelLocal')], ['central', t('levelCentral')]]} />
    {of.questions.map((one, at) => one.kind === 'text'
      ? <Text key={one.id} id={`answer-${at}`} name={`answers/${at}`} label={one.words} most={2000}
        hint={t('surveyWordsHint')} />
      : <Choice key={one.id} name={`answers/${at}`} label={one.words} options={[
        ...(one.kind === 'scale' ? STEPS.map(([step, word]): [string, string] =>
          [step, word ? `${step} – ${t(word)}` : step]) : one.choices!.map((choice): [string, string] =>
          [choice, choice])), ['', t('surveySkip')]]} />)}
  </Form>;
}
