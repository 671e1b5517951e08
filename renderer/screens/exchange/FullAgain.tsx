import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { send } from './run'
import type { Place } from './use-place'

/** Everything again: needed only when the county asks for it. */
export function FullAgain({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  return (
    <Dialog
      title="全部重报一遍？"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>不用</Button>
          <Button look="primary" onClick={() => { onClose(); void send(place.path, { full: true }) }}>全部重报</Button>
        </>
      }
    >
      <p>把本镇的全部记录和附件重新装一包，写到{place.label}。县里已有的不会重复，只是包会大一些。</p>
      <p className="mut">一般只在县里说“缺了一段”的时候才用。</p>
    </Dialog>
  )
}
