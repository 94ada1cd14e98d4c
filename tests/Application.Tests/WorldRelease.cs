using System.Diagnostics.CodeAnalysis;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinerja.Application.Tests;

/// <summary>The part of the world that a new release of the code replaces; what is stored stays.</summary>
internal sealed partial class World
{
    /// <summary>What comes with the code; <see cref="Ship"/> sets another, as a new release does.</summary>
    internal ShippedPolicies Shipped { get; private set; } = ShippedFiles.Policies;

    /// <summary>The same stored state under a release with one more version.</summary>
    internal void Ship(ShippedPolicy version)
    {
        Shipped = new ShippedPolicies([.. Shipped.All, version]);
        Wire();
    }

    [MemberNotNull(nameof(AgencyDirectory), nameof(RecordCheckIn), nameof(Plan), nameof(Gather), nameof(Advance))]
    private void Wire()
    {
        AgencyDirectory = new AgencyDirectory(Agencies, Workforce, Geofences, Policies, Shipped, Clock);
        RecordCheckIn = new RecordCheckIn(AgencyDirectory, Nips, Delegations, CheckIns, Mark, Clock);
        var settings = new RunSettings(_shardSize, RunSettings.DefaultGraceDays);
        var units = new RunUnitsCache(Agencies, Workforce, Ratings, PinnedPolicies, Clock);
        var hold = new HoldRun(RunPeople, Ratings, units, PinnedPolicies, Missing, Tell);
        Plan = new PlanRuns(
            Agencies, Workforce, Runs, Dispatch, hold, PinnedPolicies, Periods, settings, Secrets, Clock);
        Gather = new GatherShard(AgencyDirectory, RunPeople, ReadMonths, Feedback, Ratings, Results, units);
        Advance = new AdvanceRun(
            Runs,
            Dispatch,
            Gather,
            new EvaluateShard(Results, PinnedPolicies),
            new RankAgency(Runs, Results, Rankings, PinnedPolicies),
            new PublishRanking(Rankings, Results, Inboxes, Some.Seals, Tell),
            new ObjectionWindow(Agencies, new(Results, Rankings), PinnedPolicies),
            Clock,
            NullLogger<AdvanceRun>.Instance);
    }

    internal EvaluatedPeriods Periods =>
        new(PinnedPolicies, new RunSettings(_shardSize, RunSettings.DefaultGraceDays), Clock);
    internal FakeFinalResults HeardFinal { get; } = new();

    internal AnnounceFinal Announce => new(Results, Rankings, Some.Seals, Tell);

    internal ReadRun ReadRun => new(AgencyDirectory, Runs, Results, Rankings, PinnedPolicies, Term);

    internal ReadObjectionTerm Term => new(Runs, Results, Rankings, Receipts);

    internal RaiseProposals RaiseProposals => new(
        AgencyDirectory, Runs, Results, Proposals, PinnedPolicies, Clock);
}
