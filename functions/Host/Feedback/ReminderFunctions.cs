using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>Who has been left without a leader's feedback in a quarter.</summary>
public sealed class ReminderFunctions(ReadReminders read)
{
    [Function("GetReminders")]
    [Scope(Scopes.FeedbackRead)]
    public Task<IResult> OfLeaderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reminders/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, quarter) = (route.QueryEmployee("raterId"), route.Quarter());

        return route.ThenAsync(() => read.OfLeaderAsync(route.Agency, quarter, rater, cancel))
            .AnswerAsync(LeaderReminderResponse.Of, JsonFormat.Default.LeaderReminderResponse);
    }

    [Function("GetSilentRaters")]
    [Scope(Scopes.FeedbackRead)]
    public Task<IResult> SilentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reminders/{period}/raters")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (quarter, after) = (route.Quarter(), route.After(EmployeeId.Parse));

        return route.ThenAsync(() => read.SilentAsync(route.Agency, quarter, after, cancel))
            .AnswerAsync(page => SilentRaterListResponse.Of(quarter, page), JsonFormat.Default.SilentRaterListResponse);
    }
}
