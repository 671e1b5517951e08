/** How large the window opens: a small screen, or one that the system enlarges, leaves less than the usual, and nothing may lie beyond its edge or under its bar. */

export interface WindowBox {
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
}

const usual: WindowBox = { width: 1366, height: 768, minWidth: 1000, minHeight: 560 }

/** `area` = what the system leaves to windows, in its own enlarged units: 911 × 485 on a screen of 1366 × 768 at 150 %. */
export function windowBox(area: { readonly width: number; readonly height: number }): WindowBox {
  return {
    width: Math.min(usual.width, area.width), height: Math.min(usual.height, area.height),
    minWidth: Math.min(usual.minWidth, area.width), minHeight: Math.min(usual.minHeight, area.height),
  }
}
