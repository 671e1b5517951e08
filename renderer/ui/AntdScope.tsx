/** Chinese texts, our theme and no motion for everything of antd. Loaded with the first screen that needs it, not at the start. */
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useSession } from '../state/session'
import { EmptyState } from './EmptyState'
import { themeOf } from './theme'

dayjs.locale('zh-cn')

const themes = {
  standard: { standard: themeOf('standard'), large: themeOf('large'), xlarge: themeOf('xlarge') },
  high: { standard: themeOf('standard', 'high'), large: themeOf('large', 'high'), xlarge: themeOf('xlarge', 'high') },
} as const

/** A dialog is the browser's own and lies above everything else: what opens from it has to open within it, or it lies below, dead. */
const popupsIn = (from?: HTMLElement): HTMLElement => from?.closest('dialog') ?? document.body

export default function AntdScope({ children }: { readonly children: ReactNode }) {
  const size = useSession((state) => state.size)
  const contrast = useSession((state) => state.contrast)
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themes[contrast][size]}
      button={{ autoInsertSpace: false }}
      renderEmpty={() => <EmptyState title="没有找到" />}
      virtual
      getPopupContainer={popupsIn}
    >
      {children}
    </ConfigProvider>
  )
}
