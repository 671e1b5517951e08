/** The values of styles/tokens.css as antd's theme. The accent must not leak: links, focus, ticks and progress are blue, ink or green. */
import type { ThemeConfig } from 'antd'
import type { Contrast, TextSize } from '../state/session'

const sizes: Readonly<Record<TextSize, { readonly font: number; readonly control: number }>> = {
  standard: { font: 16, control: 40 },
  large: { font: 18, control: 44 },
  xlarge: { font: 20, control: 48 },
}

/** The same as `[data-contrast='high']` in tokens.css. */
const hard = {
  colorPrimary: '#7a0000', colorPrimaryHover: '#5c0000', colorPrimaryActive: '#5c0000', colorPrimaryBg: '#ffffff', colorPrimaryBgHover: '#ffffff', colorText: '#000000', colorTextHeading: '#000000',
  colorTextSecondary: '#000000', colorTextDescription: '#000000', colorTextPlaceholder: '#1d1f23', colorTextDisabled: '#1d1f23', colorLink: '#00308f', colorInfo: '#00308f', colorInfoBg: '#ffffff',
  colorError: '#6b0000', colorErrorBg: '#ffffff', colorWarning: '#4d2900', colorWarningBg: '#ffffff', colorSuccess: '#003d12', colorSuccessBg: '#ffffff', colorBgLayout: '#ffffff', colorFillAlter: '#ffffff',
  colorFillTertiary: '#ffffff', colorBorder: '#000000', colorBorderSecondary: '#000000', colorSplit: '#000000', controlOutline: '#d10069',
} as const

/** antd derives heading and small sizes from the base, so that all are set by hand. */
export function themeOf(size: TextSize, contrast: Contrast = 'standard'): ThemeConfig {
  const { font, control } = sizes[size]
  return {
    hashed: false,
    // Without a key every screen had variables of its own, made again at each visit.
    cssVar: { key: `zhen-${size}-${contrast}` },
    token: {
      motion: false,
      fontFamily: "'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
      fontSize: font,
      fontSizeSM: Math.max(14, font * 0.875),
      fontSizeLG: font * 1.125,
      fontSizeHeading5: font * 1.125,
      fontSizeHeading3: font * 1.5,
      fontSizeHeading1: font * 2,
      lineHeight: 1.5,
      controlHeight: control,
      controlHeightSM: control - 6,
      controlHeightLG: control + 12,
      colorPrimary: '#a61c1c',
      colorPrimaryHover: '#861313',
      colorPrimaryActive: '#861313',
      colorPrimaryBg: '#fbf1f0',
      colorPrimaryBgHover: '#e9e8e4',
      colorText: '#1d1f23',
      colorTextHeading: '#1d1f23',
      colorTextSecondary: '#474c55',
      colorTextDescription: '#474c55',
      colorTextPlaceholder: '#5a606a',
      colorTextDisabled: '#5a606a',
      colorLink: '#0a4a8a',
      colorInfo: '#0a4a8a',
      colorInfoBg: '#edf4fb',
      colorError: '#8f1515',
      colorErrorBg: '#fcedeb',
      colorWarning: '#7a4100',
      colorWarningBg: '#fff5e0',
      colorSuccess: '#1a5a2a',
      colorSuccessBg: '#edf6ee',
      colorBgLayout: '#f3f3f1',
      colorBgContainer: '#ffffff',
      colorBgElevated: '#ffffff',
      colorFillAlter: '#f9f9f7',
      colorFillTertiary: '#f0efec',
      colorBorder: '#8d9199',
      colorBorderSecondary: '#deddd8',
      colorSplit: '#deddd8',
      controlOutline: '#0a5bb5',
      controlOutlineWidth: 3,
      lineWidthFocus: 3,
      borderRadiusSM: 4,
      borderRadius: 6,
      borderRadiusLG: 8,
      boxShadow: '0 8px 28px rgba(29,31,35,.18), 0 0 0 1px rgba(29,31,35,.08)',
      boxShadowSecondary: '0 8px 28px rgba(29,31,35,.18), 0 0 0 1px rgba(29,31,35,.08)',
      ...(contrast === 'high' ? hard : {}),
    },
    components: {
      Select: {
        activeBorderColor: '#0a5bb5', hoverBorderColor: '#474c55', activeOutlineColor: 'rgba(10,91,181,.35)', optionSelectedBg: '#f0efec',
        optionActiveBg: '#edf4fb', optionHeight: control, optionLineHeight: `${control - 10}px`,
      },
      Input: { activeBorderColor: '#0a5bb5', hoverBorderColor: '#474c55' },
      DatePicker: { colorPrimary: '#1d1f23', activeBorderColor: '#0a5bb5', hoverBorderColor: '#474c55', cellHeight: 30, cellWidth: 42, withoutTimeCellHeight: 54 },
      Table: { headerBg: '#f9f9f7', cellPaddingBlockMD: 0, cellPaddingInlineMD: 12 },
      Checkbox: { colorPrimary: '#1a5a2a', colorPrimaryHover: '#1a5a2a' },
      Progress: { defaultColor: '#0a4a8a' },
      Tabs: { itemSelectedColor: '#861313', inkBarColor: '#a61c1c' },
    },
  }
}
