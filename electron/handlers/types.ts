/** The `types` command: what every record type is made of, for programs that write records. */
import { typesForPrint } from '../../shared/steps/print-types'
import { machineOf } from '../../shared/steps'

export const printTypes = (): unknown => typesForPrint(machineOf)
