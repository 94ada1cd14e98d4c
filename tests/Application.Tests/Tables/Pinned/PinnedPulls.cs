using Kinerja.Application.Intake.Pulls;
using Kinerja.Application.Tables;
using Kinerja.Domain.Intake.Pulls;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>What is read from agencies' own systems.</summary>
internal static class PinnedPulls
{
    private const string Id = "00112233445566778899aabbccddeeff";

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(
            TableNames.RegisterPulls, "source", Source, RegisterPullRows.Write, RegisterPullRows.ReadSource),
        PinnedRow.Of(TableNames.RegisterPulls, "pull", Pull, RegisterPullRows.Write, RegisterPullRows.ReadPull),
        PinnedRow.Of(
            TableNames.RegisterChanges, "change", Change, RegisterChangeRows.Write, RegisterChangeRows.Read),
    ];

    private static SealedRegisterSource Source => new(
        new(Some.AgencyId, new("https://simpeg.example.go.id/pegawai"), "id.sealed", 25, Some.Morning)
        {
            Actor = Some.Actor.For(Some.Person("peg-head")),
            Tag = "\"v7\"",
            ReadAt = Some.Morning + Duration.FromHours(1),
            Problem = new(PullFault.NotGiven, $"Page {1} was answered {401}.", Some.Morning + Duration.FromHours(2)),
        });

    private static RegisterPull Pull =>
        new(Some.AgencyId, Id, PullState.Applied, Some.Morning, new(12, 340, 7, 2, 1))
        {
            AgreedBy = Some.Actor.For(Some.Person("peg-head")),
            AgreedById = Some.Person("peg-head"),
            AgreedAt = Some.Morning + Duration.FromHours(3),
            AppliedAt = Some.Morning + Duration.FromHours(4),
            Outcomes = new(5, 1, 1),
        };

    private static SealedRegisterChange Change => new(
        Some.AgencyId, Id, new("2_peg-0001", RegisterPart.Employee, "peg-0001", RegisterChangeKind.Changed)
        {
            From = new(2026, 2, 2),
            Members = [new("unitId", "bkd", "sekretariat")],
            Faults = [new("/pages/1/employees/0/kind", $"One of {"pns, pppk"} is expected.")],
            Tag = "W/\"datetime'2026'\"",
            Rows = "id.sealed",
            Outcome = ChangeOutcome.Refused,
            OutcomeDetail = "This post is not registered.",
        });
}
