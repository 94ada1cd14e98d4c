using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Ranking;

/// <summary>Whether a published result can still change.</summary>
public enum SealedFinality
{
    /// <summary>Its people may object, or it was opened again: a revision may replace it.</summary>
    Open,
    Final,
}

/// <summary>
/// What a seal says of one revision, beside which bytes it stands. Times are here and not in the manifest: the same
/// inputs make the same manifest, whenever it is made.
/// </summary>
public sealed record SealClaims(
    [property: JsonPropertyName("iss")] string Issuer,
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Revision,
    string DataSha256,
    SealedFinality Finality,
    Instant PublishedAt,
    LocalDate? DeemedOn,
    LocalDate? ObjectionsUntil,
    LocalDate? OpenUntil,
    Instant? FinalSince)
{
    /// <param name="run">A revision that is published, or whose publication has its moment.</param>
    /// <param name="data">The bytes that the seal is for.</param>
    internal static SealClaims Of(EvaluationRun run, ReadOnlySpan<byte> data) => new(
        CompactJws.Issuer,
        run.AgencyId,
        run.Period,
        run.Revision,
        Convert.ToHexStringLower(SHA256.HashData(data)),
        run.FinalSince is null ? SealedFinality.Open : SealedFinality.Final,
        run.PublishedAt ?? throw new InvalidOperationException($"{run.AgencyId} has not published {run.Period}."),
        run.DeemedOn,
        run.ObjectionsUntil,
        run.OpenUntil,
        run.FinalSince);
}

/// <summary>
/// Signs manifests of rankings and pages of final predicates with the key of receipts, whose public halves are
/// published and stay so once they are replaced.
/// </summary>
public sealed class RankingSeals(ReceiptKey key)
{
    private readonly CompactJws _jws = new(key, "kinerja-ranking-seal+jwt");

    internal string Sign(SealClaims claims) =>
        _jws.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, JsonFormat.Default.SealClaims));
}
