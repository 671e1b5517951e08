/**
 * Every field of every record type and how much it is wanted, as the data dictionary (A.1–A.33) has it, in its order:
 * ● names the record, ◐ wanted by a step, ◎ wanted by data quality, ○ optional, – set or computed by the application.
 */
export const needs: Readonly<Record<string, string>> = {
  term: '●no ○name ◎first_meeting_on ○end_on ◎quota ○population ○elected_on –status',
  office:
    '●code ●name ◎county_name ◎province ○presidium_name ◎chair ○vice_chairs ○clerk ○phone ◎doc_prefix ○address ○postcode ' +
    '○is_ethnic_township ◎population_registered ○population_resident ◎has_renda_office ◎full_time_staff',
  village: '●name ○code ○kind ○population ○households ○active_from ○active_to',
  constituency: '●term ●level ●no ◎name ◎villages ○units ◎seats ◎voters –vacancies',
  person:
    '●name ○former_names ◎sex ◎ethnic ◎birth ◎party ○join_party ○native_place ◎edu ○degree ○school_major ○work_unit ○post ' +
    '◎occupation ○cadre_rank ○is_gui_qiao ○residence_status ◎fixed_income ○photo ○resume ○distinct_from –doubts',
  person_private: '●person ○id_no ○birth_on ◎phone ○phone2 ○address ○wechat ○email ○postcode ○bank_account',
  mandate:
    '●person ●level ●term ●nth ○upper_term_no ◎constituency ○elect_unit ○cert_no ◎elected_on ◎elect_kind ○votes ◐confirm_on ' +
    '–group –delegation –is_presidium –is_reelected ○station ○voter_contact_count ◐end_reason ◐event_on ◐report_on ' +
    '◐congress_on ◎announce_no ◐suspend_reason ◐resume_on –doubts',
  group: '●term ●kind ●name ◎leader ○secretary ◎members ○plan_count',
  presidium_member: '●mandate ●from_on ○to_on ◎role ○full_time ◎elected_session ○duty',
  organ: '●kind ●term ○session ◎members',
  organisation: '●name ○short_name ◎kind ○head ○town_leader ○contact_person ○phone ○is_suggestion_handler ○is_appraisable ○active_to',
  plan_item: '●year ◎kind ●item ◎plan_month ◎plan_quarter ◎owner ○source ○focus ○linked ◐adopted_on ◐published_on ◐undone_reason',
  session:
    '●term ●no ○title ◎kind ◐decide_on ◎published_on ◎notice_on ○papers_on ◐start_on ◐end_on ○start_time ◎place ◎chairs ' +
    '◐total_deputies –present –on_leave –absent –quorum_ok ○moved ○moved_reason ○moved_decided_on ◐convened_by ◐proposers ' +
    '○has_preparatory ○preparatory_on ○nonvoting ○observers ○outputs ○budget_approved_on ◎budget_published_on ○filed_on',
  attendance: '●session ●mandate ●state ○leave_reason ○leave_note ◎approved ◎approved_by ◎approved_on',
  agenda_item: '●session ●no ◎kind ●title ○reporter ○subject ○vote',
  vote:
    '●meeting ●subject ◎kind ○about ◎method ◎total ◎present ◎issued ◎collected ◎valid ◎invalid ◎for_count ◎against_count ' +
    '◎abstain_count ◎seats ◎candidates ○other_names –result ○result_override ○override_reason ○tellers ○scrutineers ○oath_on ' +
    '○oath_group ◎announce_no',
  presidium_meeting:
    '●term ●no ◐held_on ○start_time ◎place ◎chair ○recorder ◐members_total –present –on_leave –absent –quorum_ok ○nonvoting ' +
    '○extraordinary ○proposers ◎minutes ○summary_doc',
  decision:
    '●meeting ●no ●title ○reporter ○discussion ◎text ○for_count ○against_count ○abstain_count ○owner ○due_on ○done_on ' +
    '○done_note',
  supervision:
    '●form ●topic ◎field ◐laws ◎targets ○persons ◎linkage ○focus ○plan_ref ○leaders ◐start_on ○end_on ◎place ○half_days ' +
    '○site ○experts ○process ◐report_on ◎report_doc ◐forward_on ◐forward_to –feedback_due ◐feedback_on ◎feedback_text ' +
    '◎opinion_doc ◎deputy_feedback_on ○county_report_on ◐closed_on',
  finding: '●supervision ●no ●problem ◎unit ◎measure ◐due_on ◐done_on ◐done_note ◐verified_by ◐verified_on',
  rating: '●about ●round ●aspect ◎rated_on ◎satisfied ◎basically ◎dissatisfied ◎abstain ○issued ○collected ○invalid',
  follow_up:
    '◎source ●title ◎content ◐target ◐sent_on ◐due_on ◐extended_due_on ◐extend_reason ○progress ◐reply_on ◐reply_text ' +
    '◐verified_by ◐verified_on ◐evaluation ◐return_reason ◐closed_on',
  major_matter:
    '●year ●title ◎category ◎mode ○party_asked_on ○party_reply ◐listed_on ◐submitted_on ◐submit_unit ◐session ○vote ' +
    '◐decided_on ◐decision_text ○decision_no ◐withdrawn_on ◐withdraw_reason ◐closed_on',
  livelihood_project:
    '●year ●name ○proposer ◎invest_fen ◎location ◎content ◎goal –candidate ◐session ○vote ◐votes ◐elected ◐voted_on ' +
    '◐started_on ◐finished_on ◐evaluated_on ○progress ○spent_fen',
  bill:
    '◐session –no ●title ◎grounds ◎proposal ◐proposer_kind ◐lead ◐cosign ◐received_on ○deadline_on –in_time ◐handling ' +
    '◐handled_on ◐handling_reason ◐suggestion ◐vote ◐voted_on ◐withdrawn_on ◐withdraw_agreed_on ◐done_on ◐done_note',
  suggestion:
    '–no ◎kind ◐period ◐session ◐raised_on ◐lead ○cosign ●title ◎body ○source ○source_ref ◎field ○villages ○voters_served ' +
    '○repeat_of ○key_level ◎key_leader ◎key_supervisor ◎public_ok ◐accept ◐accept_reason ◎reviewer ◐review_on ◐merged_into ' +
    '◎mode ◐host ○cohosts ◐assigned_on ◎term_class –due_on –due_rule –returns ◐coordinated_on ◐coordination ◐outcome_note ' +
    '○published_on ◎congress_report ○cost_fen ◐withdrawn_on ◎withdraw_file ◐closed_on ◐close_reason –round –result_class ' +
    '–reply_on –rate_result',
  reply:
    '●suggestion ●round ●unit ◎reply_no ◐reply_on ◎signer ◐result_class ○class_label ○text ◎file ◎feedback_sent ◐feedback_on ' +
    '○rate_process ◐rate_result ○rate_meeting ○rate_attitude ○rate_answer ○rate_effect ○rate_text –redo_due',
  contact: '●suggestion –round ●date ◎mode ◎who ○unit ◎summary ○signed',
  promise: '●suggestion ○reply ●content ◎due ○unit ◐done_on ○done_note ○receipt ○dropped_on ○drop_reason –state',
  urge: '●about ●date ◎mode ◎text ○by_whom',
  inquiry:
    '◎kind ◎session ○event ●title ◐lead ◐proposers ◐target ◐question ◐raised_on ◐decided_on ◐answer_mode ◐answers ' +
    '○commitments ◐withdrawn_on ◐closed_on',
  recall:
    '●kind ○target ○target_name ◎post ◎reasons ◐proposer_kind ◐proposers ◐voter_count ◐proposed_on ○defence ◐session ◐vote ' +
    '◐decided_on ◐passed ◐announced_on ◐announce_no',
  by_election:
    '●constituency ◎vacancy ◎vacant_on ◎reason ◐reported_on ◐roll_on ◐voters ◐candidates ◎candidates_on ◎formal_on ◐vote_on ' +
    '◐turnout ◐review_on ◐confirmed_on ◐published_on ◐mandate',
  activity:
    '–no ●kind ●title ◎content ◎organizer ○group ◐start_on ○end_on ○start_time ◎place ○site ○plan_ref ○linkage ○voters_met ' +
    '○half_days ○outcome ◐cancel_reason –matters',
  participation: '●event ●mandate ●state ○leave_reason ○half_days ○role',
  training: '◎kind ●title ●start_on ○end_on ○half_days ○teacher ○place ○site ◎systematic ○plan_ref',
  deed: '●mandate ◎kind ●title ◎date ○amount_fen ○beneficiaries ○village ○result ◎level ○issuer',
  site:
    '●kind ●name ◎address ◎village ○area_m2 ◎master ○liaison ○phone ◎deputies ◎open_time ○level ○signage_ok ○ledger_ok ' +
    '○built_on ○closed_on',
  voter_matter:
    '–no ◎channel ○site ○activity ●received_on ◎deputies ○village ○headcount ○anonymous ◎category ●content ○opinion ◐route ' +
    '◐routed_on ◐to_unit ○sent_on ○due_on ◐suggestion ○letter ◐reject_reason ◐reply_text ◐reply_on ◐informed_on ' +
    '○visitor_rate ○closed_on',
  visitor: '●about ◎role ●name ○phone ○village ○address',
  visit: '◎kind ●date ◎mandates ◎contacted ○village ○households ○persons ○mode ○topic ○result',
  pairing: '●mandate ●village ●household_no ○household_kind ◎from_on ○to_on ○measures ○result ○projects',
  debrief:
    '●mandate ○planned_on ◐date ◎place ○site ◎form ◎constituency ◎voters_present ○told_duty ○told_contact ○told_suggestions ' +
    '○told_study ○questions ○opinions ◐feedback_on ◐rectify_on ○rectify_file',
  score:
    '●mandate ●year ○items ○self_tenths ○group_tenths ○presidium_tenths –final_tenths –grade ○published ○confirmed_on ' +
    '○exit_advised_on ○exit_note',
  budget: '●year ●kind ○standard_fen ◎budget_fen',
  expense:
    '◎budget ●date ●amount_fen ◎purpose ○payee ○activity ○voucher_no ◐approved_by ◐approved_on ◐paid_on ◎mandate ◎half_days ' +
    '◎rate_fen ◎signed',
  document:
    '●kind ●title ◐doc_no ◐issued_on ◎signer ◎session ◎meeting ◎openness ○pages ○copies ○recipients ○cc ○edition ◎file ' +
    '◎rule_kind ◎effective_on ◎repealed_on ◎on_wall ◐filed_on',
  task: '●title ○about –rule ◎due_on ○owner ◐snoozed_to ◐snooze_reason ◐done_on ◐cancel_reason',
  letter: '●received_on ◎form ●subject ◎category ○headcount ◎handled ○unit ○due_on ○reply_on ○reply_text ◎closed_on ○matter',
  county_order:
    '●order_no ●title ◎issued_on ◎kind ◎content ◎due_on ○due_form ◐accepted_on ○result_ref ◐result ◐reported_on ◐closed_on ' +
    '◐return_reason',
  party_log: '●kind ●date ◎topic ○result',
  assessment: '●year ●item_no ◎item ◎full_tenths ◎self_tenths ○county_tenths ○evidence ○note',
  publicity: '●title ◎date ◎media ◎level ○url',
  file: '●owner ●sha256 ○size_bytes ○mime ○name ○original',
}
