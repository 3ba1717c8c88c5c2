import { a001 } from './rules/archive/a001-zip-is-readable.js';
import { a002 } from './rules/archive/a002-zip-is-not-encrypted.js';
import { a003 } from './rules/archive/a003-names-are-safe.js';
import { a004 } from './rules/archive/a004-paths-are-unique.js';
import { a005 } from './rules/archive/a005-limits-are-kept.js';
import { a006 } from './rules/archive/a006-no-malware.js';
import { a007 } from './rules/archive/a007-one-root-folder.js';
import { a008 } from './rules/archive/a008-root-folder-named-like-zip.js';
import { a009 } from './rules/archive/a009-root-name-has-form.js';
import { a010 } from './rules/archive/a010-submission-date-is-possible.js';
import { a011 } from './rules/archive/a011-submission-date-is-recent.js';
import { a012 } from './rules/archive/a012-sender-is-the-account.js';
import { a013 } from './rules/archive/a013-receiver-is-this-agency.js';
import { a014 } from './rules/archive/a014-kind-is-handled.js';
import { a015 } from './rules/archive/a015-index-file-is-there.js';
import { a016 } from './rules/archive/a016-summary-file-is-there.js';
import { a017 } from './rules/archive/a017-no-summary-without-claims.js';
import { a018 } from './rules/archive/a018-archive-has-records.js';
import { a019 } from './rules/archive/a019-every-file-has-its-twin.js';
import { a020 } from './rules/archive/a020-files-are-of-one-kind.js';
import { a021 } from './rules/archive/a021-file-names-have-form.js';
import { a022 } from './rules/archive/a022-file-names-carry-the-sender.js';
import { a023 } from './rules/archive/a023-file-names-carry-a-date.js';
import { a024 } from './rules/archive/a024-file-names-carry-sequence-and-kind.js';
import { a025 } from './rules/archive/a025-schema-folder-is-complete.js';
import { a026 } from './rules/archive/a026-no-unknown-entries.js';
import { a027 } from './rules/archive/a027-root-name-is-new.js';
import { a028 } from './rules/archive/a028-content-is-new.js';
import { a030 } from './rules/archive/a030-sends-of-the-day-are-left.js';
import { a031 } from './rules/archive/a031-archive-is-in-time-for-the-cycle.js';
import { b001 } from './rules/statistics/b001-somebody-never-smoked.js';
import { b002 } from './rules/statistics/b002-answers-are-spread-as-last-year.js';
import { b003 } from './rules/statistics/b003-blood-counts-are-in-their-units.js';
import { b004 } from './rules/statistics/b004-meals-before-the-draw-are-as-last-year.js';
import { b005 } from './rules/statistics/b005-judgements-are-made.js';
import { b006 } from './rules/statistics/b006-decimals-are-written.js';
import { b007 } from './rules/statistics/b007-enzymes-are-as-last-year.js';
import { c001 } from './rules/value/c001-code-is-in-the-table.js';
import { c002 } from './rules/value/c002-code-system-is-of-the-table.js';
import { c003 } from './rules/value/c003-smoking-is-coded-anew.js';
import { c004 } from './rules/value/c004-drinking-is-coded-anew.js';
import { c005 } from './rules/value/c005-blood-draw-time-is-coded.js';
import { c006 } from './rules/value/c006-judgements-are-coded.js';
import { c007 } from './rules/value/c007-guidance-history-is-of-the-fourth-period.js';
import { c008 } from './rules/value/c008-fundus-is-classed-by-its-own-list.js';
import { c009 } from './rules/value/c009-information-is-coded.js';
import { c010 } from './rules/value/c010-guidance-codes-are-in-their-tables.js';
import { c011 } from './rules/value/c011-claim-codes-are-in-their-tables.js';
import { c012 } from './rules/value/c012-reason-has-its-item.js';
import { d001 } from './rules/date/d001-dates-are-days.js';
import { d002 } from './rules/date/d002-checkup-is-not-in-the-future.js';
import { d003 } from './rules/date/d003-checkup-is-within-the-scheme.js';
import { d004 } from './rules/date/d004-checkup-has-a-date.js';
import { d005 } from './rules/date/d005-file-is-made-after-the-service.js';
import { d006 } from './rules/date/d006-file-is-made-before-the-submission.js';
import { d007 } from './rules/date/d007-person-is-40-in-the-fiscal-year.js';
import { d008 } from './rules/date/d008-person-is-below-75.js';
import { d009 } from './rules/date/d009-person-turns-75-in-the-fiscal-year.js';
import { d010 } from './rules/date/d010-person-is-40-by-one-reading.js';
import { d011 } from './rules/date/d011-elderly-programme-begins-at-65.js';
import { d012 } from './rules/date/d012-claim-comes-within-a-year.js';
import { d013 } from './rules/date/d013-item-is-of-the-day.js';
import { d014 } from './rules/date/d014-items-are-of-the-year.js';
import { d015 } from './rules/date/d015-person-is-not-above-110.js';
import { d016 } from './rules/date/d016-report-and-programme-are-of-a-checkup.js';
import { d017 } from './rules/date/d017-programme-fits-the-insurer.js';
import { e001 } from './rules/detail/e001-detail-has-its-reason.js';
import { e002 } from './rules/detail/e002-reason-has-its-results.js';
import { e003 } from './rules/detail/e003-detail-says-whom-it-is-for.js';
import { e004 } from './rules/detail/e004-additional-stands-apart.js';
import { e005 } from './rules/detail/e005-detail-stands-in-the-programme.js';
import { e006 } from './rules/detail/e006-claim-type-fits-the-details.js';
import { e007 } from './rules/detail/e007-details-and-prices-agree.js';
import { e008 } from './rules/detail/e008-criteria-of-details-are-met.js';
import { e009 } from './rules/detail/e009-fundus-follows-from-last-year.js';
import { e010 } from './rules/detail/e010-finding-is-described.js';
import { e011 } from './rules/detail/e011-blood-count-is-whole.js';
import { e012 } from './rules/detail/e012-arrhythmia-is-mentioned.js';
import { g001 } from './rules/guidance/g001-report-code-is-guidance.js';
import { g002 } from './rules/guidance/g002-needed-sections-are-there.js';
import { g003 } from './rules/guidance/g003-active-support-is-planned.js';
import { g004 } from './rules/guidance/g004-pair-guidance-level-agrees.js';
import { g005 } from './rules/guidance/g005-pair-guidance-timing-agrees.js';
import { g006 } from './rules/guidance/g006-guidance-level-is-recorded.js';
import { g007 } from './rules/guidance/g007-checkup-date-fits.js';
import { g008 } from './rules/guidance/g008-checkup-of-the-guidance-is-known.js';
import { g009 } from './rules/guidance/g009-first-interview-has-a-date.js';
import { g010 } from './rules/guidance/g010-first-interview-is-possible.js';
import { g011 } from './rules/guidance/g011-early-interview-is-computed.js';
import { g012 } from './rules/guidance/g012-first-interview-is-face-to-face.js';
import { g013 } from './rules/guidance/g013-first-interview-is-long-enough.js';
import { g014 } from './rules/guidance/g014-group-is-small-enough.js';
import { g015 } from './rules/guidance/g015-first-interview-is-by-a-professional.js';
import { g016 } from './rules/guidance/g016-split-interview-is-completed.js';
import { g017 } from './rules/guidance/g017-support-is-planned-for-three-months.js';
import { g018 } from './rules/guidance/g018-plan-reaches-completion.js';
import { g019 } from './rules/guidance/g019-planned-points-are-computed.js';
import { g020 } from './rules/guidance/g020-supports-are-on-days-of-their-own.js';
import { g021 } from './rules/guidance/g021-supports-are-long-enough.js';
import { g022 } from './rules/guidance/g022-support-points-fit-the-form.js';
import { g023 } from './rules/guidance/g023-support-is-not-on-the-interview-day.js';
import { g024 } from './rules/guidance/g024-totals-count-the-supports.js';
import { g025 } from './rules/guidance/g025-completed-points-are-computed.js';
import { g026 } from './rules/guidance/g026-active-support-is-complete.js';
import { g027 } from './rules/guidance/g027-evaluation-is-recorded.js';
import { g028 } from './rules/guidance/g028-unreached-person-was-tried-twice.js';
import { g029 } from './rules/guidance/g029-evaluation-is-after-three-months.js';
import { g030 } from './rules/guidance/g030-evaluation-is-within-a-year.js';
import { g031 } from './rules/guidance/g031-two-centimetres-and-kilograms-are-lost.js';
import { g032 } from './rules/guidance/g032-one-centimetre-and-kilogram-is-lost.js';
import { g033 } from './rules/guidance/g033-achievement-is-not-left-out.js';
import { g034 } from './rules/guidance/g034-achievements-have-goals.js';
import { g035 } from './rules/guidance/g035-habits-were-kept-for-two-months.js';
import { g036 } from './rules/guidance/g036-alcohol-goal-stands-under-other.js';
import { g037 } from './rules/guidance/g037-smoking-goal-is-of-a-smoker.js';
import { g038 } from './rules/guidance/g038-person-is-to-be-guided.js';
import { g039 } from './rules/guidance/g039-guidance-level-is-that-of-the-checkup.js';
import { g040 } from './rules/guidance/g040-elders-are-not-in-active-support.js';
import { g041 } from './rules/guidance/g041-course-price-is-of-the-contract.js';
import { g042 } from './rules/guidance/g042-payment-rate-fits-level-and-timing.js';
import { g043 } from './rules/guidance/g043-calculated-amount-is-right.js';
import { g044 } from './rules/guidance/g044-guidance-claim-amount-adds-up.js';
import { g045 } from './rules/guidance/g045-copayment-is-one-of-two-shares.js';
import { g046 } from './rules/guidance/g046-completed-points-fit-the-claim.js';
import { g047 } from './rules/guidance/g047-intended-points-fit-the-claim.js';
import { g048 } from './rules/guidance/g048-what-is-claimed-was-done.js';
import { g049 } from './rules/guidance/g049-unfinished-interview-shows-contacts.js';
import { g050 } from './rules/guidance/g050-nothing-is-due-for-an-early-end.js';
import { g051 } from './rules/guidance/g051-instalments-keep-within-the-price.js';
import { g052 } from './rules/guidance/g052-first-instalment-came-before.js';
import { g053 } from './rules/guidance/g053-institution-stays-the-same.js';
import { g054 } from './rules/guidance/g054-targets-are-possible.js';
import { g055 } from './rules/guidance/g055-items-of-guidance-are-known.js';
import { g056 } from './rules/guidance/g056-items-of-guidance-are-recorded-once.js';
import { g057 } from './rules/guidance/g057-values-of-guidance-have-type-and-unit.js';
import { g058 } from './rules/guidance/g058-measures-of-guidance-are-plausible.js';
import { g059 } from './rules/guidance/g059-service-day-is-that-of-the-report.js';
import { g060 } from './rules/guidance/g060-person-is-of-the-age-of-guidance.js';
import { g061 } from './rules/guidance/g061-items-of-guidance-stand-in-their-section.js';
import { g062 } from './rules/guidance/g062-supports-are-recorded-in-full.js';
import { g063 } from './rules/guidance/g063-copayment-of-the-ticket-has-its-amount.js';
import { g064 } from './rules/guidance/g064-price-of-guidance-has-a-size.js';
import { h001 } from './rules/history/h001-record-is-new.js';
import { h002 } from './rules/history/h002-ticket-is-used-for-one-checkup.js';
import { h003 } from './rules/history/h003-one-checkup-a-year.js';
import { h004 } from './rules/history/h004-one-checkup-a-day.js';
import { h005 } from './rules/history/h005-settled-claim-is-withdrawn-first.js';
import { h006 } from './rules/history/h006-correction-is-of-the-same-person.js';
import { h007 } from './rules/history/h007-correction-changes-something.js';
import { h008 } from './rules/history/h008-timing-is-claimed-once.js';
import { h009 } from './rules/history/h009-guidance-ends-once.js';
import { h010 } from './rules/history/h010-checkup-of-the-guidance-stands.js';
import { h012 } from './rules/history/h012-change-of-insurance-is-no-repetition.js';
import { h013 } from './rules/history/h013-guidance-follows-its-checkup.js';
import { h014 } from './rules/history/h014-few-records-are-returned.js';
import { h015 } from './rules/history/h015-ticket-is-of-one-person.js';
import { h016 } from './rules/history/h016-instalments-are-of-one-course.js';
import { i001 } from './rules/identity/i001-insurer-number-has-8-digits.js';
import { i002 } from './rules/identity/i002-insurer-number-check-digit.js';
import { i003 } from './rules/identity/i003-insurer-is-a-client.js';
import { i004 } from './rules/identity/i004-insurer-numbers-in-a-file-agree.js';
import { i005 } from './rules/identity/i005-insured-number-is-there.js';
import { i006 } from './rules/identity/i006-symbol-says-something.js';
import { i007 } from './rules/identity/i007-insured-width-is-the-insurers.js';
import { i008 } from './rules/identity/i008-insured-number-fits-the-insurer.js';
import { i009 } from './rules/identity/i009-branch-has-2-digits.js';
import { i010 } from './rules/identity/i010-branch-is-there-where-wanted.js';
import { i011 } from './rules/identity/i011-name-is-there.js';
import { i012 } from './rules/identity/i012-name-is-in-katakana.js';
import { i013 } from './rules/identity/i013-name-has-no-spaces.js';
import { i014 } from './rules/identity/i014-birth-date-is-possible.js';
import { i015 } from './rules/identity/i015-gender-is-coded.js';
import { i016 } from './rules/identity/i016-postal-code-is-there.js';
import { i017 } from './rules/identity/i017-address-is-real.js';
import { i018 } from './rules/identity/i018-provider-number-has-10-digits.js';
import { i019 } from './rules/identity/i019-provider-number-check-digit.js';
import { i020 } from './rules/identity/i020-institution-is-registered.js';
import { i021 } from './rules/identity/i021-provider-is-no-employer.js';
import { i022 } from './rules/identity/i022-pair-insurer-number-agrees.js';
import { i023 } from './rules/identity/i023-pair-insured-number-agrees.js';
import { i024 } from './rules/identity/i024-pair-insured-number-is-written-alike.js';
import { i025 } from './rules/identity/i025-pair-name-agrees.js';
import { i026 } from './rules/identity/i026-pair-birth-and-sex-agree.js';
import { i027 } from './rules/identity/i027-pair-provider-number-agrees.js';
import { i028 } from './rules/identity/i028-pair-ticket-number-agrees.js';
import { i029 } from './rules/identity/i029-pair-ticket-expiry-agrees.js';
import { i030 } from './rules/identity/i030-pair-postal-code-agrees.js';
import { i031 } from './rules/identity/i031-qualification-fits-the-insurer.js';
import { i032 } from './rules/identity/i032-person-is-recorded-once.js';
import { i033 } from './rules/identity/i033-institutions-are-described.js';
import { i034 } from './rules/identity/i034-telephone-has-its-form.js';
import { j001 } from './rules/judgement/j001-metabolic-syndrome-follows-from-the-results.js';
import { j002 } from './rules/judgement/j002-guidance-level-follows-from-the-results.js';
import { j003 } from './rules/judgement/j003-what-can-be-judged-is-judged.js';
import { j004 } from './rules/judgement/j004-medicated-get-information.js';
import { j005 } from './rules/judgement/j005-old-people-get-motivational-support.js';
import { j006 } from './rules/judgement/j006-clear-risks-are-judged.js';
import { j007 } from './rules/judgement/j007-diagnosis-is-in-words.js';
import { k001 } from './rules/relation/k001-bmi-is-computed.js';
import { k002 } from './rules/relation/k002-bmi-fits-height-and-weight.js';
import { k003 } from './rules/relation/k003-waist-may-be-left-out.js';
import { k004 } from './rules/relation/k004-told-waist-needs-a-low-bmi.js';
import { k005 } from './rules/relation/k005-waists-agree.js';
import { k006 } from './rules/relation/k006-systolic-is-above-diastolic.js';
import { k007 } from './rules/relation/k007-pressures-come-in-pairs.js';
import { k008 } from './rules/relation/k008-second-pressure-has-a-first.js';
import { k009 } from './rules/relation/k009-other-pressure-is-the-mean.js';
import { k010 } from './rules/relation/k010-mean-pressure-is-recorded.js';
import { k011 } from './rules/relation/k011-fasting-triglyceride-is-fasting.js';
import { k012 } from './rules/relation/k012-random-triglyceride-is-not-fasting.js';
import { k013 } from './rules/relation/k013-random-triglyceride-is-not-after-a-meal.js';
import { k014 } from './rules/relation/k014-fasting-glucose-is-fasting.js';
import { k015 } from './rules/relation/k015-random-glucose-is-not-fasting.js';
import { k016 } from './rules/relation/k016-glucose-is-not-right-after-a-meal.js';
import { k017 } from './rules/relation/k017-random-glucose-alone.js';
import { k018 } from './rules/relation/k018-one-kind-of-glucose.js';
import { k019 } from './rules/relation/k019-one-kind-of-triglyceride.js';
import { k020 } from './rules/relation/k020-ldl-where-it-can-be-had.js';
import { k021 } from './rules/relation/k021-ldl-can-be-computed.js';
import { k022 } from './rules/relation/k022-computed-ldl-is-right.js';
import { k023 } from './rules/relation/k023-non-hdl-is-right.js';
import { k024 } from './rules/relation/k024-lipids-fit-each-other.js';
import { k025 } from './rules/relation/k025-creatinine-and-egfr-come-together.js';
import { k026 } from './rules/relation/k026-egfr-is-computed.js';
import { k027 } from './rules/relation/k027-blood-count-is-in-its-units.js';
import { k028 } from './rules/relation/k028-urine-not-done-has-a-reason.js';
import { k029 } from './rules/relation/k029-other-reason-has-its-item.js';
import { k030 } from './rules/relation/k030-drinking-fits-its-amount.js';
import { k031 } from './rules/relation/k031-smoking-answers-agree.js';
import { k032 } from './rules/relation/k032-medicine-fits-its-answer.js';
import { k033 } from './rules/relation/k033-findings-fit-their-texts.js';
import { k034 } from './rules/relation/k034-values-are-not-those-of-last-time.js';
import { k035 } from './rules/relation/k035-menstruation-is-of-women.js';
import { k036 } from './rules/relation/k036-tests-fit-the-sex.js';
import { m001 } from './rules/mandatory/m001-height-is-recorded.js';
import { m002 } from './rules/mandatory/m002-weight-is-recorded.js';
import { m003 } from './rules/mandatory/m003-bmi-is-recorded.js';
import { m004 } from './rules/mandatory/m004-waist-is-recorded.js';
import { m005 } from './rules/mandatory/m005-systolic-pressure-is-recorded.js';
import { m006 } from './rules/mandatory/m006-diastolic-pressure-is-recorded.js';
import { m007 } from './rules/mandatory/m007-medical-history-is-recorded.js';
import { m008 } from './rules/mandatory/m008-subjective-symptoms-are-recorded.js';
import { m009 } from './rules/mandatory/m009-objective-symptoms-are-recorded.js';
import { m010 } from './rules/mandatory/m010-triglyceride-is-recorded.js';
import { m011 } from './rules/mandatory/m011-hdl-is-recorded.js';
import { m012 } from './rules/mandatory/m012-ldl-or-non-hdl-is-recorded.js';
import { m013 } from './rules/mandatory/m013-ast-is-recorded.js';
import { m014 } from './rules/mandatory/m014-alt-is-recorded.js';
import { m015 } from './rules/mandatory/m015-ggt-is-recorded.js';
import { m016 } from './rules/mandatory/m016-glucose-is-recorded.js';
import { m017 } from './rules/mandatory/m017-blood-draw-time-is-recorded.js';
import { m018 } from './rules/mandatory/m018-urine-glucose-is-recorded.js';
import { m019 } from './rules/mandatory/m019-urine-protein-is-recorded.js';
import { m020 } from './rules/mandatory/m020-metabolic-syndrome-is-judged.js';
import { m021 } from './rules/mandatory/m021-guidance-level-is-judged.js';
import { m022 } from './rules/mandatory/m022-diagnosis-is-recorded.js';
import { m023 } from './rules/mandatory/m023-doctor-is-named.js';
import { m024 } from './rules/mandatory/m024-medication-is-recorded.js';
import { m025 } from './rules/mandatory/m025-smoking-is-recorded.js';
import { m026 } from './rules/mandatory/m026-medical-history-is-explained.js';
import { m027 } from './rules/mandatory/m027-subjective-symptoms-are-explained.js';
import { m028 } from './rules/mandatory/m028-objective-symptoms-are-explained.js';
import { m029 } from './rules/mandatory/m029-questionnaire-is-transcribed.js';
import { m030 } from './rules/mandatory/m030-questionnaire-is-complete.js';
import { m031 } from './rules/mandatory/m031-elderly-checkup-is-complete.js';
import { m032 } from './rules/mandatory/m032-dock-has-the-items-of-a-checkup.js';
import { m033 } from './rules/mandatory/m033-checkup-has-its-section.js';
import { m034 } from './rules/mandatory/m034-mandatory-items-are-in-their-section.js';
import { p001 } from './rules/claim/p001-parts-fit-the-claim-type.js';
import { p002 } from './rules/claim/p002-charge-has-its-amount.js';
import { p003 } from './rules/claim/p003-charge-fits-its-field.js';
import { p004 } from './rules/claim/p004-unit-amount-adds-up.js';
import { p005 } from './rules/claim/p005-copayments-add-up.js';
import { p006 } from './rules/claim/p006-claim-amount-adds-up.js';
import { p007 } from './rules/claim/p007-basic-copayment-is-computed.js';
import { p008 } from './rules/claim/p008-detail-copayment-is-computed.js';
import { p009 } from './rules/claim/p009-additional-copayment-is-computed.js';
import { p010 } from './rules/claim/p010-exhausted-claim-is-zero.js';
import { p011 } from './rules/claim/p011-prices-are-recorded.js';
import { p012 } from './rules/claim/p012-claim-is-above-zero.js';
import { p013 } from './rules/claim/p013-details-are-priced-once.js';
import { p014 } from './rules/claim/p014-additional-prices-have-codes.js';
import { p015 } from './rules/claim/p015-additional-items-have-results.js';
import { p016 } from './rules/claim/p016-what-was-done-has-a-price.js';
import { p017 } from './rules/claim/p017-amounts-have-a-size.js';
import { p018 } from './rules/claim/p018-other-programme-fits-the-price.js';
import { p019 } from './rules/claim/p019-dock-is-contracted.js';
import { p020 } from './rules/claim/p020-contracted-items-are-claimed.js';
import { p021 } from './rules/claim/p021-price-is-with-tax.js';
import { p022 } from './rules/claim/p022-prices-are-of-the-commission-type.js';
import { p024 } from './rules/claim/p024-funding-limit-is-kept.js';
import { p025 } from './rules/claim/p025-nothing-is-billed-twice.js';
import { r001 } from './rules/returned/r001-return-has-its-reason.js';
import { r002 } from './rules/returned/r002-other-reason-has-text.js';
import { r003 } from './rules/returned/r003-result-fits-the-archive.js';
import { r004 } from './rules/returned/r004-record-was-delivered.js';
import { r006 } from './rules/returned/r006-content-is-as-delivered.js';
import { r007 } from './rules/returned/r007-answer-can-be-read.js';
import { r008 } from './rules/returned/r008-return-is-in-time.js';
import { r009 } from './rules/returned/r009-no-old-adjudication-is-sent.js';
import { r010 } from './rules/returned/r010-record-is-of-the-sender.js';
import { s001 } from './rules/index-summary/s001-file-count-agrees.js';
import { s002 } from './rules/index-summary/s002-subject-count-agrees.js';
import { s003 } from './rules/index-summary/s003-cost-total-agrees.js';
import { s004 } from './rules/index-summary/s004-copayment-total-agrees.js';
import { s005 } from './rules/index-summary/s005-other-programme-total-agrees.js';
import { s006 } from './rules/index-summary/s006-claim-total-agrees.js';
import { s007 } from './rules/index-summary/s007-totals-add-up.js';
import { s008 } from './rules/index-summary/s008-interaction-type-is-taken.js';
import { s009 } from './rules/index-summary/s009-service-event-type-agrees.js';
import { s010 } from './rules/index-summary/s010-parties-agree-with-name.js';
import { s011 } from './rules/index-summary/s011-receiver-is-there.js';
import { s012 } from './rules/index-summary/s012-creation-date-is-possible.js';
import { s013 } from './rules/index-summary/s013-creation-date-agrees-with-name.js';
import { s014 } from './rules/index-summary/s014-file-count-includes-claims.js';
import { t001 } from './rules/ticket/t001-ticket-number-has-11-digits.js';
import { t002 } from './rules/ticket/t002-ticket-is-of-its-kind.js';
import { t003 } from './rules/ticket/t003-ticket-is-of-the-fiscal-year.js';
import { t004 } from './rules/ticket/t004-ticket-is-no-dummy.js';
import { t005 } from './rules/ticket/t005-ticket-is-there-where-wanted.js';
import { t006 } from './rules/ticket/t006-ticket-has-an-expiry.js';
import { t007 } from './rules/ticket/t007-checkup-is-before-expiry.js';
import { t008 } from './rules/ticket/t008-first-interview-is-before-expiry.js';
import { t009 } from './rules/ticket/t009-ticket-expiry-is-as-issued.js';
import { t010 } from './rules/ticket/t010-ticket-was-issued.js';
import { t011 } from './rules/ticket/t011-ticket-is-of-the-person.js';
import { t012 } from './rules/ticket/t012-ticket-is-still-good.js';
import { t013 } from './rules/ticket/t013-ticket-is-not-used-up.js';
import { t014 } from './rules/ticket/t014-copayment-is-as-issued.js';
import { t015 } from './rules/ticket/t015-person-is-insured.js';
import { t016 } from './rules/ticket/t016-member-is-the-same-person.js';
import { t017 } from './rules/ticket/t017-cover-has-not-just-ended.js';
import { t018 } from './rules/ticket/t018-contract-is-there.js';
import { t019 } from './rules/ticket/t019-contract-holds-on-the-day.js';
import { t020 } from './rules/ticket/t020-commission-type-is-contracted.js';
import { t021 } from './rules/ticket/t021-price-is-of-the-contract.js';
import { t022 } from './rules/ticket/t022-additional-item-is-contracted.js';
import { t023 } from './rules/ticket/t023-ticket-covers-what-is-claimed.js';
import { t024 } from './rules/ticket/t024-set-ticket-is-used-on-the-day.js';
import { t025 } from './rules/ticket/t025-masters-are-recent.js';
import { t026 } from './rules/ticket/t026-named-checkup-ticket-is-the-one-used.js';
import { t027 } from './rules/ticket/t027-expiry-is-not-years-ahead.js';
import { v001 } from './rules/value/v001-item-code-is-known.js';
import { v002 } from './rules/value/v002-local-items-stand-apart.js';
import { v003 } from './rules/value/v003-items-are-recorded-once.js';
import { v004 } from './rules/value/v004-value-type-is-of-the-table.js';
import { v005 } from './rules/value/v005-unit-is-of-the-table.js';
import { v006 } from './rules/value/v006-quantity-is-a-number.js';
import { v007 } from './rules/value/v007-digits-fit-the-format.js';
import { v008 } from './rules/value/v008-item-not-done-has-no-result.js';
import { v009 } from './rules/value/v009-null-value-is-written-as-such.js';
import { v010 } from './rules/value/v010-value-is-there.js';
import { v011 } from './rules/value/v011-second-value-is-a-mark.js';
import { v012 } from './rules/value/v012-mark-has-its-value.js';
import { v013 } from './rules/value/v013-mark-fits-its-value.js';
import { v014 } from './rules/value/v014-value-is-within-the-input-limits.js';
import { v015 } from './rules/value/v015-value-is-plausible.js';
import { v016 } from './rules/value/v016-measured-value-is-positive.js';
import { v017 } from './rules/value/v017-method-is-of-the-table.js';
import { v018 } from './rules/value/v018-interpretation-fits-the-range.js';
import { v019 } from './rules/value/v019-reference-range-is-sound.js';
import { v020 } from './rules/value/v020-text-says-something.js';
import { v021 } from './rules/value/v021-text-is-full-width.js';
import { v022 } from './rules/value/v022-hba1c-is-of-the-ngsp-scale.js';
import { v023 } from './rules/value/v023-items-of-insurers-are-left-out.js';
import { v024 } from './rules/value/v024-doctor-is-written-as-author.js';
import { v025 } from './rules/value/v025-result-is-of-what-was-done.js';
import { v026 } from './rules/value/v026-display-name-is-of-the-item.js';
import { v027 } from './rules/value/v027-items-stand-in-their-section.js';
import { x001 } from './rules/document/x001-xml-is-well-formed.js';
import { x002 } from './rules/document/x002-no-document-type.js';
import { x003 } from './rules/document/x003-encoding-is-utf-8.js';
import { x004 } from './rules/document/x004-root-element-is-expected.js';
import { x005 } from './rules/document/x005-namespace-is-current.js';
import { x006 } from './rules/document/x006-format-is-not-of-the-third-period.js';
import { x007 } from './rules/document/x007-schema-is-kept.js';
import { x008 } from './rules/document/x008-texts-keep-their-length.js';
import { x009 } from './rules/document/x009-characters-can-be-read-everywhere.js';
import { x010 } from './rules/document/x010-characters-are-allowed.js';
import { x011 } from './rules/document/x011-nothing-points-outside.js';
import { x012 } from './rules/document/x012-checkup-is-of-the-fourth-period.js';
import { x013 } from './rules/document/x013-sections-have-their-code.js';
import { x014 } from './rules/document/x014-observations-have-their-code.js';
import { x015 } from './rules/document/x015-groups-use-known-relations.js';
import { x016 } from './rules/document/x016-fixed-attributes-are-as-fixed.js';
import type { Rule } from './rule.js';

