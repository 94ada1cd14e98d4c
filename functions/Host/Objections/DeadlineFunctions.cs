using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Objections;

/// <summary>The timer that finds terms that are over, and the list of what it found.</summary>
public sealed class DeadlineFunctions(WatchDeadlines watch, ReadOverdue read, ILogger<DeadlineFunctions> log)
{
    private const int PageSize = 500;

    /// <summary>Every hour in UTC; whether a day is over is decided in each agency's zone.</summary>
    [Function("DeadlineTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task WatchAsync([TimerTrigger("0 25 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var found = await watch.WatchAsync(cancel);
        log.LogInformation("{Terms} terms found over, past due: {PastDue}", found, timer.IsPastDue);
    }

    /// <summary>All of an agency for its personnel office, or what one official is to see to.</summary>
    [Function("GetOverdue")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/overdue")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (official, after) = (route.OptionalQuery("officialId", EmployeeId.Parse), route.AfterKey());

        return route.ThenAsync(() => read.ListAsync(route.Agency, official, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    var same = official is { } given ? $"officialId={given}&" : "";
                    request.LinkNext(page.Next is { } next ? $"{same}cursor={next}" : null);
                    return OverdueListResponse.Of(page);
                },
                JsonFormat.Default.OverdueListResponse);
    }
}
