// A file with areas, chosen or dropped on the map; one of several is picked by its name.
import { useState } from 'preact/hooks';
import { t } from '../../words';
import { areasOf, FileFault, type Found } from './files';

export interface Loading { fault?: FileFault['why']; found?: Found[] }

/** What a file holds; several areas wait until one is picked. */
export function useFile(take: (one: Found) => void) {
  const [state, setState] = useState<Loading>({});
  const load = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    try {
      const found = await areasOf(file);
      setState({ found });
      if (found.length === 1) {
        take(found[0]!);
      }
    } catch (fault) {
      setState({ fault: fault instanceof FileFault ? fault.why : 'fileUnread' });
    }
  };
  return { state, load };
}

interface Props { state: Loading; load: (file: File | undefined) => Promise<void>; take: (one: Found) => void }

export function Load({ state: { fault, found }, load, take }: Props) {
  return <>
    <label for="file">{t('fileLabel')}</label>
    <p class="tiny" id="file-hint">{t('fileHint')}</p>
    <input id="file" type="file" accept=".geojson,.json,.kml,.zip" aria-describedby="file-hint"
      onChange={(event) => void load(event.currentTarget.files?.[0])} />
    {fault && <p class="note bad" role="alert">{t(fault)}</p>}
    {found && found.length > 1 && <>
      <label for="which">{t('fileWhich', { n: found.length })}</label>
      <select id="which" onChange={(event) => {
        const one = found[event.currentTarget.selectedIndex - 1];
        if (one) {
          take(one);
        }
      }}><option>{t('filePick')}</option>
        {found.slice(0, 1000).map((one, i) => <option key={i}>{one.name || t('editPart', { n: i + 1 })}</option>)}
      </select></>}
  </>;
}
