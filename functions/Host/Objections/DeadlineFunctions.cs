using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Objections;

/// <summary>The timer that finds terms that are over, and the list of what it found.</summary>
public sealed class DeadlineFunctions(WatchDeadlines watch, ReadOverdue read, ILogger<DeadlineFunctions> log)
{
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
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/overdue")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.FollowUpRead)
            .Then(a => Official.Read(request.Query["officialId"]).Then<(AgencyId Agency, EmployeeId? Official)>(o => (a, o.Id)));
        var found = asked.TryGet(out var good, out var refusal)
            ? await read.ListAsync(good.Agency, good.Official, cancel)
            : refusal;
        return found.Answer(OverdueListResponse.Of, JsonFormat.Default.OverdueListResponse);
    }

    /// <summary>Whom a query names; null when nobody.</summary>
    private readonly record struct Official(EmployeeId? Id)
    {
        internal static Result<Official> Read(string? text) =>
            text is null ? new Official(null) : EmployeeId.Parse(text, "/officialId").Then<Official>(id => new Official(id));
    }
}
