using System.Reflection;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Intake;
using Kinerja.Domain.Intake.Pulls;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Tests.Json;

/// <summary>
/// Names that clients and stored rows hold. A change here is a break: of the API, of events, of stored data.
/// </summary>
public sealed class WireNamesTests
{
    [Fact]
    public void No_enum_changes_its_names_and_none_of_the_domain_is_left_out()
    {
        var pinned = new HashSet<Type>();
        Pinned<CheckInKind>("in out midDay spotCheck punch");
        Pinned<DailyEntryState>("draft submitted approved returned");
        Pinned<DayStatus>(
            "dayOff present needsReview noRecord notYet halfDay uncertain noCalendar notInService leave sick dutyTravel training permission "
            + "absent");
        Pinned<MonthState>("complete openDays monthNotOver notInService noPolicy notInPayroll");
        Pinned<DayReason>(
            "publicHoliday collectiveLeave notAWorkingWeekday offByRoster noCalendar notYet noCheckIn arrivedInside outsideEveryArea "
            + "positionUncertain positionUnknown noArrival late leftEarly noLeaving withinGrace graceTakenOff personalStart halfDay "
            + "awayMidDay midDayMissing requiredMinutesShort onLeave checkInsOnLeave outageForgaveLateness outageCoversArrival "
            + "outageCoversLeaving outageAllDay correctedArrival correctedLeaving rejectedLeftOut flexibleNotCovered checkInFlagged "
            + "overMidnight notInService leavingNotPlaced ruledPresentOffice ruledPresentField ruledPresentFlexible ruledPresentDuty "
            + "ruledHalfDay ruledAbsent recordedAfterRuling outsideMargins shiftUnclear "
            + "onLeaveInPart punchesPaired shiftSwapped");
        Pinned<HolidayKind>("publicHoliday collectiveLeave");
        Pinned<DeductionEvent>("late leftEarly awayMidDay noArrival noLeaving midDayMissing absent");
        Pinned<DifferenceCause>("correction ruling leave policy records");
        Pinned<DeductionUnit>("percentOfMonth percentOfDay rupiah");
        Pinned<ActorProof>("appWord personToken");
        Pinned<DisciplineMeasure>(
            "oralWarning writtenWarning statementOfDissatisfaction allowanceCut raiseDelayed promotionDelayed "
            + "rankLowered postLowered relievedOfPost dismissal contractEnded");
        Pinned<NoProposalReason>("noRuleForPppk");
        Pinned<DayHalf>("first second");
        Pinned<LeaveKind>("leave sick dutyTravel training permission reward");
        Pinned<CorrectionKind>("arrival leaving");
        Pinned<RulingOutcome>("presentOffice presentField presentFlexible presentDuty halfDay absent");
        Pinned<RulingStepKind>("passed answered ruled objected decided");
        Pinned<RulingNeed>(
            "outside uncertain withoutPosition noArrival outage noLeaving notCovered recordedAfterRuling");
        Pinned<CorrectionState>("requested approved declined");
        Pinned<ShiftSwapState>("requested agreed approved declined");
        Pinned<WorkMode>("office field flexible");
        Pinned<TimeSource>("device server corrected");
        Pinned<CheckInReason>(
            "insideFence outsideEveryFence tooCloseToTell noPosition noFenceForPerson sentLate deviceClockWrong mockLocationReported "
            + "accuracyTooGood attestationFailed deviceClockCorrected accuracyUnusable assisted");
        Pinned<AttestationVerdict>("passed failed notAvailable");
        Pinned<NetworkKind>("wifi mobile other none");
        Pinned<SignalKind>(
            "lowTrust impossibleTravel repeatedCoordinates sharedCoordinates sharedDevice manyDevices unansweredSpotCheck "
            + "untoldClock repeatedOpenDays manyAssisted");
        Pinned<ReviewState>("open accepted rejected");
        Pinned<NoticeMatterKind>("objection review correction shiftSwap ruling rulingObjection ratings dailyEntry");
        Pinned<PullFault>("unreachable notGiven malformed changing incomplete tooSlow");
        Pinned<PullState>("open agreed applied");
        Pinned<RegisterPart>("unit employee");
        Pinned<RegisterChangeKind>("new changed missing faulty");
        Pinned<ChangeOutcome>("applied refused overtaken");
        Pinned<SiasnFault>("clientRefused signOnRefused");
        Pinned<SiasnFinding>("absent same differs several wrongPerson");
        Pinned<SiasnState>("sent alreadyThere refused failed");
        Pinned<SiasnCause>(
            "noNip noRaterNip noCoefficient unknownPerson wrongPerson severalRecords notTaken unreadable noAnswer "
            + "notShown");
        Pinned<NoticeCode>(
            "objectionFiled objectionDecided objectionOverdue reviewOpened reviewDecided "
            + "correctionRequested correctionDecided spotCheckAsked resultPublished ratingsMissing "
            + "rulingMade rulingPassed rulingObjected rulingDecided runHeld moveRecorded "
            + "personMovesAway moveWithdrawn shiftSwapRequested shiftSwapDecided "
            + "ratingCameLate ratingVoided ratingMissing dailyEntriesWaiting dailyEntriesReturned "
            + "dailyEntrySubmitted dailyEntryDecided");
        Pinned<TimeScheme>("fixed shift dynamic");
        Pinned<TimeGapKind>("calendar ramadan");
        Pinned<GraceRule>("counted forgiven");
        Pinned<Placement>("unknown inside outside uncertain");
        Pinned<GeofenceKind>("office home wfaArea fieldSite");
        Pinned<HolidayRule>("inForce notInForce");
        Pinned<WeekDays>("monday tuesday wednesday thursday friday saturday sunday");
        Pinned<FenceExclusion>("otherPeople notYetValid noLongerValid outsideWindows holiday");
        Pinned<GiverRole>("leader peer subordinate served");
        Pinned<FeedbackSubject>("result serviceOriented accountable competent harmonious loyal adaptive collaborative");
        Pinned<DialoguePurpose>("plan clarify agree");
        Pinned<ActionState>("open done dropped");
        Pinned<ExplanationCode>(
            "frozen frozenAsHead rewardFacts rewardFactsWithoutStart rated noRating noUnitPerformance unitGivesResult "
            + "skpWeighed behaviourWeighed summed predicateByMatrix predicateByScore predicateByScoreAndIdea notRead "
            + "spreadChangesNothing placed percentRank percentRankAlone placedInUnit tooFewForTop cap inTop tiedAtCap "
            + "rewardKeptAway disciplineInProcess disciplineServing newStaff belowFloor beyondCap "
            + "ownObjectionDecided ownLateRating othersObjectionDecided othersLateRating replaces replacesUnplaced "
            + "replacesNotAssessed objectUntil");
        Pinned<SkpStepCode>(
            "indicatorQualitative indicatorNotDue indicatorNotReported indicatorMore indicatorLess quartersLeftOut "
            + "resultNotCounted resultOfOne resultMean indicatorsLeftOut resultAdditional planNotCounted planOfOne "
            + "planMean planWeighed resultsLeftOut skpNotCounted skpOfOnePlan skpByDays skpByMonths plansLeftOut");
        Pinned<BehaviourStepCode>("roleOfOneValue roleMean behaviourNotHeard behaviourOfOneRole behaviourWeighed");
        Pinned<SuggestionStepCode>(
            "skpFromPlan skpFromElsewhere skpMissing weightsLeaderAlone weightsOthersHeard scoreMissing scoreWeighed "
            + "resultByUnit unitPerformanceMissing resultByBands resultMissing behaviourByBands behaviourMissing "
            + "predicateByMatrix matrixLacksLevel predicateByScore predicateByScoreOrIdea noScoreNoPredicate "
            + "raterDecides");
        Pinned<SuggestionGap>("workPlan behaviour leaderFeedback unitPerformance");
        Pinned<ExpectationLevel>("below meets above");
        Pinned<Predicate>("veryPoor poor needsImprovement good veryGood");
        Pinned<OrganisationLevel>("veryPoor poor needsImprovement good outstanding");
        Pinned<DayCount>("calendar working");
        Pinned<ObjectionState>("filed kept changed withdrawn");
        Pinned<OpenActKind>("object beHeard withdraw decide rate");
        Pinned<ObjectionTerm>("hearing decision");
        Pinned<PredicateRule>("matrix pp30");
        Pinned<NotAssessedReason>("noRating noUnitPerformance");
        Pinned<RunState>("held planned gathered evaluated ranked published final");
        Pinned<RunStepKind>("gather evaluate rank publish");
        Pinned<TopShare>("out in tiedAtCap excludedFromReward");
        Pinned<RewardExclusions>("none disciplineInProcess disciplineServing newStaff");
        Pinned<ReleasedFacts>("none unit postCategory employmentKind postClass");
        Pinned<EmploymentKind>("pns pppk");
        Pinned<HeadStanding>("appointed acting dailyActing");
        Pinned<DisciplineStatus>("none inProcess serving");
        Pinned<FlexibleReason>(
            "postDenied directServiceUnit noPost postNotListed notActive disciplineCase newStaff notAdopted outsidePilot waveNotBegun "
            + "dayNotAllowed noEntitlement weeklyQuotaUsed tooManyInARow unitShareReached notPlanned otherPlace");
        Pinned<DenySource>("namedByBkn circularOf2024");
        Pinned<QuestionKind>("scale choice text");
        Pinned<GovernmentLevel>("central local");
        Pinned<SurveyBreakdown>("none level employmentKind unit agency");
        Pinned<ResultKind>("main additional");
        Pinned<IndicatorAspect>("quantity quality time cost");
        Pinned<TargetDirection>("moreIsBetter lessIsBetter");
        Pinned<TargetCounting>("addsUp latest");
        Pinned<WorkPlanState>("drafted agreed");
        Pinned<ProRating>("days months");
        Pinned<NotCounted>("noRealisation qualitative additionalResult nothingCounted");
        Pinned<AssignmentOrigin>("appointed applied");
        Pinned<LimitKind>("atMost atLeast some most");
        Pinned<RoundedWay>("whole down up");
        Pinned<DistributionScope>("unit agency");
        Pinned<DistributionStanding>("kept breached tooSmall noUnitPerformance nobodyAssessed");
        Pinned<PeopleRounding>("strict halfUp lenient");
        Pinned<MostReading>("largestGroup moreThanHalf");
        Pinned<LeniencyPeers>("agency unit");
        Pinned<LeniencyMeasure>("score predicate");
        Pinned<LeniencyStanding>("within outlier tooFew noPeers");
        Pinned<EntitlementKind>("flexiblePlace flexibleStart dayOff");
        Pinned<PilotCertainty>("confirmed derived unknown");
        Pinned<PolicySource>("shipped national agency");
        Pinned<FunctionalLevel>("pemula terampil mahir penyelia ahliPertama ahliMuda ahliMadya ahliUtama");
        Pinned<FigureSource>("confirmed unconfirmed agency");
        Pinned<PotentialLevel>("low medium high");
        Pinned<AllowanceCycle>("quarter year month");
        Pinned<PeriodKind>("month quarter year");
        Pinned<NoFactorReason>("notAssessed otherCycle noPolicy");
        Pinned<GrantState>("proposed notEligible tiedAtCap excludedFromReward approved declined");
        Pinned<ProposalKind>("improvement sanction discipline");
        Pinned<WithdrawalReason>("resultRevised daysRemoved heavierTier noLongerHere");
        Pinned<ProposalState>("proposed considered decided closed withdrawn");
        Pinned<TeamAdvice>("support amend oppose");
        Pinned<FollowUpOutcome>("improved notImproved testPassed testFailed carriedOut");
        Pinned<ProposalGround>("firm provisional superseded");
        Pinned<DueStep>("outcome test");
        Pinned<Finality>("open final");
        Pinned<SealedFinality>("open final");
        Pinned<IntakeGoal>("checkIns feedback");
        Pinned<IntakeForm>("text word number wholeNumber truth time date");
        Pinned<IntakeUnit>("degrees microdegrees metres kilometres feet percent fraction");

        Pinned<Domain.Files.ImportKind>("people units posts ratings leave calendar");
        Pinned<Domain.Files.ImportState>("previewed applying applied");
        Pinned<Domain.Files.ImportChoice>("all good");
        Pinned<Domain.Files.RowEffect>("new changed unchanged faulty");
        Pinned<Domain.Files.RowOutcome>("done moved refused leftOut");

        var inDomain = typeof(Quarter).Assembly.GetExportedTypes().Where(t => t.IsEnum && t != typeof(RefusalKind));
        Assert.Empty(inDomain.Except(pinned));

        void Pinned<T>(string names)
            where T : struct, Enum
        {
            pinned.Add(typeof(T));
            Assert.Equal(names.Split(' '), Enum.GetValues<T>().Select(JsonFormat.Name));
        }
    }

