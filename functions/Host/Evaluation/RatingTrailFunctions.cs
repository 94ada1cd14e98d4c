using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Evaluation;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Evaluation;

/// <summary>What comes before and after a rating: the suggestion, the versions, the repair when the wrong one rated.</summary>
public sealed class RatingTrailFunctions(SuggestRating suggest, RatePerformance rate, CorrectRater correct)
{
    [Function("GetRatingSuggestion")]
    public async Task<IResult> SuggestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/suggestion")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedRating.Read(request, agency, period, employee, Scopes.RatingsSuggest);
        var found = asked.Then(_ => Known.Read(request)).TryGet(out var good, out var refusal)
            ? await suggest.ExecuteAsync(asked.Value.Agency, asked.Value.Period, asked.Value.Employee, good.Skp, cancel)
            : refusal;
        return found.Answer(SuggestionResponse.Of, JsonFormat.Default.SuggestionResponse);
    }

    [Function("GetRatingVersions")]
    public async Task<IResult> VersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/versions")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var found = AskedRating.Read(request, agency, period, employee, Scopes.RatingsRead).TryGet(out var good, out var refusal)
            ? await rate.ListVersionsAsync(good.Agency, good.Period, good.Employee, cancel)
            : refusal;
        return found.Answer(RatingListResponse.Of, JsonFormat.Default.RatingListResponse);
    }

    [Function("PostRaterCorrection")]
    public async Task<IResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/rater-correction")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RaterCorrectionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedRating.Read(request, agency, period, employee, Scopes.RatingsRepair);
        var claim = asked.Then(a => body.Then(b => b.Read(a.Period, a.Employee)));
        var corrected = claim.TryGet(out var good, out var refusal)
            ? await correct.ExecuteAsync(asked.Value.Agency, good, cancel)
            : refusal;
        return corrected.Answer(RaterCorrectionResponse.Of, JsonFormat.Default.RaterCorrectionResponse);
    }

    /// <summary>The achievement of a work plan that is kept elsewhere; null when the caller gives none.</summary>
    private readonly record struct Known(Score? Skp)
    {
        internal static Result<Known> Read(HttpRequest request)
        {
            var text = request.Query["skpScore"].ToString();
            return text.Length == 0
                ? new Known(null)
                : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                    ? Score.Parse(value, "/skpScore").Then<Known>(score => new Known(score))
                    : Refusal.Malformed("/skpScore", "A score from 0 to 120 with at most two decimals is expected.");
        }
    }
}