/** All rules, by id. Written by `node tools/generate/rule-catalogue.mjs`; a test fails when it is stale. */
export const catalogue: readonly Rule[] = [
  a001,
  a002,
  a003,
  a004,
  a005,
  a006,
  a007,
  a008,
  a009,
  a010,
  a011,
  a012,
  a013,
  a014,
  a015,
  a016,
  a017,
  a018,
  a019,
  a020,
  a021,
  a022,
  a023,
  a024,
  a025,
  a026,
  a027,
  a028,
  a030,
  a031,
  b001,
  b002,
  b003,
  b004,
  b005,
  b006,
  b007,
  c001,
  c002,
  c003,
  c004,
  c005,
  c006,
  c007,
  c008,
  c009,
  c010,
  c011,
  c012,
  d001,
  d002,
  d003,
  d004,
  d005,
  d006,
  d007,
  d008,
  d009,
  d010,
  d011,
  d012,
  d013,
  d014,
  d015,
  d016,
  d017,
  e001,
  e002,
  e003,
  e004,
  e005,
  e006,
  e007,
  e008,
  e009,
  e010,
  e011,
  e012,
  g001,
  g002,
  g003,
  g004,
  g005,
  g006,
  g007,
  g008,
  g009,
  g010,
  g011,
  g012,
  g013,
  g014,
  g015,
  g016,
  g017,
  g018,
  g019,
  g020,
  g021,
  g022,
  g023,
  g024,
  g025,
  g026,
  g027,
  g028,
  g029,
  g030,
  g031,
  g032,
  g033,
  g034,
  g035,
  g036,
  g037,
  g038,
  g039,
  g040,
  g041,
  g042,
  g043,
  g044,
  g045,
  g046,
  g047,
  g048,
  g049,
  g050,
  g051,
  g052,
  g053,
  g054,
  g055,
  g056,
  g057,
  g058,
  g059,
  g060,
  g061,
  g062,
  g063,
  g064,
  h001,
  h002,
  h003,
  h004,
  h005,
  h006,
  h007,
  h008,
  h009,
  h010,
  h012,
  h013,
  h014,
  h015,
  h016,
  i001,
  i002,
  i003,
  i004,
  i005,
  i006,
  i007,
  i008,
  i009,
  i010,
  i011,
  i012,
  i013,
  i014,
  i015,
  i016,
  i017,
  i018,
  i019,
  i020,
  i021,
  i022,
  i023,
  i024,
  i025,
  i026,
  i027,
  i028,
  i029,
  i030,
  i031,
  i032,
  i033,
  i034,
  j001,
  j002,
  j003,
  j004,
  j005,
  j006,
  j007,
  k001,
  k002,
  k003,
  k004,
  k005,
  k006,
  k007,
  k008,
  k009,
  k010,
  k011,
  k012,
  k013,
  k014,
  k015,
  k016,
  k017,
  k018,
  k019,
  k020,
  k021,
  k022,
  k023,
  k024,
  k025,
  k026,
  k027,
  k028,
  k029,
  k030,
  k031,
  k032,
  k033,
  k034,
  k035,
  k036,
  m001,
  m002,
  m003,
  m004,
  m005,
  m006,
  m007,
  m008,
  m009,
  m010,
  m011,
  m012,
  m013,
  m014,
  m015,
  m016,
  m017,
  m018,
  m019,
  m020,
  m021,
  m022,
  m023,
  m024,
  m025,
  m026,
  m027,
  m028,
  m029,
  m030,
  m031,
  m032,
  m033,
  m034,
  p001,
  p002,
  p003,
  p004,
  p005,
  p006,
  p007,
  p008,
  p009,
  p010,
  p011,
  p012,
  p013,
  p014,
  p015,
  p016,
  p017,
  p018,
  p019,
  p020,
  p021,
  p022,
  p024,
  p025,
  r001,
  r002,
  r003,
  r004,
  r006,
  r007,
  r008,
  r009,
  r010,
  s001,
  s002,
  s003,
  s004,
  s005,
  s006,
  s007,
  s008,
  s009,
  s010,
  s011,
  s012,
  s013,
  s014,
  t001,
  t002,
  t003,
  t004,
  t005,
  t006,
  t007,
  t008,
  t009,
  t010,
  t011,
  t012,
  t013,
  t014,
  t015,
  t016,
  t017,
  t018,
  t019,
  t020,
  t021,
  t022,
  t023,
  t024,
  t025,
  t026,
  t027,
  v001,
  v002,
  v003,
  v004,
  v005,
  v006,
  v007,
  v008,
  v009,
  v010,
  v011,
  v012,
  v013,
  v014,
  v015,
  v016,
  v017,
  v018,
  v019,
  v020,
  v021,
  v022,
  v023,
  v024,
  v025,
  v026,
  v027,
  x001,
  x002,
  x003,
  x004,
  x005,
  x006,
  x007,
  x008,
  x009,
  x010,
  x011,
  x012,
  x013,
  x014,
  x015,
  x016,
];
