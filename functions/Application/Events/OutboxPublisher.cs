using System.Diagnostics;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Microsoft.Extensions.Logging;

namespace Kinerja.Application.Events;

/// <summary>
/// The only sender of events. It numbers each and sends it: at once after the write that it tells of, and by a timer
/// again whatever the bus did not take then. An event's id comes from the data, so one that is sent twice is
/// recognised.
/// </summary>
public sealed partial class OutboxPublisher(
    IAgencies agencies, IOutbox outbox, IOutboxLags lags, IEventLog numbers, IEvents events, TimeProvider clock,
    ILogger<OutboxPublisher> log)
{
    private const int MostTogether = 100;

    /// <summary>
    /// Events of one agency that need no row of an outbox: a run's row says that they are still to be sent, and they
    /// are made from stored rows again until the bus has taken all of them.
    /// </summary>
    public async Task PublishAsync(IReadOnlyCollection<OutgoingEvent> told, CancellationToken cancel) =>
        await events.PublishAsync(await numbers.NumberAsync(told, cancel), cancel);

    /// <summary>
    /// After a write that succeeded, and so succeeds too: true always. What the bus does not take now stays in the
    /// outbox, and the timer says so when it cannot send it either.
    /// </summary>
    public async Task<bool> SendAsync(AgencyId agency, OutgoingEvent news, CancellationToken cancel)
    {
        try
        {
            await DeliverAsync(agency, news, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The write stands, and its event stands beside it.
            OutboxMetrics.Failed(news.Type);
            LogLeft(failure, news.Type, agency);
        }

        return true;
    }

    /// <summary>Each of them as above.</summary>
    public async Task<bool> SendAllAsync(
        AgencyId agency, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        foreach (var one in news)
        {
            await SendAsync(agency, one, cancel);
        }

        return true;
    }

    /// <summary>The same for a long list: handed on so many at a time, which then stay or go together.</summary>
    public async Task SendTogetherAsync(
        AgencyId agency, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        foreach (var some in news.Chunk(MostTogether))
        {
            try
            {
                await PublishAsync(some, cancel);
                await Parallel.ForEachAsync(
                    some, cancel, async (one, stop) => await outbox.RemoveAsync(agency, one, stop));
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // As above: what was written stands, and what was not sent stands beside it.
                OutboxMetrics.Failed(some[0].Type);
                LogLeft(failure, some[0].Type, agency);
            }
        }
    }

    /// <summary>All agencies; how many events were sent. What could not be sent is noted by agency.</summary>
    public async Task<int> SendUnsentAsync(CancellationToken cancel)
    {
        var late = await lags.ListAsync(cancel).Select(lag => lag.AgencyId).ToHashSetAsync(cancellationToken: cancel);
        try
        {
            return await agencies.ForEachAsync(
                "Telling the news of",
                (agency, stop) => SendUnsentAsync(agency, late.Contains(agency.Id), stop),
                cancel);
        }
        finally
        {
            await lags.EndRoundAsync(clock.Now(), cancel);
        }
    }

    private async Task<int> SendUnsentAsync(Agency agency, bool wasLate, CancellationToken cancel)
    {
        var sent = 0;
        try
        {
            await foreach (var news in outbox.ListAsync(agency.Id, cancel))
            {
                await DeliverAsync(agency.Id, news, cancel);
                sent++;
            }
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            await NoteAsync(agency.Id, cancel);
            throw;
        }

        if (wasLate)
        {
            await lags.RemoveAsync(agency.Id, cancel);
        }

        return sent;
    }

    private async Task NoteAsync(AgencyId agency, CancellationToken cancel)
    {
        var since = await outbox.ListAsync(agency, cancel).Take(OutboxLag.MostCounted)
            .Select(news => news.LeftAt ?? news.Time).ToListAsync(cancel);
        if (since.Count > 0)
        {
            await lags.PutAsync(new(agency, since.Count, since.Min(), clock.Now()), cancel);
        }
    }

    private async Task DeliverAsync(AgencyId agency, OutgoingEvent news, CancellationToken cancel)
    {
        using var activity = InvocationTrace.Start("OutboxPublisher", ActivityKind.Producer, news.Traceparent);
        await PublishAsync([news], cancel);
        if (news.LeftAt is { } left)
        {
            OutboxMetrics.Relayed(news.Type, (clock.Now() - left).ToTimeSpan());
        }

        await outbox.RemoveAsync(agency, news, cancel);
    }

    [LoggerMessage(LogLevel.Warning, "The bus did not take {Type} of {Agency}; the timer sends it later")]
    private partial void LogLeft(Exception failure, string type, AgencyId agency);
}
