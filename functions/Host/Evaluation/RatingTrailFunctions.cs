using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Evaluation;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Evaluation;

/// <summary>
/// What comes before and after a rating: the suggestion, the versions, the repair when the wrong one rated.
/// </summary>
public sealed class RatingTrailFunctions(SuggestRating suggest, RatePerformance rate, CorrectRater correct)
{
    [Function("GetRatingSuggestion")]
    [Scope(Scopes.RatingsSuggest)]
    public Task<IResult> SuggestAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/suggestion")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person) = (route.Period(), route.Employee());
        var skp = route.Filter("skpScore", Skp);

        return route.ThenAsync(() => suggest.ExecuteAsync(route.Agency, period, person, skp, cancel))
            .AnswerExplainedAsync(request, SuggestionResponse.Of, JsonFormat.Default.SuggestionResponse);
    }

    [Function("GetRatingVersions")]
    [Scope(Scopes.RatingsRead)]
    public Task<IResult> VersionsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/versions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person) = (route.Period(), route.Employee());

        return route.ThenAsync(() => rate.ListVersionsAsync(route.Agency, period, person, cancel))
            .AnswerAsync(RatingListResponse.Of, JsonFormat.Default.RatingListResponse);
    }

    [Function("PostRaterCorrection")]
    [Scope(Scopes.RatingsRepair)]
    public Task<IResult> CorrectAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}/rater-correction")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person) = (route.Period(), route.Employee());

        return route.BodyAsync(JsonFormat.Default.RaterCorrectionRequest, body => body.Read(period, person), cancel)
            .ThenAsync(claim => route.As(
                claim.CorrectedById, actor => correct.ExecuteAsync(actor, claim, cancel)))
            .AnswerAsync(RaterCorrectionResponse.Of, JsonFormat.Default.RaterCorrectionResponse);
    }

    /// <summary>The achievement of a work plan that is kept elsewhere.</summary>
    private static Result<Score> Skp(string? text, string pointer) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Score.Parse(value, pointer)
            : Refusal.Malformed(pointer, "A score from 0 to 120 with at most two decimals is expected.");
}
