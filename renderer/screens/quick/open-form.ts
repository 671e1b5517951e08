import { useEffect } from 'react'
import type { Data } from '../../../shared/fields'
import { replace } from '../../state/navigation'

/** Opens the form of a register in place: the entry of that kind. */
export function useForm(type: string, preset: Data | undefined): null {
  useEffect(() => { replace({ screen: 'edit', type, ...(preset ? { preset } : {}) }) }, [type, preset])
  return null
}
