/** Who imports whom at run time, read from the sources: imports of types alone vanish in the build and are left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const statement = /(?:^|\n)[ \t]*(?:import|export)\s+(type\s+)?(?:([^'"\n;]*?)\s*from\s*)?'(\.[^']+)'/g

/** Sources of the product, from the root. */
export function sources(): readonly string[] {
  return ['shared', 'electron', 'renderer'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
}

export const textOfSource = (file: string): string => readFileSync(path.join(root, file), 'utf8')

function resolved(from: string, to: string): string | null {
  const base = path.join(path.dirname(from), to)
  return [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find((file) => existsSync(path.join(root, file))) ?? null
}

/** `import { type A, type B }` names types only, as `import type` does; `import {}` is there for its types too. */
const typesOnly = (names: string | undefined): boolean =>
  names !== undefined && /^\{.*\}$/s.test(names) && names.slice(1, -1).split(',').map((name) => name.trim()).filter((name) => name !== '').every((name) => name.startsWith('type '))

/** File → files that are loaded with it. */
export function importGraph(): ReadonlyMap<string, readonly string[]> {
  const files = sources().filter((file) => /\.tsx?$/.test(file))
  return new Map(files.map((file) => [file, [...textOfSource(file).matchAll(statement)]
    .filter(([, type, names]) => type === undefined && !typesOnly(names))
    .map((match) => resolved(file, match[3] ?? ''))
    .filter((to) => to !== null && to !== file)] as const).map(([file, to]) => [file, to.filter((one): one is string => one !== null)]))
}

/** Groups of nodes that reach each other (Tarjan), those of one node left out. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const lowOf = (node: string): number => low.get(node) ?? Infinity
  const visit = (node: string): void => {
    order.set(node, order.size)
    low.set(node, order.size - 1)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) {
        visit(next)
        low.set(node, Math.min(lowOf(node), lowOf(next)))
      } else if (stack.includes(next)) low.set(node, Math.min(lowOf(node), order.get(next) ?? Infinity))
    }
    if (low.get(node) !== order.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1) found.push(group.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return found
}
