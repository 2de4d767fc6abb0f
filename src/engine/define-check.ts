/**
 * The one door through which checks reach the engine: how a check is made (check-parts), and the readers that several
 * checks share. It decides nothing.
 */
export { FILE_ADDRESS, FILE_NAME } from '#base/file-names'
export { isPlaceholder } from '#base/label-value'
export { type LabelId, wholeLabel } from '#base/labels'
export { maskPersonal } from '#base/mask'
export { holdsVariable, isTemplateText } from '#base/template-text'
export {
  type Closed,
  closedAccounts,
  doorWords,
  foreignBody,
  isFriend,
  isFront,
} from './account-doors.ts'
export {
  type AccountRow,
  accountRows,
  ENDED,
  idleAccounts,
  listsAccounts,
  sharedAccounts,
  unnamedAccounts,
} from './account-tables.ts'
export { addressesApart } from './address-days.ts'
export { type AnnouncedPage, announcedIn } from './announced.ts'
export {
  collectedBefore,
  collectedByYear,
  creditedReports,
  formReports,
  freeProse,
  gapTables,
  gapYears,
  latestReports,
  misdatedReports,
  olderReports,
  otherUnitNamed,
  ownReports,
  reportProse,
  shareIn,
  shinglesOf,
  unitOfReport,
  unitsDiffer,
  withoutUnit,
  YEARS_BACK,
  type YearReport,
} from './annual-reports.ts'
export {
  headGaps,
  otherMarks,
  otherYear,
  partsBelow,
  sameAsEarlier,
  tableGaps,
  tableSums,
  tableVoid,
} from './annual-table-faults.ts'
export { blankFeature, blankness, isBlankColumn } from './blank-columns.ts'
export {
  isAtWork,
  isForeignBody,
  isInstitution,
  isOwnName,
  otherBodyIn,
  spokenFor,
} from './bodies.ts'
export {
  approvalIn,
  itemsMissing,
  otherYears,
  PURCHASES,
  partsOfOtherYear,
  RUNNING,
  TRIPS,
  withoutTowns,
} from './budget-words.ts'
export {
  ABOUT_BUDGET,
  BESIDE_BUDGET,
  BUDGET_OF,
  BUDGET_TOPICS,
  budgetParts,
  budgetYears,
  EARLIER,
  fileWords,
  hasWordsOnly,
  isBudgetPaper,
  isGovernmentOwn,
  isHollowPaper,
  isOfUnitBelow,
  isTripsOnly,
  keepsApart,
  leftOut,
  OF_GOVERNMENT,
  type OwedPaper,
  ownPictures,
  ownWords,
  wordsBeneath,
} from './budgets.ts'
export {
  brokenSeries,
  type SeriesAges,
  servedFigures,
  tellsMeetings,
} from './cadence.ts'
export { noticesLacking, periodsReversed, saidRunning } from './call-notices.ts'
export { hastyCalls, isBareCall, isBareList } from './calls.ts'
export {
  bestCatalogue,
  type Catalogue,
  type CatalogueElements,
  catalogueHead,
  catalogueHint,
  cataloguesByBody,
  cataloguesOf,
  newestCatalogue,
} from './catalogues.ts'
export {
  type CheckParts,
  type DefinedCheck,
  defineCheck,
  type OutcomeOf,
} from './check-parts.ts'
export { citeColumn, citePage, listed } from './cite.ts'
export { clearingTold, ownByForm } from './clearing-told.ts'
export { crossedIn, fatesIn } from './clearings.ts'
export { isAmongNews, isPartOfAnother, tellsOfUnits } from './column-places.ts'
export {
  ColumnSubjects,
  ColumnTree,
  dayOfItem,
  hasHomeBlock,
  hasUnreadPages,
  isBesideKept,
  isDataRelease,
  isEnded,
  isKept,
  isMainNews,
  isOnlyResults,
  isOwnList,
  newestIn,
  restsOfNewest,
  runsNewestFirst,
} from './columns.ts'
export { cardConflicts } from './contact-cards.ts'
export {
  addressReader,
  isFullAddress,
  outvoted,
  phoneReader,
  SECTION_NAME,
  sameAddress,
  slipAmong,
} from './contacts.ts'
export { type Looked, lookForContents, MOST, type OwedRow, owedRows } from './contents.ts'
export { copiedTags, foreignTags, isStrangeName } from './copied-tags.ts'
export { unreadSince } from './counted-entries.ts'
export { countryListed } from './country-lists.ts'
export {
  asPortal,
  isGone,
  isGoneColumn,
  isGoneTwice,
  outside,
  partly,
  type Rests,
  shownAtHome,
  sureOfMany,
  unseenAtHome,
  WHOLE,
  wordlessDoors,
} from './coverage.ts'
export {
  DATA_FILE,
  insteadOfData,
  offersNothing,
  owedBeside,
  withheldOn,
} from './data-downloads.ts'
export { columnsOfSets, placesOfSets, undescribed, unlikeRows } from './data-sets.ts'
export {
  contradictsTable,
  type DatedPaper,
  movedTogether,
  paperRows,
  paperSignedBelow,
  paperTold,
} from './dated-papers.ts'
export {
  hidesItsDays,
  isDateless,
  isOddlyDateless,
  listedBelow,
  looksDateless,
  showsNoDay,
} from './dateless.ts'
export { closedWay, type Door, lineOf, whyDead, whyWordsOnly } from './dead-doors.ts'
export { dayAdjusted, dayHappened, dayMade, dayMet } from './decision-days.ts'
export { stillListed } from './dismissals.ts'
export {
  agrees,
  dispatchOf,
  isOwnLabel,
  labelledSource,
  OF_MEDIA,
  placeOf,
  printsSource,
  tellsSource,
} from './dispatches.ts'
export {
  documentsOf,
  explainsItself,
  hasRuleNumber,
  type Interpreted,
  interpretedPairs,
  isNormative,
  isOfDepartment,
  isOfSuperior,
  isReposted,
  issuerOf,
  isUnitsOwn,
  namesPage,
  PAIR_PARAMS,
  type SiteDocument,
} from './documents.ts'
export {
  CALL,
  eachMatter,
  IS_EXPLANATION,
  lackingOf,
  NO_DRAFT,
  namesDraft,
  piecesOf,
} from './drafts.ts'
export { deadlineOf, dueYears } from './due.ts'
export {
  type Kind,
  type Overdue,
  type OverdueQuarter,
  overdueMonths,
  overdueQuarters,
  overdueYears,
  type QuarterlyKind,
  unitsOfYear,
  unitsPassedOver,
} from './editions.ts'
export {
  COMPLAINT_PHONE,
  type Element,
  judgeElements,
  labelledElements,
  labelOr,
  OFFICE_ADDRESS,
  OFFICE_HOURS,
  type OwedElement,
  says,
  TELEPHONE,
  viewsOf,
} from './elements.ts'
export { isEmptyTalk } from './empty-talk.ts'
export { countedEntries, type NamedEntry, namedEntries, noEntries } from './entries.ts'
export { contradicting, dayPairs, isStated } from './entry-days.ts'
export { asksLogin, isTorn, opensAsPage, opensElsewhere, saysFailed } from './failed-files.ts'
export {
  FILING_DIGITS,
  type FootGap,
  filedElsewhere,
  footGaps,
  isChinese,
  isMisprinted,
} from './foot-gaps.ts'
export { otherNumbers, strangeMark } from './foot-regions.ts'
export { longPromise } from './guide-terms.ts'
export { hollowAmong, type ReadEntry } from './hollow-entries.ts'
export {
  holdsMore,
  hollowWords,
  isReadWhole,
  wordsWithoutList,
} from './hollow-pages.ts'
export { isHollowReply } from './hollow-replies.ts'
export { idleFiles, OFFERING } from './idle-files.ts'
export { inertColumns } from './inert-columns.ts'
export {
  columnsServing,
  formlessInquiries,
  inquiryColumns,
  reportsAlone,
} from './inquiry-doors.ts'
export {
  barenResults,
  INSPECTION_LIST,
  INSPECTION_RESULTS,
  INSPECTION_YEAR,
  type InspectionGap,
  inspectionGaps,
} from './inspections.ts'
export { mayHideLinks, misledDocuments } from './interpretation-links.ts'
export { headlessBody } from './leader-heads.ts'
export { livesOf } from './leader-lives.ts'
export { copiedAnswers, hollowAnswers, promisesFile } from './letter-answers.ts'
export {
  countingColumns,
  countingLettersColumns,
  countingLinks,
  letterFigures,
  type OddCount,
  oddCount,
} from './letter-counts.ts'
export { stoppedAt } from './letter-periods.ts'
export { wrongShares } from './letter-shares.ts'
export { isWithdrawn, overTerm } from './letter-terms.ts'
export { answerFrom, isOfPetitioner, isOfWriter } from './letter-writers.ts'
export {
  headOfExamined,
  headOfPaid,
  headOfPeople,
  isHeadOfComplainers,
  LISTING,
  listsOfficers,
  PEOPLE,
  personRows,
} from './listed-persons.ts'
export { deadSureness, isDeadTarget, isLiveTarget, leadsNowhere, opensAt } from './live-targets.ts'
export { type LostEntry, lostEntries } from './lost-entries.ts'
export { mainColumns, NO_COLUMN } from './main-columns.ts'
export {
  branchesOf,
  crossedEntries,
  headsOn,
  inertEntries,
  isNowhere,
  leadsFrom,
  listedIn,
  namesOf,
  slipsOf,
} from './map-entries.ts'
export { movedEntries, unledWords } from './map-sections.ts'
export {
  type Member,
  membersOf,
  type UnevenElement,
  unevenAmong,
} from './members.ts'
export {
  type AskedMessage,
  crossedDays,
  isAnswerBlank,
  messageName,
  messagePlaces,
  messagesAsked,
  seenUntil,
  waitedUntil,
} from './messages.ts'
export { misnamedBodies } from './misnamed-bodies.ts'
export { misplacedIn } from './misplaced.ts'
export { noSuchDays } from './no-such-days.ts'
export {
  type ContactKind,
  differ,
  isSameSection,
  isSameTaker,
  LEAST_OFFICE,
  type PageText,
  type Said,
  saidOn,
  sectionOn,
  type Told,
  takersOn,
  unitOn,
} from './offices-told.ts'
export { areApart, holdsNothing, NO_NAME, otherPapers } from './other-papers.ts'
export { OUT_OF_SERVICE_NEXT, outOfService, outOfServicePage } from './out-of-service.ts'
export { overlapOf } from './overlap.ts'
export { OWED_TABLES } from './owed-tables.ts'
export {
  isHomeOfOthers,
  type OddTitle,
  oddTitles,
  siteNames,
  titlesOfBodies,
  titleWords,
} from './page-titles.ts'
export {
  blankOf,
  doubtfulOf,
  elementLacking,
  type PeerEntry,
  type PeerLabel,
  unevenLabels,
} from './peer-labels.ts'
export {
  DECISION_ELEMENTS,
  type DecisionElement,
  isDecision,
  saysElement,
} from './penalty-elements.ts'
export {
  asksOnly,
  LIST_PERIODS,
  NEWS_PERIOD,
  OWN_PERIODS,
  type Period,
  periodsOf,
} from './periods.ts'
export { besideText, type PersonalNumber, personalNumbers } from './personal.ts'
export { type Quota, quotasOf, type Span, spansOf, toldShort } from './quota-targets.ts'
export { bareNotices, isToldHere, type OpenRound, openRounds } from './recruitment.ts'
export { refusedIn } from './refused-channels.ts'
export { lateRenewals } from './renewals.ts'
export { isSameText, type Repeated, repeatedSince, SERIES } from './repeats.ts'
export {
  aspectsLacking,
  disorder,
  emptyParts,
  halfLacking,
  hasPictures,
  isVoidPart,
  PARTS,
  partsShown,
  restsOf,
  TABLES,
  templateLeft,
} from './report-parts.ts'
export {
  astrayReport,
  entryLike,
  isPutUpAgain,
  isPutUpApart,
  misnamedReport,
  whyNotFirst,
} from './report-places.ts'
export {
  APPLICANTS,
  blankRows,
  disputeSums,
  nameOf,
  requestSums,
  type SumFault,
  type SumReading,
  unfilledRows,
} from './report-sums.ts'
export {
  COUNTED,
  halvesLacking,
  OF_RECEIVED,
  type Printed,
  printedAs,
  type ReportSums,
  rowOf,
} from './report-texts.ts'
export { titleYearDoubt, type YearDoubt } from './report-years.ts'
export { formAmong, notesOn } from './request-notes.ts'
export { type Retold, retitledSince } from './retitled.ts'
export { brokenRhythms } from './rhythms.ts'
export { elsewhereSaid, noneSaid, tooYoungFor } from './said.ts'
export {
  behindPlatform,
  branchOf,
  headedOnPlatform,
  isGovernment,
  isGrassroots,
  isPublicBody,
  isRead,
  isTown,
  itemsTitled,
  lookedAtHome,
  partOfAnother,
  placeOfNone,
  platformColumns,
  platformOf,
  searchedForColumn,
  searchedForDocument,
  searchedIn,
  type TitledItem,
  textsOf,
} from './searched.ts'
export { unevenRows } from './set-rows.ts'
export {
  cameSteadily,
  isOfLaws,
  isOfNotices,
  isOutOfRhythm,
  paysOut,
  silenceOf,
  toldAfter,
} from './standstill.ts'
export { hadBy, statutoryItems } from './statutory.ts'
export { strayHashes } from './stray-hashes.ts'
export { sumsToldOn } from './sums-told.ts'
export { isLeftIn, otherFaults, type TagFault, tagFault, worstFault } from './tag-faults.ts'
export { isLetter, OPTIONAL_TAGS, owesTags } from './tag-owing.ts'
export {
  contradicted,
  isOfficeElsewhere,
  isWholeDay,
  sharedTexts,
} from './tag-texts.ts'
export { titlesOfOthers } from './tag-titles.ts'
export { wrongValues } from './tag-values.ts'
export { type Tagged, tagsApart } from './tagged-days.ts'
export { VALIDITY_MARK } from './terms.ts'
export { type LackingTable, lackingTables, type TableKind } from './told-tables.ts'
export {
  type BudgetPaper,
  bodyOfBudget,
  budgetPaperOf,
  isOfYearBefore,
  isToldApart,
  LEAST_ALONE,
  LEAST_PEERS,
  LEAST_SAID,
  LEAST_TEXT,
  SHORT_TEXT,
  tellsBudget,
  type UnitPaper,
  unitPapers,
  unitsLeavingOut,
  unitsOfOtherYears,
  unitsSpeakingFor,
  unitsWithOtherParts,
} from './unit-budgets.ts'
export { unevenUnits } from './unit-elements.ts'
export {
  DEPARTMENT,
  GOVERNMENT,
  hostname,
  isRoot,
  mayLead,
  OF_OWN,
  oldSites,
  placeOfAgency,
  registered,
  twiceHosted,
  unitsApart,
} from './unit-hosts.ts'
export { unitLists } from './unit-lists.ts'
export { unitPlatforms } from './unit-platforms.ts'
export { isListedUnit, unitsWithout } from './unit-reports.ts'
export {
  isOfSource,
  isTitledBy,
  type UnitTarget,
  type UnitTargets,
  unitTargets,
} from './unit-targets.ts'
export {
  isTownUnit,
  othersAmong,
  ownPagesOf,
  ownPart,
  partOf,
  titledForOthers,
  unitsOf,
} from './units.ts'
export { carrierOf, linksNamed, saidWithin, toldElsewhere } from './unnamed.ts'
export {
  endedByLists,
  keptButEnded,
  pastTerms,
  replacedPapers,
  saysEnded,
  saysInForce,
} from './validity-marks.ts'
export {
  isForNobody,
  isInside,
  isMalformed,
  linksMisspelt,
  linksOnDisk,
  picturesAstray,
} from './wrong-addresses.ts'
