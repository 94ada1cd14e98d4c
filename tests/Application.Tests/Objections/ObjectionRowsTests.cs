using Kinerja.Application.Objections;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Application.Tests.Objections;

public sealed class ObjectionRowsTests
{
    [Fact]
    public void An_objection_comes_back_at_every_stage() => Always.HoldsFor(random =>
    {
        var stored = AnyObjection(random);
        var read = ObjectionRows.Read(Columns.WithinLimits(ObjectionRows.Write(stored)));
        Assert.True(stored.Claim.Says(read.Claim));
        Assert.Equal(stored, read with { Claim = stored.Claim });
    });

    private static Objection AnyObjection(Random random)
    {
        var at = Some.Morning + Duration.FromTicks(random.NextInt64(1_000_000_000_000));
        var claim = new ObjectionCommand(
            ClientId.Parse("keberatan-1").Value,
            Some.AgencyId,
            random.Next(2) == 0 ? Some.Quarter : AppraisalPeriod.OfYear(2026),
            Some.Person("peg-0001"),
            new string('ꦏ', random.Next(1, 4000)),
            [.. Enumerable.Range(0, random.Next(20)).Select(i => $"https://arsip.example.go.id/\n{i}")]);
        var revised = new RevisedRating(
            Any<ExpectationLevel>(random), Any<ExpectationLevel>(random),
            Score.FromHundredths(random.Next(12001)), Score.FromHundredths(random.Next(12001)))
        {
            NewIdea = random.Next(2) == 0
                ? null
                : new NewIdea(new string('ꦏ', random.Next(1, 2000)), "https://arsip.example.go.id/7"),
        };
        return new Objection(
            claim, random.Next(1, 4), Some.Person("peg-head"), Some.Person("peg-superior"), at,
            new LocalDate(2026, 4, 28), "objection-2026.1",
            Any<ObjectionState>(random))
        {
            OfPerson = random.Next(2) == 0 ? null : new(Some.Person("peg-0001"), "Sudah.") { At = at },
            OfRater = random.Next(2) == 0 ? null : new(Some.Person("peg-head"), "Belum.") { At = at },
            Ruling = random.Next(2) == 0
                ? null
                : new(Some.Person("peg-superior"), random.Next(2) == 0 ? null : revised, "Diterima.") { At = at },
            DeemedOn = random.Next(2) == 0 ? null : new LocalDate(2026, 4, 10),
            ReceivedAt = random.Next(2) == 0 ? null : at,
            HearBy = random.Next(2) == 0 ? null : new LocalDate(2026, 4, 17),
            HearingLapsedAt = random.Next(2) == 0 ? null : at,
            Overdue = random.Next(2) == 0
                ? null
                : new Escalation(at, random.Next(2) == 0 ? null : Some.Person("peg-walikota")),
            AppliedIn = random.Next(2) == 0 ? null : random.Next(2, 5),
        };
    }

    private static T Any<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
}
