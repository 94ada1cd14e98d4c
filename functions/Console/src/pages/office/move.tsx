// What changes a person's place: another unit, post or rater from a day on, and the end of service.
import { useState } from 'preact/hooks';
import { fault } from '../../api';
import { today } from '../../address';
import { Line, textOf } from '../../form';
import { called } from '../../names';
import { day, t } from '../../words';
import { Change, type Cells } from './change';
import { PersonPick, PostPick, UnitPick, type Known } from './choose';
import { holds, type Service } from './person';

const LONG = { dateStyle: 'long' } as const;

interface Props { of: Service; known: Known; then: (done: string) => void }

/** A day on which the agency's days count; the API takes an earlier one too, and nothing would come of it. */
export function dayOf(form: FormData, name: string, began: string) {
  const date = textOf(form, name);
  if (date === '') {
    throw fault(t('mendFields'), { [name]: t('changePickDay') });
  }
  if (began !== '' && date < began) {
    throw fault(t('mendFields'), { [name]: t('changeBefore', { date: day(began, LONG) }) });
  }
  return date;
}

export function Move({ of, known, then }: Props) {
  const stands = holds(of, known.on);
  const [unit, setUnit] = useState(stands.unitId);
  const cells = (form: FormData): Cells => {
    const from = dayOf(form, 'from', known.began);
    const unitId = textOf(form, 'unitId');
    if (unitId === '') {
      throw fault(t('mendFields'), { unitId: t('changePickUnit') });
    }
    return { id: of.id, unitId, postId: textOf(form, 'postId'), raterId: textOf(form, 'raterId'), from };
  };
  return <details><summary>{t('move')}</summary>
    <p class="tiny">{t('moveHint')}</p>
    <Change kind="people" cells={cells} then={then} means={(said) => <Means of={of} said={said} known={known} />}
      done={({ from }) => t('moveDone', { who: called(of.id), from: day(from!, LONG) })}>
      <Line id="move-from" name="from" type="date" label={t('changeFrom')} given={today()} />
      <UnitPick id="move-unit" name="unitId" label={t('unit')} given={stands.unitId} units={known.units}
        choose={setUnit} />
      <PostPick id="move-post" name="postId" label={t('postHeld')} hint={t('changeMayBeEmpty')} given={stands.postId}
        posts={known.posts} />
      <PersonPick id="move-rater" name="raterId" label={t('rater')} hint={t('changeMayBeEmpty')} given={stands.raterId}
        known={known} unit={unit} not={of.id} />
    </Change></details>;
}

/** What the dates mean: from when on, what is looked at again, and what is said for later already. */
function Means({ of, said, known }: { of: Service; said: Cells; known: Known }) {
  const [from, unit] = [said.from!, known.units.find((one) => one.id === said.unitId)?.name ?? said.unitId!];
  const later = of.assignments.find((one) => one.from && one.from > from);
  return <>
    <p>{t('moveMeans', { date: day(from, LONG), unit })}</p>
    {from <= today() && <p>{t('changePast', { date: day(from, LONG) })}</p>}
    {later && <p class="note waits">{t('moveLater', { date: day(later.from!, LONG),
      unit: known.units.find((one) => one.id === later.unitId)?.name ?? later.unitId })}</p>}
  </>;
}

export function End({ of, known, then }: Props) {
  return <details><summary>{t('end')}</summary>
    <p class="tiny">{t('endHint')}</p>
    <Change kind="people" then={then} cells={(form) => ({ id: of.id, endedOn: dayOf(form, 'endedOn', known.began) })}
      done={({ endedOn }) => t('endKept', { date: day(endedOn!, LONG) })}
      means={({ endedOn }) => endedOn! < today() && <p>{t('changePast', { date: day(endedOn!, LONG) })}</p>}>
      <Line id="ended" name="endedOn" type="date" label={t('endOn')} given={of.endedOn} />
    </Change></details>;
}
