using Kinerja.Application.Exchange;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>What goes to SIASN.</summary>
internal static class PinnedExchange
{
    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(TableNames.SiasnResults, "account", Account, SiasnRows.Write, SiasnRows.ReadAccount),
        PinnedRow.Of(TableNames.SiasnResults, "shard", Shard, SiasnRows.Write, SiasnRows.ReadShard),
        PinnedRow.Of(
            TableNames.SiasnResults, "shard that is done", Shard.Left(new(3, 1, 1, 1, 0)), SiasnRows.Write,
            SiasnRows.ReadShard),
        PinnedRow.Of(TableNames.SiasnResults, "person", Entry, SiasnRows.Write, SiasnRows.ReadEntry),
    ];

    private static SealedSiasnAccount Account => new(
        new(
            Some.AgencyId, 3, new("https://siasn.example.go.id:8243/apisiasn/1.0"),
            new("https://siasn.example.go.id/oauth2/token"), new("app", "id.sealed", "id.sealed-too"), true,
            new(new(1, 2, 3), new(4, 5, 6), new(7, 8, 9, 10, 11), new("1", "2"), Months: true)
            {
                CoefficientId = "k-1",
                Coefficients = [new(Some.PostId, "k-2")],
            },
            Some.Morning)
        {
            Actor = Some.Actor.For(Some.Person("peg-head")),
            Problem = new(SiasnFault.SignOnRefused, Some.Morning + Duration.FromHours(1)),
        });

    private static SiasnShard Shard => new(Some.AgencyId, Some.Quarter, 7, 2, new(11, 2, 3, 1, 1))
    {
        HeldBy = "a-message",
        HeldUntil = Some.Morning + Duration.FromMinutes(31),
    };

    private static SiasnEntry Entry => new(
        Some.AgencyId, Some.Quarter, Some.Person(), 2,
        new(Predicate.Good, ExpectationLevel.Above, ExpectationLevel.Meets, Some.Person("peg-head")),
        SiasnState.Refused, Some.Morning)
    {
        Cause = SiasnCause.NotTaken,
        Detail = "SIASN answered 422.",
    };
}
