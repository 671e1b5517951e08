import type { RuleList } from '../../../shared/contract/rules'
import { Button } from '../../ui/Button'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** Updates that came with the county's receipt and wait for a decision. */
export function OfferStrip({ offers, onOpen }: { readonly offers: RuleList['offers']; readonly onOpen: (offer: string) => void }) {
  return offers.map((offer) => (
    <div key={offer.id} className="card row offer-strip">
      <Status tone="soon">县里发来规则更新</Status>
      <span className="grow cut">{`${offer.title}，${offer.from}${offer.issued_on === '' ? '' : `，${sayDate(offer.issued_on)}`}。看过、采用以后才生效。`}</span>
      <Button look="primary" onClick={() => onOpen(offer.id)}>看一看</Button>
    </div>
  ))
}
