using Kinerja.Application.Evaluation;
using Kinerja.Application.Notices;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Reports;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Tests;

/// <summary>The part of the world that knows who people are and what they were told.</summary>
internal sealed partial class World
{
    internal FakeInboxes Inboxes { get; } = new();

    internal ReadInbox ReadInbox => new(AgencyDirectory, Inboxes, Clock);

    internal RatePerformance Rate =>
        new(
            AgencyDirectory, Ratings, Delegations, new ReportingLine(AgencyDirectory, Delegations), Runs, Periods, Late,
            Tell, Clock);

    internal CorrectRater CorrectRater => new(
        AgencyDirectory, Workforce, Ratings, Delegations, Runs, Tell, Clock);

    internal FakeIdentities Identities { get; } = new();

    internal ReopenRun Reopen => new(AgencyDirectory, Runs, PinnedPolicies, Tell, Clock);

    internal FakeResultSummaries Summaries { get; } = new();

    internal FakePayrolls Payrolls { get; } = new();

    internal ReadPayroll ReadPayroll => new(
        AgencyDirectory, Workforce, Payrolls, AgencyMonths, Corrections, Rulings, Leaves, Clock);

    internal ClosePayroll ClosePayroll => new(AgencyDirectory, Workforce, Payrolls, ReadPayroll, Tell, Clock);

    internal FakeShiftSwaps Swaps => field ??= new FakeShiftSwaps(Outbox);

    internal SwapShifts SwapShifts => new(AgencyDirectory, Swaps, SwapApprovers, Mark, Inboxes, Tell, Clock);

    internal FindSwapApprovers SwapApprovers => new(AgencyDirectory, Delegations);

    internal ListWaitingSwaps WaitingSwaps => new(AgencyDirectory, Swaps, SwapApprovers);

    internal RuleOnDay RuleOnDay => new(AgencyDirectory, Delegations, Rulings, ReadAttendance, Mark, Tell, Clock);

    internal ReadRulings ReadRulings => new(
        AgencyDirectory, new PeopleBelow(Workforce, Delegations), Rulings, CheckIns, ReadMonths, RuleOnDay, Clock);

    internal FakeSecondments Secondments { get; } = new();

    internal MarkRegisterChanges Changes => new(Dirty, Closes, Clock);

    internal UpsertWorkforce Upsert => new(
        Workforce, AgencyDirectory, new RegisterNips(Identities, FakeIdentities.Key, Clock), Changes, Clock);

    internal NipDirectory Nips => new(Identities, FakeIdentities.Key, Clock);

    internal RecordSecondment RecordSecondment => new(AgencyDirectory, Workforce, Secondments, Changes, Clock);

    /// <summary>The agency's unit with a person whose rating stands, so that there is something to rank.</summary>
    internal void AddRated(AgencyId agency)
    {
        Workforce.Add(agency, Some.Unit());
        Workforce.Add(agency, Some.Employee());
        Ratings.Rows[(agency, Some.Quarter, Some.Person())] =
            new(Some.Rating(), "1");
    }

    internal FakeMoves Moves { get; } = new();

    internal ReadStretches Stretches => new(Moves, Secondments);

    internal RecordMoves RecordMoves => new(
        AgencyDirectory, Workforce, Moves, new ProveMoves(AgencyDirectory, Identities, Moves, FakeIdentities.Key),
        Stretches, Changes, Clock);

    internal ListNipFindings NipFindings => new(Identities, Secondments, Moves, AgencyDirectory, Clock);

    internal AgencyMonths AgencyMonths => new(AgencyDirectory, Workforce, ReadMonths, FoldMonths, Clock);

    internal ReadReports ReadReports => new(AgencyDirectory, Workforce, CheckIns, AgencyMonths);
}
