using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Ranking;

/// <summary>A revision's seal as it stands now, and the revision that was published in its place.</summary>
public sealed record StandingSeal(SealClaims Claims, string Jws, int? SupersededBy);

/// <summary>
/// Says, signed, whether a published ranking is final and since when. It is made anew with each reading, by the key
/// that signs now.
/// </summary>
public sealed class ReadSeal(ReadRun read, IRuns runs, IRankings rankings, RankingSeals seals)
{
    public async Task<Result<StandingSeal>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        if (!(await read.WithRankingAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        if (run.PublishedAt is null || await rankings.FindPageAsync(run, 0, cancel) is not { } manifest)
        {
            return new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.RankingNotReady,
                $"Revision {run.Revision} of {period} has not published yet.");
        }

        // What was to become final and was revised before it did is not.
        var claims = SealClaims.Of(
            run.State == RunState.Final ? run : run with { FinalSince = null }, manifest.Json.Span);
        var newest = (await runs.FindDeliveredAsync(agency, period, cancel))!;
        return new StandingSeal(
            claims, seals.Sign(claims), newest.Revision > run.Revision ? newest.Revision : null);
    }
}

public readonly struct SealResponse(StandingSeal seal)
{
    public AgencyId AgencyId => seal.Claims.AgencyId;
    public AppraisalPeriod Period => seal.Claims.Period;
    public int Revision => seal.Claims.Revision;
    public string ManifestSha256 => seal.Claims.DataSha256;
    public SealedFinality Finality => seal.Claims.Finality;
    public Instant PublishedAt => seal.Claims.PublishedAt;
    public LocalDate? DeemedOn => seal.Claims.DeemedOn;
    public LocalDate? ObjectionsUntil => seal.Claims.ObjectionsUntil;
    public LocalDate? OpenUntil => seal.Claims.OpenUntil;
    public Instant? FinalSince => seal.Claims.FinalSince;
    public int? SupersededBy => seal.SupersededBy;
    public string Seal => seal.Jws;

    public static SealResponse Of(StandingSeal seal) => new(seal);
}
