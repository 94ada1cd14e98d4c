// The four values of a rating: two levels and two scores. What stands already is shown; else nothing is chosen.
import { Choice, Line, numberOf } from '../../form';
import { t } from '../../words';

export type Level = 'above' | 'meets' | 'below';
export interface Given { result: Level; behaviour: Level; skpScore: number; behaviourScore: number }

export const levelsOf = (form: FormData) => ({
  result: form.get('result'), behaviour: form.get('behaviour'),
  skpScore: numberOf(form, 'skpScore'), behaviourScore: numberOf(form, 'behaviourScore'),
});

/** What is not filled in, by the field's name. */
export const missingOf = ({ result, behaviour, skpScore, behaviourScore }: ReturnType<typeof levelsOf>) => ({
  ...(result ? {} : { result: t('pickLevel', { what: t('resultLevel') }) }),
  ...(behaviour ? {} : { behaviour: t('pickLevel', { what: t('behaviourLevel') }) }),
  ...(skpScore === null ? { skpScore: t('fillScore', { what: t('skpScore') }) } : {}),
  ...(behaviourScore === null ? { behaviourScore: t('fillScore', { what: t('behaviourScore') }) } : {}),
});

export function Levels({ id, given }: { id: string; given?: Given }) {
  const options: [string, string][] = [['above', t('above')], ['meets', t('meets')], ['below', t('below')]];
  return <>
    <Choice name="result" label={t('resultLevel')} options={options} given={given?.result} />
    <Choice name="behaviour" label={t('behaviourLevel')} options={options} given={given?.behaviour} />
    <div class="facts-form">
      <Line id={`${id}-skp`} name="skpScore" label={t('skpScore')} mode="decimal" given={given?.skpScore} />
      <Line id={`${id}-behaviour`} name="behaviourScore" label={t('behaviourScore')} mode="decimal"
        given={given?.behaviourScore} />
    </div>
  </>;
}
