// Questionnaires that are open to me, until when, and whether I answered; one of them to answer.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import { goTo } from '../../focus';
import { Outcome } from '../../outcome';
import { Section } from '../../parts';
import { day, t, timeHere } from '../../words';
import { Answer, Keeps } from './answer';
import { answerPage, openSurveys, type OpenSurvey } from './asked';
import { address } from './told';

export function MySurveys() {
  const [chosen] = useQuery('survei', '');
  const [national] = useQuery('nasional', '');
  const list = useRead(openSurveys, []);
  return <>
    <h1>{t('mySurveys')}</h1>
    <p class="lead">{t('mySurveysLead')}</p>
    <Shown of={list}>{(open) => chosen
      ? <Chosen of={open.find((one) => one.id === chosen && one.national === (national !== ''))} again={list.again} />
      : <Section title={t('mySurveysOpen')}>
        {open.length === 0 ? <p class="empty">{t('mySurveysNone')}</p>
          : <ul class="list">{open.map((one) => <li key={`${one.national} ${one.id}`}>
            <span class="pair"><b>{one.title}</b> <Answered of={one} /></span>
            <span class="under">{t(one.national ? 'surveyByNation' : 'surveyByAgencyItself')},{' '}
              {t('surveyUntil', { date: day(one.lastDay) })},{' '}
              {t('surveyQuestions', { n: one.questions.length })}</span>
            <p class="do"><a href={answerPage(one)}>{t(one.answeredAt ? 'surveyAnswerAgain' : 'surveyAnswerIt')}
              <span class="vh">: {one.title}</span></a></p></li>)}</ul>}
      </Section>}</Shown>
  </>;
}

const Answered = ({ of }: { of: OpenSurvey }) => of.answeredAt
  ? <span class="tag inside">{t('surveyIsAnswered')}</span>
  : <span class="tag uncertain">{t('surveyIsWaiting')}</span>;

/** The form until it was sent; then, and whenever one comes back, that it was, and the form again on demand. */
function Chosen({ of, again }: { of?: OpenSurvey; again: () => void }) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => { if (sent) { outcome.current?.focus(); } }, [of?.answeredAt]);
  const back = <p class="back"><a class="btn alt" href={address('saya/survei', {})}>
    <span aria-hidden="true">←</span> {t('mySurveysAll')}</a></p>;
  if (!of) {
    return <>{back}<p class="note waits">{t('surveyNotOpenToYou')}</p></>;
  }
  return <>
    {back}
    <Section title={of.title}>
      <p class="pair"><Answered of={of} /> <span>{t('surveyUntil', { date: day(of.lastDay) })}</span></p>
      {of.answeredAt && <Outcome kind="ok" box={outcome} more={<Keeps of={of} />}
        words={<b>{t('surveyArrived', { time: timeHere(of.answeredAt) })}</b>} />}
      {of.answeredAt && !open
        ? <button class="btn alt" onClick={({ currentTarget }) => {
          goTo(currentTarget.closest('section'));
          setOpen(true);
        }}>{t('surveyAnswerAgain')}</button>
        : <>{!of.answeredAt && <div class="note"><Keeps of={of} /></div>}
          <Answer key={of.answeredAt} of={of} then={() => { setSent(true); setOpen(false); again(); }} /></>}
    </Section>
  </>;
}
