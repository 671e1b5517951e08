import SuggestionList from './SuggestionList'

/** 建议 on the rail: the list of suggestions. */
export default function SuggestionsHub() {
  return <SuggestionList route={{ screen: 'list', type: 'suggestion' }} />
}
