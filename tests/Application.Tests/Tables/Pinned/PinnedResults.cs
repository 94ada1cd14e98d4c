using Kinerja.Application.Evaluation;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>Ratings, the run that ranks them, objections to it and what follows.</summary>
internal static class PinnedResults
{
    private static readonly AppraisalPeriod Year = AppraisalPeriod.OfYear(2026);

    private static readonly Instant Later = Some.Morning + Duration.FromTicks(1);

    private static readonly LocalDate April = new(2026, 4, 28);

    private static readonly EmployeeId Head = Some.Person("peg-head");

    private static readonly Actor Actor = Some.Actor.For(Head);

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(TableNames.Ratings, "rating", Rating, r => RatingRows.Write(Some.AgencyId, r), RatingRows.Read),
        PinnedRow.Of(
            TableNames.Ratings, "version", Rating, r => RatingRows.WriteVersion(Some.AgencyId, r), RatingRows.Read),
        PinnedRow.Of(
            TableNames.UnitPerformance, "performance",
            new UnitPerformance(
                Year, Some.UnitId, OrganisationLevel.NeedsImprovement, Head, Some.Morning) { Actor = Actor },
            p => RatingRows.Write(Some.AgencyId, p), RatingRows.ReadUnit),
        PinnedRow.Of(
            TableNames.RaterReasons, "reason",
            new RaterReason(Year, Head, "Tim kecil.", Some.Morning, 2) { Actor = Actor },
            r => RaterReasonRows.Write(Some.AgencyId, r), RaterReasonRows.Read),
        PinnedRow.Of(
            TableNames.ResultSummaries, "summary",
            new ResultSummary(Some.AgencyId, Year, 2, new(1, 2, 3, 40, 5), 6, 9)
            {
                Distribution = new("distribution-2026.1", 7, 2, 1),
                Present = new(50, 2400, 2300),
                Flexible = new(12, 140, 139),
            },
            TableResultSummaries.Write, TableResultSummaries.Read),
        PinnedRow.Of(TableNames.Runs, "run", Run, TableRuns.Write, TableRuns.Read),
        PinnedRow.Of(
            TableNames.Runs, "mark of a shard", (2, new string('a', 64)),
            mark => TableRuns.WriteMark(Run, RunState.Gathered, mark.Item1, mark.Item2), TableRuns.ReadMark),
        PinnedRow.Of(
            TableNames.RunInputs, "input",
            new EvaluationInput(
                Some.Person(), Some.UnitId, true, OrganisationLevel.Good, Rating,
                    new AttendanceSummary(61, 50, 5, 3, 2, 1, 44, 33)
                    {
                        OnTimeDays = 47,
                        FlexibleOnTimeDays = 4,
                    },
                    12)
            {
                Reward = Reward,
                Facts = Facts,
            },
            i => EvaluationRows.Write(TableKeys.Run(Run), i), EvaluationRows.ReadInput),
        PinnedRow.Of(
            TableNames.Evaluations, "evaluation", Evaluation,
            e => EvaluationRows.Write(TableKeys.Run(Run), e), EvaluationRows.ReadEvaluation),
        PinnedRow.Of(
            TableNames.Evaluations, "evaluation of nobody assessed",
            Evaluation with { Outcome = NotAssessedReason.NoUnitPerformance },
            e => EvaluationRows.Write(TableKeys.Run(Run), e), EvaluationRows.ReadEvaluation),
        PinnedRow.Of(
            TableNames.Rankings, "place",
            new RankingLine(
                3, Some.Person(), Predicate.Good, Some.Score(97.5m), Some.Score(90), TopShare.TiedAtCap, 0.375)
            {
                UnitPlace = 2,
            },
            l => TableRankings.Write(TableKeys.Run(Run), l, 7), TableRankings.ReadLine),
        PinnedRow.Of(
            TableNames.Rankings, "page", new RankingPage(2, """{"page":2}"""u8.ToArray()),
            p => TableRankings.Write(TableKeys.Run(Run), p), TableRankings.ReadPage) with { IsVerbatim = true },
        PinnedRow.Of(
            TableNames.Rankings, "page of those left out", new RankingPage(2, """{"page":2}"""u8.ToArray()),
            p => TableRankings.WriteLeftOut(TableKeys.Run(Run), p), TableRankings.ReadPage) with { IsVerbatim = true },
        PinnedRow.Of(TableNames.Objections, "objection", Objection, ObjectionRows.Write, ObjectionRows.Read),
        Unsent.Of(TableNames.Objections),
        PinnedRow.Of(
            TableNames.ResultReceipts, "receipt", new ResultReceipt(2, Later, April) { Actor = Actor },
            r => ReceiptRows.Write(Some.AgencyId, Year, Some.Person(), r), ReceiptRows.Read),
        PinnedRow.Of(TableNames.GrantLists, "list", GrantList, GrantRows.Write, GrantRows.ReadList),
        PinnedRow.Of(
            TableNames.GrantLists, "line",
            new GrantLine(
                Some.Person(), 3, GrantState.Declined, [FlexibleReason.NoPost, FlexibleReason.OutsidePilot],
                    new(Head, true, "Anggaran.", Some.Morning) { Actor = Actor }),
            l => GrantRows.Write("menpanrb_2026_r2", l), GrantRows.ReadLine),
        PinnedRow.Of(TableNames.Proposals, "proposal", Proposal, ProposalRows.Write, ProposalRows.Read),
        Unsent.Of(TableNames.Proposals),
    ];

    private static RewardFacts Reward => new(DisciplineStatus.Serving, 17);

    private static PersonFacts Facts => new(EmploymentKind.Pppk, "teacher", 9);

    private static Rating Rating => new(
        Year, Some.Person(), Head, ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(104.25m),
            Some.Score(95.5m), "Melampaui target.",
        Some.Morning, 3)
    {
        NewIdea = new("Antrean daring", "https://arsip.example.go.id/7"),
        Late = true,
        ObjectionId = Some.Client("keberatan-1"),
        Voided = new(Some.Person("peg-right"), Some.Person("peg-admin"), "Bukan atasan.", Later) { Actor = Actor },
        Actor = Actor,
    };

    private static EvaluationRun Run => new(
        Some.AgencyId, Year, 2, RunState.Published, 4, 3, Some.Morning, Later, "evaluation-2026.1", "ranking-2026.1")
    {
        DistributionPolicyVersion = "distribution-2026-01-01.1",
        ObjectionPolicyVersion = "objection-2026-01-01.1",
        LineSecret = new string('b', 64),
        Actor = Actor,
        PublishedAt = Later,
        DeemedOn = new(2026, 4, 14),
        ObjectionsUntil = April,
        UncoveredYears = [2027, 2028],
        FinalAt = Later,
        FinalSince = Later,
        Reopenings =
        [
            new(Some.Person("peg-head"), "Putusan banding.", 1, Later, April)
            {
                Told = true,
                Actor = Some.Actor.For(Some.Person("peg-head")),
                UncoveredYears = [2028],
            },
        ],
        Correction = new(Some.Client("keberatan-1"), Rating),
        UnsentBy = "publish",
    };

    private static EmployeeEvaluation Evaluation => new(
        Some.Person(),
        new Assessment(
            Predicate.VeryGood, ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(104.25m),
            Some.Score(95.5m)),
        "evaluation-2026.1")
    {
        UnitId = Some.UnitId,
        Reward = Reward,
        Facts = Facts,
    };

    private static Objection Objection => new(
        new(Some.Client("keberatan-1"), Some.AgencyId, Year, Some.Person(), "Realisasi Maret belum dihitung.",
            ["https://arsip.example.go.id/1"]),
        1, Head, Some.Person("peg-superior"), Some.Morning, April, "objection-2026.1", ObjectionState.Changed)
    {
        Actor = Actor,
        WithdrawnBy = Actor,
        OfPerson = new(Some.Person(), "Sudah.") { At = Some.Morning, Actor = Actor },
        OfRater = new(Head, "Belum.") { At = Later, Actor = Actor },
        Ruling = new(
            Some.Person("peg-superior"),
            new(ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(104.25m), Some.Score(95.5m))
            {
                NewIdea = Rating.NewIdea,
            },
            "Diterima.")
        {
            At = Later,
            Actor = Actor,
        },
        DeemedOn = new(2026, 4, 14),
        ReceivedAt = Later,
        HearBy = new(2026, 4, 17),
        PassesOn = new(2026, 5, 8),
        UncoveredYears = [2028],
        HearingLapsedAt = Later,
        Overdue = new(Later, Some.Person("peg-walikota")),
        AppliedIn = 2,
    };

    private static GrantList GrantList => new(
        Some.AgencyId, Year, 2, new(2026, 4, 1), new(2026, 7, 1), new(2, new(8, 30), 3) { DaysOff = 4 },
            "follow-up-2026.1", Head,
            Some.Morning)
    {
        Actor = Actor,
    };

    private static Proposal Proposal => new(
        Some.AgencyId, ProposalId.Of(ProposalKind.Sanction, Year, Some.Person()), ProposalKind.Sanction, Some.Person(),
        new(Year, 2, Predicate.Poor, "follow-up-2026.1")
        {
            Absence = new(
                4,
                new(11, DisciplineMeasure.AllowanceCut, 6, 25, "PP 94/2021 art. 10"),
                true,
                [new(2026, 2, 4), new(2026, 2, 5)],
                "discipline-2026.1")
            { MinuteDays = 2 },
        },
        Some.Morning)
    {
        Version = 6,
        Actor = Actor,
        Considerations =
        [
            new([Head, Some.Person("peg-tim")], April, TeamAdvice.Amend, "Beri waktu.", Head, Later) { Actor = Actor },
        ],
        Decision = new(Some.Person("peg-ppk"), true, "Setuju.", new(2026, 5, 1), Later) { Actor = Actor },
        Until = new(2026, 11, 1),
        TestBy = new(2026, 12, 1),
        Outcomes = [new(FollowUpOutcome.NotImproved, new(2026, 11, 2), "Belum.", Head, Later) { Actor = Actor }],
        Reminders = [new(DueStep.Test, new(2026, 12, 1), Later)],
        WithdrawnAt = Later,
        WithdrawnBecause = WithdrawalReason.HeavierTier,
    };
}
