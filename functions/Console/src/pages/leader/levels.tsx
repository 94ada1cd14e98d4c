// The four values of a rating: two levels and two scores, and nothing chosen beforehand.
import { Choice } from '../../form';
import { t } from '../../words';

const numberOf = (form: FormData, name: string) => Number(String(form.get(name) ?? '').replace(',', '.'));

export const levelsOf = (form: FormData) => ({
  result: form.get('result'), behaviour: form.get('behaviour'),
  skpScore: numberOf(form, 'skpScore'), behaviourScore: numberOf(form, 'behaviourScore'),
});

export function Levels({ id, given }: { id: string; given?: { skpScore: number; behaviourScore: number } }) {
  const options: [string, string][] = [['above', t('above')], ['meets', t('meets')], ['below', t('below')]];
  return <>
    <Choice name="result" label={t('resultLevel')} options={options} />
    <Choice name="behaviour" label={t('behaviourLevel')} options={options} />
    <div class="two even">
      <div><label for={`${id}-skp`}>{t('skpScore')}</label>
        <input id={`${id}-skp`} name="skpScore" inputMode="decimal" value={given?.skpScore} /></div>
      <div><label for={`${id}-behaviour`}>{t('behaviourScore')}</label>
        <input id={`${id}-behaviour`} name="behaviourScore" inputMode="decimal" value={given?.behaviourScore} /></div>
    </div>
  </>;
}
