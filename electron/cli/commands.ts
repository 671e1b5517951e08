/** Every command of the terminal, by name. */
import type { CliCommand } from './command'
import { exchangeCommands } from './exchange-commands'
import { fileCommands } from './file-commands'
import { figureCommands } from './figure-commands'
import { officeCommands } from './office-commands'
import { ownFieldCommands } from './own-field-commands'
import { pointCommands } from './point-commands'
import { recordCommands } from './record-commands'
import { ruleCommands } from './rule-commands'

export const commands: Readonly<Record<string, CliCommand>> = { ...officeCommands, ...recordCommands, ...fileCommands, ...figureCommands, ...exchangeCommands, ...ruleCommands, ...ownFieldCommands, ...pointCommands }
