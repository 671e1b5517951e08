/** Which figures the tests beside this file work out in their own words, read from the text of the tests themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What is expected of one figure in all tests together. */
export interface WorkedCase {
  /** A value other than 0 and "not known" is expected somewhere. */
  value: boolean
  /** A rate other than "—" is expected somewhere. */
  rate: boolean
  /** Parts of which something other than 0 is expected somewhere. */
  readonly parts: Set<string>
}

const isId = (name: string): boolean => /^B\d{1,2}\.\d\d$/u.test(name)

const nameOf = (name: ts.PropertyName): string => (ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNumericLiteral(name) ? name.text : '')

/** Whether an expression says a number other than 0: by itself, first in a list, or in a helper's arguments. */
function saysNumber(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false
  if (ts.isNumericLiteral(node)) return Number(node.text) !== 0
  if (ts.isArrayLiteralExpression(node)) return saysNumber(node.elements[0])
  if (ts.isCallExpression(node)) return node.arguments.some(saysNumber)
  return false
}

const isNumber = (node: ts.Expression | undefined): boolean => node !== undefined && ts.isNumericLiteral(node)

/** What one expected figure adds to its case: a number, or [value, rate, parts]. */
function take(found: WorkedCase, expected: ts.Expression): void {
  if (saysNumber(expected)) found.value = true
  if (!ts.isArrayLiteralExpression(expected)) return
  const [, rate, parts] = expected.elements
  if (isNumber(rate)) found.rate = true
  if (parts === undefined || !ts.isObjectLiteralExpression(parts)) return
  for (const part of parts.properties) if (ts.isPropertyAssignment(part) && saysNumber(part.initializer)) found.parts.add(nameOf(part.name))
}

/** The cases of one test file's text, by indicator. */
export function workedCasesOf(text: string, cases: Map<string, WorkedCase> = new Map()): Map<string, WorkedCase> {
  const caseOf = (id: string): WorkedCase => {
    const known = cases.get(id) ?? { value: false, rate: false, parts: new Set<string>() }
    cases.set(id, known)
    return known
  }
  /** The indicator whose figure stands alone before `.toEqual(…)`: `expect(shown(…)['B5.07']).toEqual([…])`. */
  const alone = (call: ts.CallExpression): void => {
    if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'toEqual') return
    const id = /\['(B\d{1,2}\.\d\d)'\]\)$/u.exec(call.expression.expression.getText())?.[1]
    if (id !== undefined && call.arguments[0] !== undefined) take(caseOf(id), call.arguments[0])
  }
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && isId(nameOf(node.name))) take(caseOf(nameOf(node.name)), node.initializer)
    if (ts.isCallExpression(node)) alone(node)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('one.test.ts', text, ts.ScriptTarget.Latest, true))
  return cases
}

/** The cases of all tests of this folder. */
export function workedCases(): Map<string, WorkedCase> {
  const cases = new Map<string, WorkedCase>()
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts') && name !== 'every-indicator.test.ts')) {
    workedCasesOf(readFileSync(path.join(import.meta.dirname, file), 'utf8'), cases)
  }
  return cases
}