    [Fact]
    public void Every_refusal_has_a_title_in_both_languages()
    {
        var codes = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code =>
        {
            var (english, indonesian) = (ProblemTitles.Of(code, false), ProblemTitles.Of(code, true));
            Assert.NotEmpty(english);
            Assert.NotEmpty(indonesian);
            Assert.NotEqual(english, indonesian);
        });
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages() =>
        Assert.All(Enum.GetValues<CheckInReason>(), reason =>
        {
            var answer = ReasonTexts.Of(reason);
            Assert.NotEqual(answer.En, answer.Id);
        });

    [Fact]
    public void Every_days_reason_has_words_in_both_languages() =>
        Assert.All(Enum.GetValues<DayReason>(), reason =>
        {
            var answer = DayReasonTexts.Of(new DayFinding(reason));
            Assert.NotEqual(answer.En, answer.Id);
        });

    [Theory]
    [InlineData(RefusalKind.Malformed, RefusalCodes.InvalidField, 400)]
    [InlineData(RefusalKind.NotAllowed, RefusalCodes.Unauthenticated, 401)]
    [InlineData(RefusalKind.NotAllowed, RefusalCodes.MissingScope, 403)]
    [InlineData(RefusalKind.NotFound, RefusalCodes.UnknownRun, 404)]
    [InlineData(RefusalKind.Conflict, RefusalCodes.PeriodFrozen, 409)]
    [InlineData(RefusalKind.Stale, RefusalCodes.StaleVersion, 412)]
    [InlineData(RefusalKind.TooLarge, RefusalCodes.BodyTooLarge, 413)]
    [InlineData(RefusalKind.Unprocessable, RefusalCodes.ReusedId, 422)]
    public void A_refusal_becomes_a_problem_with_its_status(RefusalKind kind, string code, int status)
    {
        var problem = ProblemResponse.Of(new Refusal(kind, code, "Why."), false, "/here", "trace");
        Assert.Equal(($"urn:kinerja:problem:{code}", status, "Why."), (problem.Type, problem.Status, problem.Detail));
        Assert.Null(problem.Errors);
    }
}
