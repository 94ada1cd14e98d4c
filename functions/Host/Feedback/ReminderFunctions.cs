using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>Who has been left without a leader's feedback in a quarter.</summary>
public sealed class ReminderFunctions(ReadReminders read)
{
    [Function("GetReminders")]
    public async Task<IResult> OfLeaderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reminders/{period}")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedRater.Read(request, agency, Scopes.FeedbackRead);
        var quarter = asked.Then(_ => Quarter.Parse(period));
        var found = quarter.TryGet(out var good, out var refusal)
            ? await read.OfLeaderAsync(asked.Value.Agency, good, asked.Value.Rater, cancel)
            : refusal;
        return found.Answer(LeaderReminderResponse.Of, JsonFormat.Default.LeaderReminderResponse);
    }

    [Function("GetSilentRaters")]
    public async Task<IResult> SilentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reminders/{period}/raters")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.FeedbackRead);
        var quarter = asked.Then(_ => Quarter.Parse(period));
        var after = quarter.Then(_ => AskedPlace.Parse(request.Query["cursor"]));
        var found = after.TryGet(out var place, out var refusal)
            ? await read.SilentAsync(asked.Value, quarter.Value, place.After, cancel)
            : refusal;
        return found.Answer(page => SilentRaterListResponse.Of(quarter.Value, page), JsonFormat.Default.SilentRaterListResponse);
    }
}
