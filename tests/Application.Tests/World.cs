using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Notices;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Workforce;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kinerja.Application.Tests;

/// <summary>
/// One agency with a unit, its head, a person and an office, and every use case wired to fakes as the host wires them.
/// </summary>
internal sealed partial class World
{
    private readonly int _shardSize;

    internal World(Instant? now = null, int shardSize = 2)
    {
        _shardSize = shardSize;
        Clock = (now ?? Some.Morning).ClockAt();
        Entitlements = new FakeEntitlements(Outbox);
        Reviews = new FakeReviews(Outbox);
        Corrections = new FakeCorrections(Outbox);
        Proposals = new FakeProposals(Outbox);
        Objections = new FakeObjections(Outbox);
        Ratings = new FakeRatings(Outbox);
        Dirty = new FakeStaleMonths(Clock);
        Wire();
        Add(Some.Agency());
        Workforce.Add(Some.AgencyId, Some.Unit());
        Add(Some.Employee("peg-head", null), Some.Employee());
        Geofences.Current[(Some.AgencyId, Some.FenceId)] = Some.Fence();
        Geofences.Versions[(Some.AgencyId, Some.FenceId, 1)] = Some.Fence();
    }

    internal FakeTimeProvider Clock { get; }

    internal static LineSecrets Secrets { get; } = new(SpotCheckSalt.From("garam yang rahasia"));

    internal ProveLines Prove => new(ReadRun, Rankings);

    internal FakeAgencies Agencies { get; } = new();

    internal FakeWorkforce Workforce { get; } = new();

    internal FakeOutbox Outbox { get; } = new();

    internal FakeOutboxLags Lags { get; } = new();

    internal FakeEntitlements Entitlements { get; }

    internal FakeFlexibleDays FlexibleDays { get; } = new();

    internal FakeGeofences Geofences { get; } = new();

    internal FakePolicies Policies { get; } = new();

    internal FakeCheckIns CheckIns { get; } = new();

    internal FakeReviews Reviews { get; }

    internal ReadSpotChecks ReadSpotChecks =>
        new(AgencyDirectory, CheckIns, Proofs, SpotCheckSalt.From("garam yang rahasia"), Clock);

    internal SweepSignals Sweep =>
        new(Agencies, CheckIns, Reviews, FindUnanswered, FindOpenDays, AgencyDirectory, Delegations, Tell, Clock);

    internal FindOpenDays FindOpenDays =>
        new(AgencyDirectory, Closes, Dirty, Months, Rulings, Tell, Clock);

    internal FindUnanswered FindUnanswered => new(
        AgencyDirectory, Workforce, Closes, Dirty, Months, Outages, Proofs,
        SpotCheckSalt.From("garam yang rahasia"), Clock);

    internal InvalidateMonths Mark => new(AgencyDirectory, Dirty, Clock);

    internal FakeAttendanceMonths Months { get; } = new();

    internal FakeStaleMonths Dirty { get; }

    internal FakeDayCloses Closes { get; } = new();

    internal FakeDayQueue Days { get; } = new();

    internal FakeLeaves Leaves { get; } = new();

    internal FakeCorrections Corrections { get; }

    internal FakePresenceProofs Proofs { get; } = new();

    internal FakeRulings Rulings { get; } = new();

    internal FakeOutages Outages { get; } = new();

    internal FakeFeedback Feedback { get; } = new();

    internal FakeObjections Objections { get; }

    internal FakeReceipts Receipts { get; } = new();

    internal FakeEventLog Numbers { get; } = new();

    internal FinaliseRuns Finalise =>
        new(
            Agencies, Runs, Objections, Late, RaiseProposals, Announce,
            new SummariseResult(Results, Rankings, ReadCalibration, Summaries), HeardFinal, Reopen, Clock);

    internal LateRatings Late => new(Agencies, Runs, Results, Ratings, Objections, Revise, Clock);

    internal RepeatRun Repeat => new(ReadRun, Runs, Results, Rankings, PinnedPolicies);

    internal DryRunRun WhatIf => new(ReadRun, Results, PinnedPolicies);

    internal ReviseRun Revise => new(Runs, Results, Dispatch, Clock);

    internal FakeDelegations Delegations { get; } = new();

    internal FakeDialogues Dialogues { get; } = new();

    internal FakeWorkPlans WorkPlans { get; } = new();

    internal FakeRealisations Realisations { get; } = new();

    internal PinnedPolicies PinnedPolicies => new(Policies, Shipped);

    internal FakeRatings Ratings { get; }

    internal FakeRaterReasons RaterReasons { get; } = new();

    internal FakeRuns Runs { get; } = new();

    internal RunPeople RunPeople => new(Workforce, Moves);

    internal FindMissingRatings Missing => new(AgencyDirectory, RunPeople, Ratings);

    internal FakeRunResults Results { get; } = new();

    internal FakeRankings Rankings { get; } = new();

    internal FakeRunQueue Queue { get; } = new();

    internal DispatchSteps Dispatch => new(Runs, Queue);

    internal FakeEvents Events { get; } = new();

    internal FakeGrantLists GrantLists { get; } = new();

    internal FakeProposals Proposals { get; }

    internal OutboxPublisher Tell =>
        new(
            Agencies, Outbox, Lags, Numbers, new InboxEvents(Inboxes, Events), Clock,
            NullLogger<OutboxPublisher>.Instance);

    internal ProposeGrants ProposeGrants =>
        new(
            AgencyDirectory, Runs, Rankings, Workforce, GrantLists, new GrantCases(AgencyDirectory), PinnedPolicies,
            Clock);

    internal DecideGrants DecideGrants =>
        new(
            AgencyDirectory, Runs, GrantLists, new GrantCases(AgencyDirectory), GrantOfficials, GrantEntitlement,
            Clock);

    internal GrantOfficials GrantOfficials => new(AgencyDirectory);

    internal ReadGrants ReadGrants => new(Runs, GrantLists);

    internal WatchDeadlines Watch => new(Agencies, AgencyDirectory, Objections, Proposals, Tell, Clock);

    internal ReadOverdue Overdue => new(AgencyDirectory, Objections, Proposals, Clock);

    internal ReadFollowUp ReadFollowUp => new(AgencyDirectory, Runs, Results, PinnedPolicies);

    internal AgencyDirectory AgencyDirectory { get; private set; }

    internal RecordCheckIn RecordCheckIn { get; private set; }

    internal PlanRuns Plan { get; private set; }

    internal GatherShard Gather { get; private set; }

    internal AdvanceRun Advance { get; private set; }

    internal FoldMonths FoldMonths => new(
        new ReadMonthFacts(CheckIns, Leaves, Corrections, Swaps, Rulings, Outages, Reviews, JudgeFlexibleDays),
        AgencyDirectory,
        Clock);

    internal ReadMonths ReadMonths => new(Closes, Dirty, Months, FoldMonths);

    internal PlanDayCloses PlanDays => new(Agencies, Workforce, Closes, Dirty, Days, Clock);

    internal CloseBucket CloseBucket => new(
        Agencies, Workforce, Closes, Dirty, Months, FoldMonths, RaiseAbsences, Clock);

    internal RaiseAbsences RaiseAbsences => new(AgencyDirectory, Months, Proposals, Moves, Stretches, Clock);

    internal ReadAttendance ReadAttendance => new(AgencyDirectory, CheckIns, ReadMonths, Payrolls, Stretches, Clock);

    internal ReadCalibration ReadCalibration => new(PinnedPolicies, Workforce, Ratings, Runs, Results, RaterReasons);

    internal WriteRaterReason WriteRaterReason => new(Runs, Results, RaterReasons, Clock);

    internal FakeSurveys Surveys { get; } = new();

    internal RecordCheckInBatch Batch => new(RecordCheckIn, Clock);

    internal ExpensiveWorkLane Lane { get; init; } = new();

    internal RecordLeave RecordLeave => new(AgencyDirectory, Leaves, new(Entitlements), Mark, Clock);

    internal ImportLeave ImportLeave => new(RecordLeave, AgencyDirectory);

    internal DryRunPolicy DryRunPolicy => new(Shipped, AgencyDirectory, Workforce, FoldMonths, Clock);

    internal ImportGeofences ImportGeofences => new(PublishGeofence, AgencyDirectory);

    internal DryRunPosition DryRunPosition => new(AgencyDirectory, Lane);

    internal DryRunFence DryRunFence => new(AgencyDirectory, Geofences, CheckIns, Lane);

    internal SubmitFeedback SubmitFeedback => new(AgencyDirectory, Feedback, Delegations, WorkPlans, Clock);

    internal ReadFeedbackSummary FeedbackSummary => new(AgencyDirectory, Feedback);

    internal DelegateRating DelegateRating => new(AgencyDirectory, Delegations, Clock);

    internal SuggestRating SuggestRating => new(
        AgencyDirectory, new Application.WorkPlans.ReadSkpAchievement(AgencyDirectory, WorkPlans, Realisations),
        Feedback, Ratings, Workforce);

    internal RecordDialogue RecordDialogue => new(AgencyDirectory, Dialogues, Delegations, Clock);

    internal ReadReminders ReadReminders => new(AgencyDirectory, Workforce, Feedback, Clock);

    internal FlexibleFacts FlexibleFacts => new(AgencyDirectory, Entitlements, FlexibleDays);

    internal PlanFlexibleDays PlanElsewhere => new(FlexibleFacts, FlexibleDays, AgencyDirectory, Clock);

    internal JudgeFlexibleDays JudgeFlexibleDays => new(AgencyDirectory, Entitlements, FlexibleDays);

    internal RegisterAgency RegisterAgency => new(Agencies, AgencyDirectory, Changes, Clock);

    internal void Add(Agency agency) => Agencies.Rows[agency.Id.ToString()] = agency;

    internal void Add(params Employee[] people)
    {
        foreach (var person in people)
        {
            Workforce.Add(Some.AgencyId, person);
        }
    }

    /// <summary>The day's timer, and every bucket that it queued.</summary>
    internal async Task CloseDaysAsync()
    {
        await PlanDays.PlanDueAsync(default);
        while (Days.Waiting.TryDequeue(out var step))
        {
            await CloseBucket.ExecuteAsync(step, default);
        }
    }

    /// <summary>Works the queue off, one step after the other.</summary>
    internal async Task DrainAsync()
    {
        while (Queue.Waiting.TryDequeue(out var step))
        {
            await Advance.ExecuteAsync(step, default);
        }
    }
}
